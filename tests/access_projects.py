"""Access to the call, the committee, the vote, practices: its lines of the table and its things.

The head's project «SPRNG» is accepted, the resident is its co-author; of the same two, «SENTT»
waits for reviews and «DRAFT» is not sent yet. `(sent)` is the second where the first is meant
otherwise.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from conftest import NOW, Cast
from rost.forum.models import Call, CoAuthor, Project, ProjectFile
from rost.forum.tests.committee_stage import CRITERIA, make_project
from rost.forum.tests.stage import Stage
from rost.portal.actions.practices import make_practice

PROJECTS = """
# The call and the authors' side of projects
forum:call                                  +++++++++++
forum:own_projects                          →++++++++++
forum:own_project                           →++········
forum:project_form                          →++········
forum:project_sending                       →++········
forum:project_mending                       →++········
forum:project_withdrawal                    →++········
forum:project_removal                       →++········
forum:co_author_key                         +++++++++++
forum:co_author_answer                      →++++++++++
forum:co_author_new                         →++········
forum:co_author_removal                     ·++········
forum:project_file_new                      →++········
forum:project_file_removal                  ·++········
forum:project_file                          →++········
forum:desk_projects                         ······+·+·+
forum:desk_projects_export                  ······+·+·+
forum:desk_call                             ······+·+·+
forum:desk_criteria                         ······+·+·+

# Projects, their committee, the vote, what they become
forum:project                               +++++++++++
forum:project (sent)                        ·++···+·+·+
forum:committee                             →····+····+
forum:committee_review                      →····+····+
forum:committee_start                       →····+····+
forum:committee_conflict                    →····+····+
forum:desk_decisions                        →·······+·+
forum:desk_decisions_export                 →·······+·+
forum:desk_decision_preview                 →·······+·+
forum:desk_decision                         →·······+·+
forum:desk_reserve_place                    →·······+·+
forum:desk_projects_stage                   →·······+·+
forum:desk_vote                             →·······+·+
forum:desk_vote_announcement                →·······+·+
forum:vote                                  +++++++++++
forum:vote_badge                            +++++++++++
portal:project_practice                     ·++·····+·+
library:draft                               →++········
library:practice_removal                    →·+········
"""

STATES: dict[str, dict[str, Any]] = {"(sent)": {"code": "SENTT"}}


def project_things(cast: Cast, stage: Stage) -> dict[str, dict[str, Any]]:
    """What arguments mean under addresses of projects."""
    now = timezone.now()
    call = Call.objects.create(
        edition=stage.edition,
        opens_at=NOW - timedelta(days=20),
        closes_at=NOW - timedelta(days=1),
        criteria=CRITERIA,
        vote_opens_at=now - timedelta(hours=1),
        vote_closes_at=now + timedelta(hours=1),
    )
    springs = with_co_author(call, "SPRNG", cast, state="accepted")
    with_co_author(call, "SENTT", cast)
    practice, _new = make_practice(project=springs, by=cast.ramilya, now=now)
    draft = with_co_author(call, "DRAFT", cast, state="draft")
    file = ProjectFile.objects.create(
        project=draft, title="Письмо", file=ContentFile(b"%PDF-1.7", name="letter.pdf"), size=8
    )
    own = {
        "code": "DRAFT",
        "file": file.pk,
        "number": CoAuthor.objects.get(project=draft).pk,
    }
    return {
        "forum:own_project": own,
        "forum:project_": own,
        "forum:co_author_": own,
        "forum:project": {"code": "SPRNG"},
        "forum:committee": {"code": "SENTT"},
        "forum:desk_decision": {"code": "SENTT"},
        "forum:desk_reserve_place": {"code": "SENTT"},
        "portal:project_practice": {"code": "SPRNG"},
        "library:draft": {"number": practice.pk},
        "library:practice_removal": {"number": practice.pk},
    }


def with_co_author(call: Call, code: str, cast: Cast, **facts: Any) -> Project:
    project = make_project(call, code, cast.ramilya, cast.askarovo, code, hour=1, **facts)
    CoAuthor.objects.create(
        project=project,
        name=cast.vera.full_name,
        person=cast.vera,
        digest=code.ljust(64, "1"),
        invited_at=NOW,
        accepted_at=NOW,
    )
    return project

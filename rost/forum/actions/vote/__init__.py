"""The audience vote: one ballot a registration, changed until the end; the announcement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rost.forum.models import Call, Project, ProjectState, ProjectVote, Registration
from rost.forum.queries.vote import closed_for, counted, standing_of
from rost.forum.queries.vote.ballots import own_projects
from rost.forum.rules.vote import Standing
from rost.ui.refusals import Refusal


class VoteClosed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Votes are not taken now. What you marked before stays."))


class NotAVoter(Refusal):
    def __init__(self, why: str | Promise) -> None:
        super().__init__(why)


class TooManyMarks(Refusal):
    def __init__(self, most: int) -> None:
        super().__init__(
            gettext("You may mark at most %(most)s. Take some off; nothing was saved yet.")
            % {"most": most}
        )


class NotToBeMarked(Refusal):
    """One's own project, or one that is not accepted."""

    def __init__(self) -> None:
        super().__init__(_("Your own project cannot be marked by you. Nothing was saved."))


class NotOverYet(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The vote is announced once, after it has closed."))


class CountsDisagree(Refusal):
    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(
            gettext("Two counts of the votes disagree, so nothing is announced: %(faults)s")
            % {"faults": "; ".join(faults)}
        )


@transaction.atomic
def cast_ballot(
    *, registration: Registration, call: Call, projects: Sequence[Project], now: datetime
) -> int:
    """These projects and no others are marked from now on; how many.

    The registration's row is locked: two telephones of one voter leave one ballot.
    """
    Registration.objects.select_for_update(of=("self",), no_key=True).get(pk=registration.pk)
    if standing_of(call, now) is not Standing.OPEN:
        raise VoteClosed
    why = closed_for(registration)
    if why:
        raise NotAVoter(why)
    chosen = {one.pk for one in projects}
    if len(chosen) > call.vote_marks:
        raise TooManyMarks(call.vote_marks)
    wrong = any(one.call_id != call.pk or one.state != ProjectState.ACCEPTED for one in projects)
    if wrong or chosen & own_projects(call, registration.person_id):
        raise NotToBeMarked
    before = ProjectVote.objects.filter(registration=registration, project__call=call)
    before.exclude(project__in=chosen).delete()
    kept = set(before.values_list("project_id", flat=True))
    ProjectVote.objects.bulk_create(
        ProjectVote(registration=registration, project_id=one, voted_at=now)
        for one in sorted(chosen - kept)
    )
    return len(chosen)


@transaction.atomic
def announce(*, call: Call, now: datetime) -> Call:
    """Count, count again, freeze and show to everybody; once."""
    call = Call.objects.select_for_update(of=("self",)).select_related("edition").get(pk=call.pk)
    if standing_of(call, now) is not Standing.COUNTING:
        raise NotOverYet
    count = counted(call)
    if count.faults:
        raise CountsDisagree(count.faults)
    projects = Project.objects.in_bulk([one.project for one in count.lines])
    lines: list[dict[str, Any]] = [
        {
            "code": projects[one.project].code,
            "title": projects[one.project].title,
            "votes": one.votes,
            "place": one.place,
        }
        for one in count.lines
    ]
    call.vote_result = {
        "voters": count.participation.voters,
        "could": count.participation.could,
        "lines": lines,
    }
    call.vote_result_at = now
    call.save(update_fields=["vote_result", "vote_result_at"])
    return call

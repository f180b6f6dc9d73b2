"""Authors who would choose their judges, and reviewers who would look behind the curtain."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from conftest import Cast
from rost.directory.models import Person
from rost.forum.actions.call import answer_invitation, invite_co_author, set_call
from rost.forum.actions.call.settings import VoteBegun
from rost.forum.actions.committee import begin_review, decide_many, declare_conflict
from rost.forum.actions.vote import announce, cast_ballot
from rost.forum.forms.call.desk import terms_of
from rost.forum.models import Call, Project, ProjectFile
from rost.forum.queries.committee import conflict_of
from rost.forum.queries.vote import result_of

from .committee_stage import VOTE, Committee, make_committee
from .stage import at
from .test_vote import registered

pytestmark = pytest.mark.django_db
DURING, AFTER = VOTE[0] + timedelta(hours=1), VOTE[1] + timedelta(hours=1)


@pytest.fixture
def committee(cast: Cast) -> Committee:
    return make_committee(cast)


def accepted(committee: Committee, by: Person) -> None:
    every = [committee.springs, committee.club, committee.light]
    decide_many(projects=every, state="accepted", reason="", by=by, now=at(1, 9))
    for one in every:
        one.refresh_from_db()


def test_nobody_comes_into_conflict_by_being_asked(committee: Committee, cast: Cast) -> None:
    invitation, _secret = invite_co_author(
        project=committee.springs, name="Марат", post="", email=cast.marat.email, now=at(1, 9)
    )
    assert conflict_of(committee.springs, cast.marat, date(2020, 2, 1)) is None

    answer_invitation(invitation=invitation, person=cast.marat, accepts=True, now=at(1, 9))

    assert conflict_of(committee.springs, cast.marat, date(2020, 2, 1)) == "author"


def test_files_are_opened_by_reviewers_who_may_mark_the_project(
    committee: Committee, cast: Cast, signed_in: Any
) -> None:
    reviewer, springs = committee.liliya, committee.springs
    row = ProjectFile(project=springs, title="Ахметова", size=3)
    row.file.save("1.pdf", ContentFile(b"%PDF"))
    row.save()
    client = signed_in(reviewer)

    def status() -> int:
        address = reverse("forum:project_file", args=[committee.edition.slug, "SPRNG", row.pk])
        return int(client.get(address).status_code)

    assert status() == 404  # the question of a conflict comes first
    begin_review(project=springs, reviewer=reviewer, now=at(1, 9))
    assert status() == 200
    Call.objects.filter(pk=committee.call.pk).update(hides_authors=True)
    assert status() == 404
    Call.objects.filter(pk=committee.call.pk).update(hides_authors=False)
    declare_conflict(project=springs, reviewer=reviewer, kind="family", words="", now=at(1, 9))
    assert status() == 404


def test_an_organiser_does_not_read_the_reviewers_of_their_own_project(
    committee: Committee, cast: Cast, signed_in: Any
) -> None:
    committee.review(committee.springs, committee.liliya, 8, 5, to_committee="Сомнительно")
    committee.review(committee.club, committee.liliya, 8, 5, to_committee="Сомнительно")
    Project.objects.filter(pk=committee.springs.pk).update(author=cast.guzel)
    desk = f"/forum/{committee.edition.slug}/desk/projects/decisions"

    own, other = (signed_in(cast.guzel).get(f"{desk}/{one}/") for one in ("SPRNG", "CLUBB"))

    assert (own.status_code, "Сомнительно" in own.text, "Лилия" in own.text) == (200, False, False)
    assert "Сомнительно" in other.text


def test_a_mark_of_who_has_become_a_co_author_stops_nothing_and_counts_no_more(
    committee: Committee, cast: Cast
) -> None:
    accepted(committee, cast.guzel)
    club, voters = committee.club, [registered(committee.edition, cast.azat)]
    voters.append(registered(committee.edition, cast.oleg))
    for one in voters:
        cast_ballot(registration=one, call=committee.call, projects=[club], now=DURING)
    invitation, _secret = invite_co_author(
        project=club, name="Азат", post="", email=cast.azat.email, now=DURING
    )
    answer_invitation(invitation=invitation, person=cast.azat, accepts=True, now=DURING)

    call = announce(call=committee.call, now=AFTER)

    result = result_of(call)
    assert result is not None
    assert (result.lines[0].title, result.lines[0].votes) == ("Клуб", 1)


def test_the_number_of_marks_stays_once_somebody_has_voted(
    committee: Committee, cast: Cast
) -> None:
    accepted(committee, cast.guzel)
    voter = registered(committee.edition, cast.azat)
    chosen = [committee.club, committee.light]
    cast_ballot(registration=voter, call=committee.call, projects=chosen, now=DURING)
    terms: Any = terms_of(committee.call)

    with pytest.raises(VoteBegun):
        set_call(edition=committee.edition, **terms | {"vote_marks": 1})
    set_call(edition=committee.edition, **terms | {"minutes": 7})

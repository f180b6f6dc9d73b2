"""The audience vote: who may, one ballot each, closing, announcing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conftest import Cast
from rost.forum.actions.attendance import make_doors, mark_by_hand
from rost.forum.actions.committee import decide_many
from rost.forum.actions.vote import (
    NotAVoter,
    NotOverYet,
    NotToBeMarked,
    TooManyMarks,
    VoteClosed,
    announce,
    cast_ballot,
)
from rost.forum.models import Badge, Category, Edition, ProjectVote, Registration
from rost.forum.queries.vote import ballot_of, participation_of, result_of

from .committee_stage import VOTE, Committee, make_committee
from .stage import at

pytestmark = pytest.mark.django_db
DURING, AFTER = VOTE[0] + timedelta(hours=1), VOTE[1] + timedelta(hours=1)
CODE = "BADGE2345678AB"


@pytest.fixture
def committee(cast: Cast) -> Committee:
    committee = make_committee(cast)
    every = [committee.springs, committee.club, committee.light]
    decide_many(projects=every, state="accepted", reason="", by=cast.guzel, now=at(1, 9))
    for one in every:
        one.refresh_from_db()
    return committee


def registered(edition: Edition, person: Any, status: str = "confirmed") -> Registration:
    category, _new = Category.objects.get_or_create(edition=edition, name="Участники")
    return Registration.objects.create(
        edition=edition,
        person=person,
        category=category,
        status=status,
        queued_at=at(1, 9),
        changed_at=at(1, 9),
    )


def come(registration: Registration) -> None:
    entrance = make_doors(edition=registration.edition, now=at(18, 8))
    door = next(one for one in registration.edition.doors.all() if one.kind == "entrance")
    assert entrance or door
    mark_by_hand(
        door=door,
        registration=registration,
        direction="in",
        source="name",
        at=at(18, 9),
        by=None,
        now=at(18, 9),
    )


def put(committee: Committee, who: Registration, *projects: Any, now: Any = DURING) -> int:
    return cast_ballot(registration=who, call=committee.call, projects=projects, now=now)


def test_a_ballot_is_replaced_whole_and_only_while_the_vote_is_open(
    committee: Committee, cast: Cast
) -> None:
    oleg = registered(committee.edition, cast.oleg)

    put(committee, oleg, committee.springs, committee.club)
    put(committee, oleg, committee.light)

    assert [one.project for one in ProjectVote.objects.all()] == [committee.light]
    with pytest.raises(TooManyMarks):
        put(committee, oleg, committee.springs, committee.club, committee.light)
    for moment in (VOTE[0] - timedelta(minutes=1), VOTE[1]):
        with pytest.raises(VoteClosed):
            put(committee, oleg, committee.springs, now=moment)
    assert put(committee, oleg) == 0
    assert ProjectVote.objects.count() == 0


def test_authors_and_co_authors_do_not_mark_their_own(committee: Committee, cast: Cast) -> None:
    vera = registered(committee.edition, cast.vera)

    with pytest.raises(NotToBeMarked):
        put(committee, vera, committee.springs)

    assert put(committee, vera, committee.club) == 1
    assert [one.project.title for one in ballot_of(committee.call, vera).lines if one.own] == [
        "Родники"
    ]


def test_confirmed_people_vote_until_a_door_takes_marks_then_those_who_came(
    committee: Committee, cast: Cast
) -> None:
    oleg = registered(committee.edition, cast.oleg)
    nina = registered(committee.edition, cast.nina)
    waiting = registered(committee.edition, cast.azat, "requested")
    put(committee, oleg, committee.club)
    with pytest.raises(NotAVoter):
        put(committee, waiting, committee.club)
    assert participation_of(committee.call).could == 2

    come(nina)

    with pytest.raises(NotAVoter):
        put(committee, oleg, committee.springs)
    assert put(committee, nina, committee.springs) == 1
    participation = participation_of(committee.call)
    assert (participation.voters, participation.could) == (1, 1)


def test_the_result_is_counted_frozen_and_shown_at_the_announcement(
    committee: Committee, cast: Cast
) -> None:
    committee.call.refresh_from_db()
    for person, marked in (
        (cast.oleg, [committee.springs, committee.light]),
        (cast.nina, [committee.light]),
        (cast.azat, [committee.club]),
    ):
        put(committee, registered(committee.edition, person), *marked)

    with pytest.raises(NotOverYet):
        announce(call=committee.call, now=DURING)
    assert result_of(committee.call) is None
    call = announce(call=committee.call, now=AFTER)
    with pytest.raises(NotOverYet):
        announce(call=call, now=AFTER + timedelta(hours=1))
    ProjectVote.objects.all().delete()

    result = result_of(call)
    assert result is not None
    # Equal votes and no marks of the committee: «Родники» were sent before «Клуб».
    assert [(one.place, one.title, one.votes) for one in result.lines] == [
        (1, "Свет", 2),
        (2, "Родники", 1),
        (3, "Клуб", 1),
    ]
    assert (result.participation.voters, result.participation.could) == (3, 3)


# -- On a telephone --------------------------------------------------------------------------------


@pytest.fixture
def open_now(committee: Committee) -> Committee:
    """The vote stands open at the clock of this machine."""
    from django.utils import timezone

    now = timezone.now()
    committee.call.vote_opens_at = now - timedelta(hours=1)
    committee.call.vote_closes_at = now + timedelta(hours=1)
    committee.call.save()
    return committee


def test_a_badge_opens_the_ballot_without_an_account(open_now: Committee, cast: Cast) -> None:
    voter = registered(open_now.edition, cast.oleg)
    Badge.objects.create(
        edition=open_now.edition, serial=1, code=CODE, registration=voter, made_at=at(1, 9)
    )
    phone, page = Client(), reverse("forum:vote", args=["2020"])

    without = phone.post(page, {"project": [open_now.club.pk]})
    wrong = phone.post(reverse("forum:vote_badge", args=["2020"]), {"code": "BADGE0000"})
    phone.post(reverse("forum:vote_badge", args=["2020"]), {"code": "badge 2345-678ab"})
    ballot = phone.get(page)
    done = phone.post(page, {"project": [open_now.club.pk]}, follow=True)

    assert (without.status_code, wrong.status_code) == (409, 409)
    assert "BADGE0000" in wrong.text
    assert ballot.text.count('name="project"') == 3
    assert done.status_code == 200
    assert ProjectVote.objects.get().registration == voter
    assert cast.oleg.surname not in done.text


def test_a_scanned_badge_leads_to_the_open_vote_and_back_to_the_desk_after_it(
    open_now: Committee, cast: Cast
) -> None:
    voter = registered(open_now.edition, cast.oleg)
    badge = Badge.objects.create(
        edition=open_now.edition, serial=1, code=CODE, registration=voter, made_at=at(1, 9)
    )
    address = reverse("forum_feeds:badge_code", args=[CODE])

    phone = Client()
    assert phone.get(address).headers["Location"] == reverse("forum:vote", args=["2020"])
    assert phone.get(reverse("forum:vote", args=["2020"])).context["voter"] == voter
    Badge.objects.filter(pk=badge.pk).update(ended_at=at(18, 9), ended_why="lost")
    assert phone.get(reverse("forum:vote", args=["2020"])).context["voter"] is None
    open_now.call.vote_closes_at = open_now.call.vote_opens_at + timedelta(minutes=1)
    open_now.call.save()
    assert Client().get(address).headers["Location"] == reverse("forum:badge_found", args=["2020"])


def test_too_many_marks_come_back_as_they_were_ticked(open_now: Committee, cast: Cast) -> None:
    from django.test import Client as Browser

    registered(open_now.edition, cast.oleg)
    browser = Browser()
    browser.force_login(cast.oleg, backend="allauth.account.auth_backends.AuthenticationBackend")
    every = [open_now.springs.pk, open_now.club.pk, open_now.light.pk]

    answer = browser.post(reverse("forum:vote", args=["2020"]), {"project": every})

    assert answer.status_code == 409
    assert answer.text.count(" checked") == 3
    assert ProjectVote.objects.count() == 0


def test_the_marks_are_nobodys_to_see_before_the_announcement(
    open_now: Committee, cast: Cast, signed_in: Any
) -> None:
    put_now = registered(open_now.edition, cast.oleg)
    ProjectVote.objects.create(
        project=open_now.club, registration=put_now, voted_at=open_now.call.vote_opens_at
    )

    desk = signed_in(cast.guzel).get(reverse("forum:desk_vote", args=["2020"]))

    assert desk.status_code == 200
    assert "1 / 1" in desk.text
    assert open_now.club.title not in desk.text

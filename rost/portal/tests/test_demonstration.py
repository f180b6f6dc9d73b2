"""The demonstration to each of its stages: built by real actions, and every figure agrees."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.utils import timezone

from rost.core.scheduling import Limits, solve, verify
from rost.directory.actions.consents import load_consent_texts
from rost.directory.actions.indicators import load_indicators, load_locations
from rost.directory.actions.places import load_register
from rost.directory.models import IndicatorValue, Municipality
from rost.documents.models import Document
from rost.forum.models import (
    AgendaItem,
    Badge,
    Call,
    Commitment,
    DoorDevice,
    Edition,
    Feedback,
    Mark,
    Project,
    Registration,
    SeatStatus,
    Wish,
)
from rost.forum.queries.account import rows_of
from rost.forum.queries.scheduling.problem import asked_of
from rost.forum.rules.account import count
from rost.forum.rules.account import verify as verify_figures
from rost.library.models import Adoption, Photo, Practice, Shelved, Version
from rost.live.models import HallQuestion, QuestionVote
from rost.portal.actions.demo import Stage, build_demonstration
from rost.portal.actions.demo.content.following import COMING
from rost.portal.actions.demo.content.library import adoptions, practices
from rost.portal.actions.demo.participants import PARTICIPANTS
from rost.portal.actions.demo.places import SOURCE
from rost.portal.actions.demo.projects import VOTERS

pytestmark = pytest.mark.django_db
BASHKIR = "ғҙҡңөҫүһә"
GUESTS, LONGEST_POST, TEN_MINUTES = 3, 125, 600_000


@pytest.fixture(autouse=True)
def _demonstration(settings: Any) -> None:
    settings.DEMO = True


def build(stage: Stage) -> Edition:
    return build_demonstration(now=timezone.now(), stage=stage).edition


def rows() -> list[int]:
    models = (Registration, AgendaItem, Badge, DoorDevice, Mark, Feedback, Document)
    models += (Practice, Version, Adoption, IndicatorValue)
    return [model.objects.count() for model in models]  # type: ignore[attr-defined]


def test_from_open_registration_to_the_last_certificate() -> None:
    load_register(now=timezone.now())
    load_consent_texts()
    load_indicators()
    load_locations(now=timezone.now())

    edition = build(Stage.OPEN)
    at_open = rows()
    build(Stage.DOORS)
    at_doors = rows()
    build(Stage.AFTER)
    after = rows()
    build(Stage.AFTER)

    assert at_open[:1] + at_open[2:7] == [PARTICIPANTS + COMING, 0, 0, 0, 0, 0]
    assert at_doors[2:4] == [PARTICIPANTS + 20, 0]
    assert rows() == after  # once more changes nothing
    everybody_came_from_somewhere(edition)
    the_bus_is_full_and_has_a_waiting_list(edition)
    one_telephone_was_wrong_and_sent_late(edition)
    every_figure_agrees(edition)
    the_audience_chose_among_five(edition)
    the_hall_was_answered(edition)
    promises_were_followed(edition)
    the_library_was_reviewed()
    practices_were_taken_up()
    every_place_has_figures()
    the_next_programme_can_be_solved()


def everybody_came_from_somewhere(edition: Edition) -> None:
    people = Registration.objects.filter(edition=edition)
    assert people.count() == PARTICIPANTS + GUESTS
    districts = set(people.values_list("district", flat=True))
    assert districts == set(Municipality.objects.upper().values_list("pk", flat=True))
    assert max(len(post) for post in people.values_list("post", flat=True)) == LONGEST_POST
    names = " ".join(people.values_list("person__surname", flat=True))
    assert set(BASHKIR) <= set(names.casefold())
    assert people.filter(person__patronymic="").exists()


def the_bus_is_full_and_has_a_waiting_list(edition: Edition) -> None:
    bus = AgendaItem.objects.filter(session__edition=edition, session__route__isnull=False)
    assert bus.filter(status=SeatStatus.SEAT).count() == 45
    assert bus.filter(status=SeatStatus.WAITING).count() == 7


def one_telephone_was_wrong_and_sent_late(edition: Edition) -> None:
    wrong = DoorDevice.objects.filter(clock_ahead_ms=TEN_MINUTES)
    assert {one.door_pass.door.name for one in wrong} == {"Актовый зал"}
    mark = Mark.objects.filter(device__in=wrong)[0]
    assert (mark.said_at - mark.at).total_seconds() * 1000 == TEN_MINUTES


def every_figure_agrees(edition: Edition) -> None:
    found = rows_of(edition)
    assert verify_figures(count(found), found) == ()
    papers = Document.objects.filter(kind="certificate")
    assert papers.exclude(revoked_at=None).count() == 1


def the_audience_chose_among_five(edition: Edition) -> None:
    states = Counter(Project.objects.filter(call__edition=edition).values_list("state", flat=True))
    assert states == {"accepted": 5, "reserve": 2, "declined": 1}
    result = Call.objects.get(edition=edition).vote_result
    assert result["voters"] == VOTERS
    assert len(result["lines"]) == 5


def the_hall_was_answered(edition: Edition) -> None:
    questions = HallQuestion.objects.filter(floor__session__edition=edition)
    states = Counter(questions.values_list("state", flat=True))
    assert states == {"live": 5, "written": 1, "later": 1, "shown": 1, "hidden": 1}
    assert not QuestionVote.objects.filter(set_aside=True).exists()


def promises_were_followed(edition: Edition) -> None:
    states = Counter(Commitment.objects.filter(edition=edition).values_list("state", flat=True))
    assert states == {"kept": 6, "dropped": 1, "confirmed": 2}


def the_next_programme_can_be_solved() -> None:
    following = Edition.objects.exclude(slug="2020").get()
    assert following.published is None
    assert Wish.objects.filter(session__edition=following).count() > COMING
    asked = asked_of(following, now=timezone.now())
    found = solve(asked.problem, Limits(seconds=60, seed=1, workers=1, work=2.0))
    assert verify(asked.problem, found.plan) == ()


def the_library_was_reviewed() -> None:
    """Two grew from adoptions, two were begun with three answers; all are of the demonstration."""
    assert not Practice.objects.filter(is_demonstration=False).exists()
    assert Practice.objects.count() == len(practices()) + 4
    states = Counter(Practice.objects.values_list("state", flat=True))
    told = Counter(
        "published" if one.state == "expired" else one.state for one in practices()
    ) + Counter({"published": 2, "draft": 2})
    assert states == told
    assert Shelved.objects.count() == states["published"]
    today = timezone.now().date()
    outlived = Practice.objects.filter(state="published", sealed_until__lt=today)
    assert outlived.count() == sum(one.state == "expired" for one in practices())
    again = Version.objects.filter(number=2).count()
    assert again == sum(bool(one.before) for one in practices())
    assert Photo.objects.count() == 6
    assert Practice.objects.filter(evidence="repeated").exists()


def practices_were_taken_up() -> None:
    states = Counter(Adoption.objects.values_list("state", flat=True))
    assert states == Counter(one.state for one in adoptions())
    assert not Adoption.objects.filter(is_demonstration=False).exists()


def every_place_has_figures() -> None:
    places = Municipality.objects.municipalities()
    assert places.exclude(location__isnull=False).count() == 0
    written = IndicatorValue.objects.filter(source=SOURCE)
    assert written.values("municipality").distinct().count() == places.count()

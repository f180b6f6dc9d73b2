"""The demonstration to each of its stages: built by real actions, and every figure agrees."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from rost.directory.actions.consents import load_consent_texts
from rost.directory.actions.places import load_register
from rost.directory.models import Municipality
from rost.documents.models import Document
from rost.forum.models import (
    AgendaItem,
    Badge,
    DoorDevice,
    Edition,
    Feedback,
    Mark,
    Registration,
    SeatStatus,
)
from rost.forum.queries.account import rows_of
from rost.forum.rules.account import count
from rost.forum.rules.account import verify as verify_figures
from rost.portal.actions.demo import Stage, build_demonstration
from rost.portal.actions.demo.participants import PARTICIPANTS

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
    return [model.objects.count() for model in models]  # type: ignore[attr-defined]


def test_from_open_registration_to_the_last_certificate() -> None:
    load_register(now=timezone.now())
    load_consent_texts()

    edition = build(Stage.OPEN)
    at_open = rows()
    build(Stage.DOORS)
    at_doors = rows()
    build(Stage.AFTER)
    after = rows()
    build(Stage.AFTER)

    assert at_open[:1] + at_open[2:] == [PARTICIPANTS, 0, 0, 0, 0, 0]
    assert at_doors[2:4] == [PARTICIPANTS + 20, 0]
    assert rows() == after  # once more changes nothing
    everybody_came_from_somewhere(edition)
    the_bus_is_full_and_has_a_waiting_list(edition)
    one_telephone_was_wrong_and_sent_late(edition)
    every_figure_agrees(edition)


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

"""Marks as personal data: shown to whom they are about, gone in time, with the totals kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conftest import Cast
from rost.directory.actions.accounts import erase_person
from rost.directory.actions.retention import destroy_expired, load_retention_rules
from rost.directory.queries.personal_data import kept_about
from rost.forum.actions.attendance import keep_marks_of
from rost.forum.models import Badge, DoorDevice, DoorPass, EditionTotals, Mark
from rost.forum.queries.attendance import marks_of
from rost.forum.tests.door_stage import Doors, make_door_stage, mark, send
from rost.forum.tests.stage import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def doors(cast: Cast) -> Doors:
    """Рамиля came through her badge, Ильдар by name."""
    doors = make_door_stage(cast)
    ramilya = doors.badge(doors.registered(cast.ramilya))
    ildar = doors.registered(cast.ildar)
    send(doors.phone(doors.entrance), mark(ramilya, at(18, 9)), mark(ildar, at(18, 10)),
         now=at(18, 11))  # fmt: skip
    return doors


def test_a_person_sees_where_they_were_marked(cast: Cast, doors: Doors) -> None:
    for person, moment in ((cast.ramilya, at(18, 9)), (cast.ildar, at(18, 10))):
        kept = {one.name: one.rows for one in kept_about(person)}

        assert [(row[0], row[1], row[2]) for row in kept["forum.marks"]] == [
            (doors.stage.edition.name, doors.entrance.name, moment)
        ]


def test_a_removed_person_leaves_no_mark(cast: Cast, doors: Doors) -> None:
    totals = erase_person(cast.ramilya, now=at(20, 9))

    assert totals["forum.marks"] == 1
    assert Mark.objects.get().registration.person == cast.ildar


def test_after_their_term_the_rows_are_gone_and_the_totals_stay(cast: Cast, doors: Doors) -> None:
    load_retention_rules()

    act = destroy_expired(by=cast.alsu, now=at(19, 12) + timedelta(days=1098))

    assert act is not None
    assert act.totals["forum.marks"] == 2
    assert Mark.objects.count() == 0
    assert EditionTotals.objects.get(edition=doors.stage.edition).figures


def test_a_month_after_the_forum_no_volunteer_is_named(cast: Cast, doors: Doors) -> None:
    load_retention_rules()
    digests = {DoorPass.objects.get().digest, DoorDevice.objects.get().digest}

    destroy_expired(by=cast.alsu, now=at(19, 12) + timedelta(days=32))

    own, device = DoorPass.objects.get(), DoorDevice.objects.get()
    assert (own.label, own.revoked_at is None) == ("", False)
    assert digests.isdisjoint({own.digest, device.digest})
    assert Mark.objects.count() == 2


def test_marks_outlive_the_badges_they_were_taken_through(doors: Doors) -> None:
    before = {one.holder for one in marks_of(doors.stage.edition)}

    keep_marks_of(Badge.objects.all())
    Badge.objects.all().delete()

    assert {one.holder for one in marks_of(doors.stage.edition)} == before

"""Two desks at the same moment: one badge a person, one owner a badge, one mark a row."""

from __future__ import annotations

from datetime import time
from uuid import uuid4

import pytest

from conftest import NOW
from rost.directory.models import AccessRecord, Person
from rost.forum.actions.attendance import make_doors, mark_by_hand
from rost.forum.actions.badges import BadgeTaken, hand_spare, make_badges, make_spares
from rost.forum.actions.editions import set_day
from rost.forum.actions.registration import register
from rost.forum.actions.sheets import enter_sheet, make_sheets
from rost.forum.models import Badge, Edition, Mark, Registration
from rost.forum.tests.registration_stage import make_category, make_edition, make_people
from rost.forum.tests.stage import at
from rost.forum.tests.test_seat_races import _database_in_a_file, at_once

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["_database_in_a_file"]


def registered(edition: Edition, count: int) -> list[Registration]:
    category = make_category(edition)
    return [
        register(edition=edition, person=person, category=category, now=NOW)
        for person in make_people(count)
    ]


def test_badges_asked_for_twice_are_made_once() -> None:
    edition = make_edition()
    people = registered(edition, 20)

    raised = at_once(
        *[lambda: make_badges(edition=edition, registrations=people, now=NOW)] * 3,
        lambda: make_spares(edition=edition, count=5, now=NOW),
    )

    assert raised == []
    assert sorted(Badge.objects.values_list("serial", flat=True)) == list(range(1, 26))
    assert Badge.objects.filter(registration__isnull=False).count() == 20


def test_a_spare_badge_has_one_owner() -> None:
    edition = make_edition()
    people = registered(edition, 4)
    [spare] = make_spares(edition=edition, count=1, now=NOW)

    raised = at_once(
        *(
            lambda one=one: hand_spare(
                badge=Badge.objects.get(pk=spare.pk), registration=one, by=None, now=NOW
            )
            for one in people
        )
    )

    assert [type(one) for one in raised] == [BadgeTaken] * 3
    assert Badge.objects.get().registration in people


def test_a_sheet_entered_by_two_marks_each_row_once() -> None:
    edition = make_edition()
    people = registered(edition, 10)
    day = set_day(edition=edition, date=edition.starts_on, opens=time(9), closes=time(18))
    [sheet] = make_sheets(edition=edition, targets=[day], blank_rows=0, minimal=False, now=NOW)
    by = Person.objects.get(pk=people[0].person_id)

    raised = at_once(
        *[
            lambda: enter_sheet(
                sheet=type(sheet).objects.get(pk=sheet.pk),
                rows=range(1, 11),
                guests={},
                by=by,
                now=at(18, 12),
            )
        ]
        * 3
    )

    assert raised == []
    assert Mark.objects.count() == 10


def test_a_button_pressed_twice_at_once_marks_once_and_breaks_nothing() -> None:
    edition = make_edition()
    [owner] = registered(edition, 1)
    door = make_doors(edition=edition, now=NOW)[0]
    by, identity = Person.objects.get(pk=owner.person_id), uuid4()
    marks: list[Mark] = []

    def press() -> None:
        marks.append(
            mark_by_hand(
                door=door,
                registration=owner,
                direction="in",
                source="name",
                at=at(18, 9),
                by=by,
                now=at(18, 9),
                identity=identity,
            )
        )

    raised = at_once(*[press] * 6)

    assert raised == []
    assert [one.pk for one in marks] == [identity] * 6
    assert Mark.objects.get().registration == owner
    assert AccessRecord.objects.get(act="mark").rows == 1

"""Marks at the doors: each once, each at its true moment, none lost that can be understood."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db.models import Sum

from conftest import Cast
from rost.core.attendance import inside
from rost.directory.models import AccessRecord
from rost.forum.actions.attendance import (
    SessionElsewhere,
    VoidNeedsReason,
    mark_by_hand,
    mark_many_by_hand,
    void_mark,
)
from rost.forum.actions.attendance.taking import (
    OUTSIDE_PASS,
    REPLACED,
    UNKNOWN_BADGE,
    UNKNOWN_PERSON,
)
from rost.forum.actions.editions import DoorsInUse, delete_hall
from rost.forum.actions.programme import remove_session
from rost.forum.models import Mark
from rost.forum.queries.attendance import door_counts, marks_of, presence_of
from rost.forum.tests.door_stage import Doors, make_door_stage, mark, send
from rost.forum.tests.stage import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def doors(cast: Cast) -> Doors:
    return make_door_stage(cast)


def marked_rows() -> int:
    """How many marks the log of access to personal data knows of."""
    return AccessRecord.objects.filter(register="forum.marks").aggregate(n=Sum("rows"))["n"] or 0


def test_what_is_sent_twice_is_kept_once(cast: Cast, doors: Doors) -> None:
    ramilya = doors.badge(doors.registered(cast.ramilya))
    phone, came = doors.phone(doors.entrance), mark(ramilya, at(18, 9))

    first = send(phone, came, now=at(18, 9, 1))
    second = send(phone, came, came, now=at(18, 9, 2))

    assert (first.taken, first.new) == ((came.id,), 1)
    assert (second.taken, second.new) == ((came.id,), 0)
    assert Mark.objects.count() == marked_rows() == 1


def test_the_same_number_with_other_content_does_not_overwrite(cast: Cast, doors: Doors) -> None:
    ramilya, ildar = (doors.badge(doors.registered(one)) for one in (cast.ramilya, cast.ildar))
    phone, number = doors.phone(doors.entrance), uuid4()
    send(phone, mark(ramilya, at(18, 9), identity=number), now=at(18, 9, 1))

    receipt = send(phone, mark(ildar, at(18, 9), identity=number), now=at(18, 9, 2))

    assert [one.id for one in receipt.refused] == [number]
    assert Mark.objects.get().badge == ramilya
    assert marked_rows() == 1


def test_a_clock_ten_minutes_ahead_moves_no_mark(cast: Cast, doors: Doors) -> None:
    ramilya = doors.badge(doors.registered(cast.ramilya))
    phone = doors.phone(doors.entrance)

    send(phone, mark(ramilya, at(18, 9, 10)), now=at(18, 9, 20), ahead=10)

    row = Mark.objects.get()
    assert (row.at, row.said_at, row.received_at) == (at(18, 9), at(18, 9, 10), at(18, 9, 20))
    assert phone.door_pass.devices.get().clock_ahead_ms == 10 * 60 * 1000


def test_a_mark_is_never_later_than_its_arrival(cast: Cast, doors: Doors) -> None:
    ramilya = doors.badge(doors.registered(cast.ramilya))

    send(doors.phone(doors.entrance), mark(ramilya, at(18, 15)), now=at(18, 9))

    assert Mark.objects.get().at == at(18, 9)


@pytest.mark.parametrize("moment", [at(17, 22), at(19, 9)])
def test_marks_outside_the_hours_of_the_pass_are_refused(
    cast: Cast, doors: Doors, moment: Any
) -> None:
    ramilya = doors.badge(doors.registered(cast.ramilya))

    receipt = send(doors.phone(doors.entrance), mark(ramilya, moment), now=at(19, 10))

    assert [one.why for one in receipt.refused] == [OUTSIDE_PASS]
    assert (Mark.objects.count(), marked_rows()) == (0, 0)


def test_a_replaced_badge_is_refused_from_then_on_and_keeps_its_marks(
    cast: Cast, doors: Doors
) -> None:
    registration = doors.registered(cast.ramilya)
    lost = doors.badge(registration, ended_at=at(18, 10), ended_why="lost")
    found = doors.badge(registration)
    phone = doors.phone(doors.entrance)

    receipt = send(
        phone,
        mark(lost, at(18, 9)),  # taken before the loss, sent after it
        mark(lost, at(18, 11)),
        mark(found, at(18, 11, 5)),
        now=at(18, 12),
    )

    assert (receipt.new, len(receipt.refused)) == (2, 1)
    assert receipt.refused[0].why == REPLACED
    assert {one.holder for one in marks_of(doors.stage.edition)} == {str(registration.pk)}


def test_an_unknown_badge_one_of_another_forum_and_a_stranger_are_refused_in_words(
    cast: Cast, doors: Doors
) -> None:
    from rost.forum.tests.registration_stage import make_category, make_edition

    other = make_edition(slug="2021")
    foreign = doors.badge()
    foreign.edition = other
    foreign.save()
    stranger = doors.registered(cast.vera)
    stranger.edition, stranger.category = other, make_category(other)
    stranger.save()
    unknown = mark(foreign, at(18, 9))

    receipt = send(
        doors.phone(doors.entrance), unknown, mark(stranger, at(18, 9)), now=at(18, 9, 1)
    )

    assert [one.why for one in receipt.refused] == [UNKNOWN_BADGE, UNKNOWN_PERSON]
    assert Mark.objects.count() == 0


def test_a_spare_badge_is_taken_and_belongs_to_whom_it_is_handed(cast: Cast, doors: Doors) -> None:
    spare = doors.badge()
    send(doors.phone(doors.entrance), mark(spare, at(18, 9)), now=at(18, 9, 1))
    before = [one.holder for one in marks_of(doors.stage.edition)]

    spare.registration = doors.registered(cast.vera)
    spare.save()

    assert before == [f"badge:{spare.pk}"]
    assert [one.holder for one in marks_of(doors.stage.edition)] == [str(spare.registration.pk)]
    assert set(presence_of(doors.stage.edition)) == {spare.registration.pk}


def test_two_doors_at_once_a_wrong_hall_and_a_bus_without_a_seat_are_all_taken(
    cast: Cast, doors: Doors
) -> None:
    ramilya = doors.badge(doors.registered(cast.ramilya))
    receipts = [
        send(doors.phone(door), mark(ramilya, at(18, 9)), now=at(18, 9, 1))
        for door in (doors.entrance, doors.entrance, doors.small, doors.bus)
    ]

    assert [one.new for one in receipts] == [1, 1, 1, 1]
    assert marked_rows() == 4


def test_coming_again_counts_one_person(cast: Cast, doors: Doors) -> None:
    ramilya, ildar = (doors.badge(doors.registered(one)) for one in (cast.ramilya, cast.ildar))
    phone = doors.phone(doors.big)
    send(
        phone,
        mark(ramilya, at(18, 9)),
        mark(ramilya, at(18, 9, 40), direction="out"),
        mark(ramilya, at(18, 9, 50)),
        mark(ildar, at(18, 9)),
        mark(ildar, at(18, 9, 45), direction="out"),
        now=at(18, 10),
    )

    counts = door_counts(doors.stage.edition, at(18, 10))

    assert (counts[doors.big.pk].came, counts[doors.big.pk].inside) == (2, 1)
    assert counts[doors.big.pk].capacity == 300


def test_counts_agree_with_the_core(cast: Cast, doors: Doors) -> None:
    """A day of comings and goings of four people through three doors, in a fixed muddle."""
    badges = [
        doors.badge(doors.registered(one))
        for one in (cast.ramilya, cast.ildar, cast.vera, cast.azat)
    ]
    phones = [doors.phone(door) for door in (doors.entrance, doors.big, doors.small)]
    for number in range(60):
        direction = "out" if number % 5 in (1, 4) else "in"
        moment = at(18, 9) + timedelta(minutes=7 * number)
        walker = badges[number * number % 4 if number % 3 else number % 4]
        send(phones[number * 7 % 3], mark(walker, moment, direction=direction), now=moment)
    for hour in range(9, 17):
        moment = at(18, hour, 30)
        expected = inside(marks_of(doors.stage.edition), at=moment)
        counts = door_counts(doors.stage.edition, moment)

        assert [counts[one.pk].inside for one in (doors.entrance, doors.big, doors.small)] == [
            len(expected.get(place, ()))
            for place in ("", f"hall:{doors.stage.big.slug}", f"hall:{doors.stage.small.slug}")
        ]


def test_a_mark_taken_back_stays_in_the_table_and_counts_no_more(cast: Cast, doors: Doors) -> None:
    made = mark_by_hand(
        door=doors.entrance,
        registration=doors.registered(cast.ramilya),
        direction="in",
        source="desk",
        at=at(18, 9),
        by=cast.guzel,
        now=at(18, 9),
    )

    void_mark(mark=made, why="не тот человек", by=cast.guzel, now=at(18, 9, 5))

    assert (Mark.objects.count(), marked_rows()) == (1, 1)
    assert marks_of(doors.stage.edition) == []
    assert door_counts(doors.stage.edition, at(18, 10))[doors.entrance.pk].came == 0
    with pytest.raises(VoidNeedsReason):
        void_mark(mark=made, why=" ", by=cast.guzel, now=at(18, 9, 6))


def test_a_sheet_is_entered_with_one_line_in_the_log(cast: Cast, doors: Doors) -> None:
    people = [doors.registered(one) for one in (cast.ramilya, cast.ildar)]
    session = doors.stage.session("Бюджет", start=at(18, 10), hall=doors.stage.big)
    facts = {"direction": "in", "source": "paper", "by": cast.guzel, "now": at(18, 18)}

    mark_many_by_hand(door=doors.big, registrations=people, at=at(18, 10), session=session, **facts)

    assert list(AccessRecord.objects.values_list("person_name", "rows")) == [
        (cast.guzel.full_name, 2)
    ]
    assert {one.session for one in marks_of(doors.stage.edition)} == {session.code}
    with pytest.raises(SessionElsewhere):
        mark_many_by_hand(
            door=doors.small, registrations=people, at=at(18, 10), session=session, **facts
        )


def test_a_second_press_of_the_button_makes_no_second_mark(cast: Cast, doors: Doors) -> None:
    registration, number = doors.registered(cast.ramilya), uuid4()
    for _press in range(2):
        mark_by_hand(
            door=doors.entrance,
            registration=registration,
            direction="in",
            source="desk",
            at=at(18, 9),
            by=cast.guzel,
            now=at(18, 9),
            identity=number,
        )

    assert Mark.objects.count() == marked_rows() == 1


def test_presence_of_the_edition_is_what_its_marks_come_to(cast: Cast, doors: Doors) -> None:
    ramilya = doors.registered(cast.ramilya)
    doors.stage.session("Бюджет", start=at(18, 10), hall=doors.stage.big, minutes=90)
    phone = doors.phone(doors.big)
    send(
        phone,
        mark(ramilya, at(18, 9, 55)),
        mark(ramilya, at(18, 11, 31), direction="out"),
        now=at(18, 12),
    )

    found = presence_of(doors.stage.edition)[ramilya.pk]

    assert (found.minutes, found.hours) == (90, 2)


def test_what_the_edition_reads_of_its_marks_takes_the_same_queries_at_any_size(
    cast: Cast, doors: Doors, django_assert_num_queries: Any
) -> None:
    phone = doors.phone(doors.entrance)
    for person in (cast.ramilya, cast.ildar, cast.vera):
        badge = doors.badge(doors.registered(person))
        with django_assert_num_queries(9):
            send(phone, mark(badge, at(18, 9)), mark(badge, at(18, 10)), now=at(18, 11))
        with django_assert_num_queries(10):
            presence_of(doors.stage.edition)
        with django_assert_num_queries(2):
            door_counts(doors.stage.edition, at(18, 12))


def test_a_hall_goes_with_its_door_unless_somebody_stood_there(cast: Cast, doors: Doors) -> None:
    send(doors.phone(doors.big), now=at(18, 9))

    delete_hall(hall=doors.stage.small)
    with pytest.raises(DoorsInUse):
        delete_hall(hall=doors.stage.big)

    assert [door.name for door in doors.stage.edition.doors.all()] == [
        doors.entrance.name,
        doors.big.name,
        doors.bus.name,
    ]


def test_a_session_with_signatures_is_cancelled_and_never_deleted(cast: Cast, doors: Doors) -> None:
    session = doors.stage.session("Бюджет", start=at(18, 10), hall=doors.stage.big)
    facts = {"direction": "in", "source": "paper", "by": None, "now": at(18, 18)}
    ramilya = doors.registered(cast.ramilya)
    mark_by_hand(door=doors.big, registration=ramilya, at=at(18, 10), session=session, **facts)

    remove_session(session=session, now=at(18, 19))

    session.refresh_from_db()
    assert session.state == "cancelled"

"""One's own agenda: seats, queues that move up, clashes and swaps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from conftest import NOW
from rost.channels.models import Message
from rost.core.programme import codec
from rost.core.programme.model import Day, Form, Hall, Programme, Route, Session, State
from rost.forum.actions.agenda import (
    CannotBePicked,
    Clash,
    NoSeatToSwap,
    RegistrationNeeded,
    SessionStarted,
    add,
    fill_session_seats,
    remove,
    swap,
)
from rost.forum.actions.registration import cancel, register
from rost.forum.models import AgendaItem, Edition, Registration, SeatStatus, Version
from rost.forum.models import Session as Row
from rost.forum.queries.agenda_page import agenda_page
from rost.forum.queries.published import published_of
from rost.forum.tests.registration_stage import make_category, make_edition, make_people

pytestmark = pytest.mark.django_db

SEAT, WAITING = SeatStatus.SEAT, SeatStatus.WAITING
TEN = datetime(2020, 2, 18, 5, tzinfo=UTC)  # 10:00 in Ufa


def planned(code: str, start: datetime | None = TEN, minutes: int = 60, **fields: Any) -> Session:
    known: dict[str, Any] = {"hall": "big", "form": Form.LECTURE}
    return Session(
        code=code,
        guid=f"00000000-0000-4000-8000-{int(code):012}",
        number=int(code),
        slug=f"s{code}",
        title=f"Занятие {code}",
        minutes=minutes,
        start=start,
        **known | fields,
    )


def programme(*sessions: Session) -> Programme:
    return Programme(
        slug="rost-2020",
        title="Муниципалитеты – территории роста",
        timezone="Asia/Yekaterinburg",
        place="Уфа",
        version="1",
        start=date(2020, 2, 18),
        end=date(2020, 2, 18),
        days=(Day(date(2020, 2, 18), TEN - timedelta(hours=1), TEN + timedelta(hours=9)),),
        halls=(Hall("big", "Большой зал", 100), Hall("small", "Малый зал", 1)),
        routes=(
            Route(
                slug="bus",
                name="В Абзелиловский район",
                bus="ПАЗ",
                seats=2,
                host="80601000",
                host_name="Абзелиловский район",
                departs=TEN + timedelta(hours=2),
                returns=TEN + timedelta(hours=8),
            ),
        ),
        sessions=sessions,
    )


def publish(edition: Edition, *sessions: Session) -> list[Row]:
    """The sessions as rows and as an approved version of the programme."""
    value = programme(*sessions)
    number = Version.objects.filter(edition=edition).count() + 1
    edition.published = Version.objects.create(
        edition=edition,
        number=number,
        content=codec.dump(value),
        digest=uuid4().hex,
        approved_at=NOW,
    )
    edition.save()
    return [
        Row.objects.get_or_create(
            edition=edition,
            code=one.code,
            defaults={
                "guid": one.guid,
                "number": one.number,
                "slug": one.slug,
                "title": one.title,
                "form": one.form,
                "minutes": one.minutes,
                "changed_at": NOW,
            },
        )[0]
        for one in sessions
    ]


def registered(edition: Edition, count: int) -> list[Registration]:
    category = make_category(edition)
    return [
        register(edition=edition, person=person, category=category, now=NOW)
        for person in make_people(count)
    ]


def state_of(session: Row) -> list[tuple[str, str]]:
    items = AgendaItem.objects.filter(session=session).order_by("id")
    return [(one.registration.person.given_name, one.status) for one in items]


def test_seats_are_given_in_order_then_people_wait_and_move_up(db: None) -> None:
    edition = make_edition()
    (session,) = publish(edition, planned("000001", hall="small"))
    first, second, third = registered(edition, 3)
    for number, one in enumerate((first, second, third)):
        add(registration=one, session=session, now=NOW + timedelta(minutes=number))
    assert state_of(session) == [("0001", SEAT), ("0002", WAITING), ("0003", WAITING)]

    assert remove(registration=first, session=session, now=NOW) is True
    assert remove(registration=first, session=session, now=NOW) is False

    assert state_of(session) == [("0002", SEAT), ("0003", WAITING)]
    told = Message.objects.filter(dedupe__startswith="forum.agenda:")
    assert [one.person_id for one in told] == [second.person_id]


def test_adding_twice_is_adding_once(db: None) -> None:
    edition = make_edition()
    (session,) = publish(edition, planned("000001"))
    (mine,) = registered(edition, 1)

    first = add(registration=mine, session=session, now=NOW)
    second = add(registration=mine, session=session, now=NOW)

    assert first.pk == second.pk


def test_own_seats_of_a_session_count_within_those_of_the_hall(db: None) -> None:
    edition = make_edition()
    (session,) = publish(edition, planned("000001", seats=2))
    for one in registered(edition, 3):
        add(registration=one, session=session, now=NOW)

    assert [status for _name, status in state_of(session)] == [SEAT, SEAT, WAITING]


def test_a_bus_has_its_own_seats_and_takes_the_time_of_the_whole_route(db: None) -> None:
    edition = make_edition()
    visit = planned("000001", TEN + timedelta(hours=3), hall="", route="bus", form=Form.VISIT)
    before, during = planned("000002"), planned("000003", TEN + timedelta(hours=7))
    row, early, late = publish(edition, visit, before, during)
    one, two, three = registered(edition, 3)
    for mine in (one, two, three):
        add(registration=mine, session=row, now=NOW)
    assert [status for _name, status in state_of(row)] == [SEAT, SEAT, WAITING]

    add(registration=one, session=early, now=NOW)
    with pytest.raises(Clash) as clash:
        add(registration=one, session=late, now=NOW)

    assert clash.value.codes == ("000001",)


def test_a_clash_is_swapped_in_one_step_and_the_seat_left_goes_to_who_waits(db: None) -> None:
    edition = make_edition()
    narrow, wide = publish(edition, planned("000001", hall="small"), planned("000002"))
    mine, other = registered(edition, 2)
    add(registration=mine, session=narrow, now=NOW)
    add(registration=other, session=narrow, now=NOW)
    with pytest.raises(Clash):
        add(registration=mine, session=wide, now=NOW)

    swap(registration=mine, out=[narrow], into=wide, now=NOW)

    assert state_of(narrow) == [("0002", SEAT)]
    assert state_of(wide) == [("0001", SEAT)]


def test_without_a_free_seat_a_swap_changes_nothing(db: None) -> None:
    edition = make_edition()
    held, full = publish(edition, planned("000001"), planned("000002", hall="small"))
    mine, other = registered(edition, 2)
    add(registration=mine, session=held, now=NOW)
    add(registration=other, session=full, now=NOW)

    with pytest.raises(NoSeatToSwap):
        swap(registration=mine, out=[held], into=full, now=NOW)

    assert state_of(held) == [("0001", SEAT)]
    assert state_of(full) == [("0002", SEAT)]


@pytest.mark.parametrize(
    "session",
    [
        planned("000001", start=None),
        planned("000001", form=Form.BREAK),
        planned("000001", state=State.CANCELLED),
        planned("000001", state=State.PROPOSED),
    ],
)
def test_what_is_not_on_has_no_seats(db: None, session: Session) -> None:
    edition = make_edition()
    (row,) = publish(edition, session)
    (mine,) = registered(edition, 1)

    with pytest.raises(CannotBePicked):
        add(registration=mine, session=row, now=NOW)


def test_a_session_that_has_begun_takes_nobody_more(db: None) -> None:
    edition = make_edition()
    (row,) = publish(edition, planned("000001"))
    (mine,) = registered(edition, 1)

    with pytest.raises(SessionStarted):
        add(registration=mine, session=row, now=TEN)


def test_only_who_has_a_seat_at_the_forum_takes_seats_of_sessions(db: None) -> None:
    edition = make_edition(capacity=1)
    (row,) = publish(edition, planned("000001"))
    _seated, waiting = registered(edition, 2)

    with pytest.raises(RegistrationNeeded):
        add(registration=waiting, session=row, now=NOW)


def test_cancelling_the_registration_frees_the_seats_of_its_sessions(db: None) -> None:
    edition = make_edition()
    (session,) = publish(edition, planned("000001", hall="small"))
    first, second = registered(edition, 2)
    add(registration=first, session=session, now=NOW)
    add(registration=second, session=session, now=NOW)

    cancel(registration=first, now=NOW)

    assert state_of(session) == [("0002", SEAT)]


def test_a_larger_hall_in_a_new_version_seats_those_who_wait(db: None) -> None:
    edition = make_edition()
    (session,) = publish(edition, planned("000001", hall="small"))
    for one in registered(edition, 3):
        add(registration=one, session=session, now=NOW)

    publish(edition, planned("000001", seats=2))
    moved = fill_session_seats(edition=edition, now=NOW)

    assert [one.registration.person.given_name for one in moved] == ["0002"]
    assert [status for _name, status in state_of(session)] == [SEAT, SEAT, WAITING]


def test_a_version_that_moves_sessions_together_shows_the_clash(db: None) -> None:
    edition = make_edition()
    first, second = publish(edition, planned("000001"), planned("000002", TEN + timedelta(hours=1)))
    (mine,) = registered(edition, 1)
    add(registration=mine, session=first, now=NOW)
    add(registration=mine, session=second, now=NOW)

    publish(edition, planned("000001"), planned("000002", TEN + timedelta(minutes=30)))
    published = published_of(Edition.objects.get(pk=edition.pk))
    assert published is not None
    page = agenda_page(edition, published, mine, language="ru", now=NOW, day=None)

    ((_day, lines),) = page.days
    assert [line.against_codes for line in lines] == ["000002", "000001"]


def test_the_page_takes_the_same_queries_for_one_session_and_for_many(
    db: None, django_assert_num_queries: Any
) -> None:
    edition = make_edition()
    publish(
        edition,
        *(planned(f"{number:06}", TEN + timedelta(hours=number % 8)) for number in range(1, 60)),
    )
    (mine,) = registered(edition, 1)
    published = published_of(Edition.objects.get(pk=edition.pk))
    assert published is not None

    with django_assert_num_queries(2):
        page = agenda_page(edition, published, mine, language="ru", now=NOW, day=None)

    assert len(page.choice) == 59

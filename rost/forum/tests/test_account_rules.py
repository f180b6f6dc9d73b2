"""The account: two ways of counting agree on any rows, and no wrong figure passes unseen."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rost.forum.rules.account import (
    Attendee,
    Check,
    Fault,
    Group,
    Invited,
    Issued,
    Rows,
    Slot,
    count,
    dump,
    load,
    verify,
)
from rost.forum.rules.account.model import share_of

DAYS = (date(2020, 2, 18), date(2020, 2, 19))
DISTRICTS = (Group("80601000", "Абзелиловский район"), Group("80611000", "Белорецкий район"))
PLACES = (*DISTRICTS, Group("", "Без муниципалитета"))
CATEGORIES = (Group("1", "Главы"), Group("2", "Гости"))
SESSIONS = (
    Slot("AAA111", "Открытие", DAYS[0], "10:00–11:00", "Большой зал", 300),
    Slot("BBB222", "Бюджет", DAYS[1], "10:00–11:00", "Малый зал", None),
)
STATUSES = ("requested", "confirmed", "waiting", "cancelled")
CONFIRMED = "confirmed"


def attendees() -> st.SearchStrategy[tuple[Attendee, ...]]:
    one = st.builds(
        Attendee,
        id=st.integers(1, 10_000),
        status=st.sampled_from(STATUSES),
        at_door=st.booleans(),
        category=st.sampled_from([one.key for one in CATEGORIES]),
        district=st.sampled_from([one.key for one in PLACES]),
        days=st.frozensets(st.sampled_from(DAYS)),
        sessions=st.frozensets(st.sampled_from([one.key for one in SESSIONS])),
        hours=st.integers(0, 16),
    )
    return st.lists(one, max_size=30, unique_by=lambda one: one.id).map(
        lambda people: tuple(
            one if one.days else replace(one, sessions=frozenset(), hours=0) for one in people
        )
    )


@st.composite
def all_rows(draw: Any) -> Rows:
    """Any edition; certificates are held by people who came, one each, or by removed ones."""
    people = draw(attendees())
    here = [one.id for one in people if one.days]
    holders = draw(st.lists(st.sampled_from(here), unique=True)) if here else []
    hours = {one.id: one.hours for one in people}
    in_force = [Issued(one, sent=draw(st.booleans()), hours=hours[one]) for one in holders]
    removed = [Issued(None)] * draw(st.integers(0, 2))
    revoked = [Issued(one, sent=True, revoked=True) for one in here if draw(st.booleans())]
    invited = st.builds(
        Invited,
        category=st.sampled_from([one.key for one in CATEGORIES]),
        district=st.sampled_from([one.key for one in PLACES]),
    )
    return Rows(
        days=DAYS,
        districts=PLACES,
        categories=CATEGORIES,
        sessions=SESSIONS,
        people=people,
        invited=tuple(draw(st.lists(invited, max_size=20))),
        certificates=(*in_force, *removed, *revoked),
        strangers=draw(st.integers(0, 3)),
    )


@given(all_rows())
def test_both_ways_of_counting_agree(rows: Rows) -> None:
    assert verify(count(rows), rows) == ()


@given(all_rows())
def test_frozen_figures_agree_with_each_other_without_rows(rows: Rows) -> None:
    assert verify(count(rows), None) == ()


@given(all_rows(), st.data(), st.sampled_from((-1, 1, 7)))
def test_no_wrong_number_passes_unseen(rows: Rows, data: Any, wrong_by: int) -> None:
    figures = dump(count(rows))
    places = [where for where in numbers_in(figures) if where[-1] not in ("seats", "format")]
    where = data.draw(st.sampled_from(places))
    node = figures
    for step in where[:-1]:
        node = node[step]
    node[where[-1]] += wrong_by

    assert verify(load(figures), rows) != ()


@given(all_rows())
def test_figures_are_the_same_after_years_in_a_row_of_the_database(rows: Rows) -> None:
    figures = count(rows)

    assert load(json.loads(json.dumps(dump(figures)))) == figures


def numbers_in(node: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(node, dict):
        steps = list(node.items())
    elif isinstance(node, list):
        steps = list(enumerate(node))
    else:
        return [way] if type(node) is int else []
    return [found for name, one in steps for found in numbers_in(one, (*way, name))]


def person(number: int, status: str = CONFIRMED, **fields: Any) -> Attendee:
    known = {"at_door": False, "category": "1", "district": "80601000"}
    return Attendee(number, status, **known | fields)


def rows_of(*people: Attendee, **fields: Any) -> Rows:
    known = {"days": DAYS, "districts": PLACES, "categories": CATEGORIES, "sessions": SESSIONS}
    return Rows(people=people, **known | fields)


def test_the_figures_of_a_small_forum() -> None:
    both, first = frozenset(DAYS), frozenset(DAYS[:1])
    rows = rows_of(
        person(1, days=both, sessions=frozenset({"AAA111", "BBB222"}), hours=12),
        person(2, days=first, sessions=frozenset({"AAA111"}), hours=5),
        person(3, "requested"),
        person(4, "waiting", district="80611000"),
        person(5, "cancelled", days=first, hours=1),
        person(6, at_door=True, category="2", district="", days=first),
        invited=(Invited("1", "80601000"), Invited("1", "80611000")),
        certificates=(Issued(1, sent=True), Issued(2), Issued(2, revoked=True)),
    )

    figures = count(rows)

    assert (figures.invited, figures.registered, figures.guests) == (2, 4, 1)
    assert (figures.waiting, figures.cancelled) == (1, 1)
    assert (figures.came, figures.came_without_seat, figures.share) == (4, 1, 75)
    assert (figures.hours, figures.mean_hours) == (18, Decimal("4.5"))
    assert [one.came for one in figures.days] == [4, 1]
    assert [(one.name, one.came) for one in figures.districts] == [
        ("Абзелиловский район", 3),
        ("Белорецкий район", 0),
        ("Без муниципалитета", 1),
    ]
    assert [(one.came, one.share) for one in figures.sessions] == [(2, 1), (1, None)]
    papers = figures.certificates
    assert (papers.issued, papers.in_force, papers.revoked, papers.sent) == (3, 2, 1, 1)


def test_a_certificate_of_somebody_who_never_came_is_told() -> None:
    rows = rows_of(person(1), certificates=(Issued(1), Issued(1)))

    faults = verify(count(rows), rows)

    assert Fault(Check.ABSENT_HOLDERS, "certificates", "", 0, 2) in faults
    assert Fault(Check.TWO_IN_FORCE, "certificates", "", 0, 1) in faults
    assert Fault(Check.NOT_MORE, "certificates", "came", 0, 2) in faults


def test_certificates_with_other_hours_than_the_marks_are_told() -> None:
    both = frozenset(DAYS)
    rows = rows_of(
        person(1, days=both, hours=2),
        person(2, days=both, hours=6),
        person(3, days=both, hours=4),
        certificates=(
            Issued(1, hours=6),
            Issued(2, hours=2),
            Issued(3, hours=4),
            Issued(3, hours=9, revoked=True),
            Issued(None),
        ),
    )

    assert verify(count(rows), rows) == (
        Fault(Check.OTHER_HOURS, "certificate_hours", "", expected=8, found=8, number=2),
    )


def test_figures_frozen_before_hours_of_certificates_were_counted_are_read() -> None:
    stored = dump(count(rows_of(person(1))))
    del stored["certificates"]["hours"]

    assert load(stored).certificates.hours == 0


def test_people_of_a_district_that_has_no_line_are_told() -> None:
    rows = rows_of(person(1, district="80999000"))

    assert Fault(Check.NOT_LISTED, "registered", "district 80999000", 1, 0) in verify(
        count(rows), rows
    )


def test_shares_are_whole_percents_rounded_half_up() -> None:
    assert [share_of(part, 8) for part in (0, 1, 3, 8)] == [0, 13, 38, 100]
    assert share_of(3, 0) is None

"""Sign-in sheets: rows frozen when printed, marks entered from paper once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from conftest import NOW, Cast
from rost.directory.models import AccessRecord
from rost.forum.actions.badges import make_spares
from rost.forum.actions.guests import register_guest
from rost.forum.actions.proxies import Entry
from rost.forum.actions.registration import cancel, register
from rost.forum.actions.sheets import (
    RowsUnfit,
    enter_sheet,
    make_sheets,
    note_sheets_printed,
)
from rost.forum.models import Category, Day, Mark, MarkSource, Registration, Sheet
from rost.forum.queries.attendance import presence_of
from rost.forum.queries.papers import sheet_contents, sheets_with_targets
from rost.forum.rules.sheets import read_rows, read_serial

from .registration_stage import make_category, make_people
from .stage import Stage, at, hold_in_agenda, make_stage

DURING = at(18, 15)


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return make_stage(cast)


@pytest.fixture
def category(stage: Stage) -> Category:
    return make_category(stage.edition, "Участники")


def registered(stage: Stage, category: Category, count: int) -> list[Registration]:
    stage.edition.registration_opens_at = NOW - timedelta(days=1)
    stage.edition.save()
    return [
        register(edition=stage.edition, person=person, category=category, now=NOW)
        for person in make_people(count)
    ]


def sheet_of(stage: Stage, target: object, **facts: object) -> Sheet:
    known = {"blank_rows": 3, "minimal": False, "now": NOW}
    [sheet] = make_sheets(edition=stage.edition, targets=[target], **known | facts)  # type: ignore[arg-type,list-item]
    return sheet


def first_day(stage: Stage) -> Day:
    return stage.edition.days.order_by("date")[0]


def test_everybody_stands_in_the_sheet_of_a_day_by_district_then_surname(
    stage: Stage, category: Category, cast: Cast
) -> None:
    people = registered(stage, category, 2)
    head = register(
        edition=stage.edition,
        person=cast.ramilya,
        category=category,
        municipality=cast.askarovo,
        now=NOW,
    )

    sheet = sheet_of(stage, first_day(stage))

    assert sheet.people == [head.pk, people[0].pk, people[1].pk]


def test_a_session_has_those_who_took_a_seat_and_everybody_where_nobody_did(
    stage: Stage, category: Category, cast: Cast
) -> None:
    people = registered(stage, category, 2)
    chosen = stage.session("Мастер-класс", start=at(18, 10), hall=stage.small)
    open_to_all = stage.session("Круглый стол", start=at(18, 9), hall=stage.big)
    plenary = stage.session("Открытие", form="plenary", start=at(18, 14), hall=stage.big)
    visit = stage.session("Родники", form="visit", start=at(19, 9), route=stage.route)
    hold_in_agenda(people[1].person, chosen)
    hold_in_agenda(people[0].person, visit)
    hold_in_agenda(people[0].person, plenary)

    found = make_sheets(
        edition=stage.edition,
        targets=[chosen, open_to_all, plenary, visit, stage.route],
        blank_rows=0,
        minimal=False,
        now=NOW,
    )

    first, second = people[0].pk, people[1].pk
    assert [one.people for one in found] == [
        [second],
        [first, second],
        [first, second],
        [first],
        [first],
    ]
    [all_of_them] = make_sheets(
        edition=stage.edition,
        targets=[chosen],
        blank_rows=0,
        minimal=False,
        everybody=True,
        now=NOW,
    )
    assert all_of_them.people == [first, second]


def test_a_sheet_printed_again_is_the_same_until_somebody_comes_or_goes(
    stage: Stage, category: Category
) -> None:
    registered(stage, category, 2)
    first = sheet_of(stage, first_day(stage))
    again = sheet_of(stage, first_day(stage))
    register_guest(
        edition=stage.edition,
        entry=Entry("Аглямова", "Ида"),
        category=category,
        registered_by=category.registrations.all()[0].person,
        basis="устно",
        now=NOW,
    )

    changed = sheet_of(stage, first_day(stage))

    assert again == first
    assert changed.code != first.code
    first.refresh_from_db()
    assert len(first.people) == 2
    assert len(changed.people) == 3


def test_the_code_of_a_sheet_survives_no_slip_of_the_pen() -> None:
    code = Sheet(serial=12).code

    assert code == "12-62"
    assert read_serial(code) == read_serial(" 1262 ") == 12
    wrong = ["13-62", "21-62", "12-26", "12-63", "1226", "", "abc", "9" * 40]
    assert [read_serial(one) for one in wrong] == [None] * len(wrong)


@pytest.mark.parametrize(
    ("typed", "numbers", "faults"),
    [
        ("1-3, 5", (1, 2, 3, 5), ()),
        ("1–2;4 6", (1, 2, 4, 6), ()),
        ("1 - 3", (1, 2, 3), ()),
        ("2, +2", (2, 7, 8), ()),
        ("8", (8,), ()),
        ("0, 10, 3-1, +4, да", (), ("0", "10", "3-1", "+4", "да")),
        ("", (), ()),
    ],
)
def test_rows_are_read_as_clerks_type_them(
    typed: str, numbers: tuple[int, ...], faults: tuple[str, ...]
) -> None:
    found = read_rows(typed, printed=6, blank=3)

    assert (found.numbers, found.faults) == (numbers, faults)


def test_signed_rows_become_marks_of_the_session_once(
    stage: Stage, category: Category, cast: Cast
) -> None:
    people = registered(stage, category, 3)
    session = stage.session("Открытие", start=at(18, 10), hall=stage.big)
    sheet = sheet_of(stage, session)

    first = enter_sheet(sheet=sheet, rows=[1, 3], guests={}, by=cast.guzel, now=DURING)
    second = enter_sheet(sheet=sheet, rows=[1, 2, 3], guests={}, by=cast.guzel, now=DURING)

    assert (first.marked, second.marked, second.before) == ((1, 3), (2,), (1, 3))
    marks = Mark.objects.order_by("registration")
    assert [(one.registration_id, one.session_id, one.at, one.door.hall_id) for one in marks] == [
        (one.pk, session.pk, at(18, 10), stage.big.pk) for one in people
    ]
    assert set(marks.values_list("source", flat=True)) == {MarkSource.PAPER}


def test_another_print_of_the_same_session_marks_nobody_twice(
    stage: Stage, category: Category, cast: Cast
) -> None:
    registered(stage, category, 2)
    session = stage.session("Открытие", start=at(18, 10), hall=stage.big)
    full = sheet_of(stage, session)
    minimal = sheet_of(stage, session, minimal=True)
    enter_sheet(sheet=full, rows=[1], guests={}, by=cast.guzel, now=DURING)

    entered = enter_sheet(sheet=minimal, rows=[1, 2], guests={}, by=cast.guzel, now=DURING)

    assert (entered.marked, entered.before) == ((2,), (1,))
    assert Mark.objects.count() == 2


def test_a_mark_taken_back_stays_taken_back(stage: Stage, category: Category, cast: Cast) -> None:
    registered(stage, category, 1)
    sheet = sheet_of(stage, first_day(stage))
    enter_sheet(sheet=sheet, rows=[1], guests={}, by=cast.guzel, now=DURING)
    Mark.objects.update(voided_at=DURING, voided_why="подпись другого")

    entered = enter_sheet(sheet=sheet, rows=[1], guests={}, by=cast.guzel, now=DURING)

    assert (entered.marked, entered.taken_back) == ((), (1,))
    assert Mark.objects.count() == 1


def test_days_have_marks_of_their_own(stage: Stage, category: Category, cast: Cast) -> None:
    registered(stage, category, 1)
    first, second = stage.edition.days.order_by("date")

    for day in (first, second):
        enter_sheet(sheet=sheet_of(stage, day), rows=[1], guests={}, by=cast.guzel, now=at(19, 18))

    assert list(Mark.objects.order_by("at").values_list("at", flat=True)) == [
        first.starts_at,
        second.starts_at,
    ]


def test_blank_rows_are_named_as_guests_or_stay_unreadable(
    stage: Stage, category: Category, cast: Cast
) -> None:
    registered(stage, category, 2)
    sheet = sheet_of(stage, first_day(stage))
    guest = register_guest(
        edition=stage.edition,
        entry=Entry("Гостева", "Анна"),
        category=category,
        registered_by=cast.guzel,
        basis="лист регистрации",
        now=NOW,
    )

    enter_sheet(sheet=sheet, rows=[3, 4], guests={3: guest}, by=cast.guzel, now=DURING)
    again = enter_sheet(sheet=sheet, rows=[3, 4], guests={}, by=cast.guzel, now=DURING)

    sheet.refresh_from_db()
    assert (sheet.guests, sheet.unnamed) == ({"3": guest.pk}, [4])
    assert again.before == (3,)
    assert list(Mark.objects.values_list("registration", flat=True)) == [guest.pk]


def test_whoever_gave_up_the_seat_is_not_marked_in_silence(
    stage: Stage, category: Category, cast: Cast
) -> None:
    people = registered(stage, category, 2)
    sheet = sheet_of(stage, first_day(stage))
    cancel(registration=people[0], now=NOW)

    with pytest.raises(RowsUnfit):
        enter_sheet(sheet=sheet, rows=[1, 2], guests={}, by=cast.guzel, now=DURING)

    assert Mark.objects.count() == 0


def test_printing_is_written_down_once(
    stage: Stage, category: Category, cast: Cast, now: datetime
) -> None:
    registered(stage, category, 2)
    sheet = sheet_of(stage, first_day(stage))

    for _again in range(2):
        [read] = sheets_with_targets(stage.edition, [sheet.pk])
        note_sheets_printed(sheets=[read], by=cast.guzel, now=now)

    sheet.refresh_from_db()
    assert sheet.prints == 1
    records = AccessRecord.objects.filter(register="forum.sheets")
    assert list(records.values_list("act", "rows")) == [("print", 2)]


def test_a_printed_sheet_says_who_and_where_and_the_minimal_one_only_who(
    stage: Stage, category: Category, cast: Cast
) -> None:
    register(
        edition=stage.edition,
        person=cast.ramilya,
        category=category,
        municipality=cast.askarovo,
        post="глава",
        now=NOW,
        at_any_hour=True,
    )
    session = stage.session("Открытие", start=at(18, 10), hall=stage.big)
    full, minimal = sheet_of(stage, session), sheet_of(stage, session, minimal=True)

    first, second = sheet_contents(sheets_with_targets(stage.edition, [full.pk, minimal.pk]), "en")

    row = first.rows[0]
    assert (row.number, row.name, row.post) == (1, "Ахметова Рамиля Айратовна", "глава")
    assert (row.district, row.municipality) == ("Абзелиловский район", "Аскаровский сельсовет")
    assert first.title == "Открытие"
    assert first.where == "Большой зал"
    assert first.code == full.code
    assert (second.rows[0].name, second.rows[0].post, second.rows[0].district) == (
        "Ахметова Рамиля Айратовна",
        "",
        "",
    )


@pytest.mark.parametrize("people", [2, 12])
def test_contents_take_as_many_queries_for_many_people_as_for_few(
    stage: Stage,
    category: Category,
    people: int,
    django_assert_num_queries: object,
) -> None:
    registered(stage, category, people)
    sessions = [
        stage.session(f"Лекция {hour}", start=at(18, hour), hall=stage.big) for hour in (10, 12)
    ]
    make_spares(edition=stage.edition, count=1, now=NOW)
    sheets = make_sheets(
        edition=stage.edition, targets=sessions, blank_rows=0, minimal=False, now=NOW
    )

    with django_assert_num_queries(2):  # type: ignore[operator]
        sheet_contents(sheets_with_targets(stage.edition, [one.pk for one in sheets]), "ru")


def test_a_row_of_a_session_counts_as_having_been_there(
    stage: Stage, category: Category, cast: Cast
) -> None:
    first, second = registered(stage, category, 2)
    session = stage.session("Открытие", start=at(18, 10), hall=stage.big, minutes=90)
    sheet = sheet_of(stage, session)

    enter_sheet(sheet=sheet, rows=[1], guests={}, by=cast.guzel, now=at(18, 20))

    found = presence_of(stage.edition)
    assert (found[first.pk].minutes, found[first.pk].hours) == (90, 2)
    assert second.pk not in found

"""The programme editor: the grid, the small forms, the command line, two people at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conftest import NOW, Cast
from rost.core.programme.findings import Level, Rule
from rost.forum.actions.editions import set_rule_levels
from rost.forum.actions.programme import place_session
from rost.forum.models import Session
from rost.forum.queries.desk import board_of, columns_on, grid, unplaced

from .stage import Stage, at, make_stage

LATER = NOW + timedelta(hours=1)
EDITOR = reverse("forum:desk_programme", args=["2020"])


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return make_stage(cast)


@pytest.fixture
def editor(cast: Cast, signed_in: Any) -> Client:
    client: Client = signed_in(cast.nina)
    return client


def obey(client: Client, line: str, **rest: str) -> Any:
    where = reverse("forum:desk_command", args=["2020"])
    return client.post(where, {"line": line, "day_open": "2020-02-18", **rest})


def where(session: Session) -> tuple[object, object]:
    fresh = Session.objects.get(pk=session.pk)
    return fresh.starts_at, fresh.hall or fresh.route


def test_a_day_is_a_grid_of_half_hours_and_halls(stage: Stage) -> None:
    long = stage.session("Длинная", start=at(18, 10), hall=stage.big, minutes=90)
    odd = stage.session("Не с получаса", start=at(18, 10, 20), hall=stage.small, minutes=40)
    stage.session("Выезд", start=at(19, 12), route=stage.route)
    board = board_of(stage.edition)
    day = board.days[0]

    rows = grid(board, day)
    cells = {
        (f"{row.start:%H:%M}", cell.place): ([one.session.code for one in cell.pieces], cell.rows)
        for row in rows
        for cell in row.cells
    }

    assert [column.key for column in columns_on(board, day)] == ["A", "B"]
    assert len(rows) == 19  # eighteen half hours and 10:20
    assert cells["10:00", "hall:bolshoy-zal"] == ([long.code], 4)
    assert cells["10:20", "hall:malyy-zal"] == ([odd.code], 2)
    assert cells["11:30", "hall:bolshoy-zal"] == ([], 1)
    for place in ("hall:bolshoy-zal", "hall:malyy-zal"):
        assert sum(rows for (_at, own), (_, rows) in cells.items() if own == place) == 19


def test_a_clash_shows_both_sessions(stage: Stage) -> None:
    first = stage.session("Первая", start=at(18, 10), hall=stage.big, minutes=120)
    second = stage.session("Вторая", start=at(18, 11), hall=stage.big, minutes=30)
    board = board_of(stage.edition)

    shown = [
        (piece.session.code, piece.level, cell.rows)
        for row in grid(board, board.days[0])
        for cell in row.cells
        for piece in cell.pieces
    ]

    assert shown == [(first.code, "forbid_approval", 2), (second.code, "forbid_approval", 2)]


def test_what_has_no_place_yet_is_listed(stage: Stage) -> None:
    waiting = stage.session("Ждёт", state="proposed")
    stage.session("Отменена", state="cancelled")
    stage.session("Обед для всех", form="break", start=at(18, 13))

    assert [one.code for one in unplaced(board_of(stage.edition))] == [waiting.code]


@pytest.mark.parametrize(
    ("line", "time", "place"),
    [
        ("{code} 18 10:30 A", at(18, 10, 30), "Большой зал"),
        ("{code} 12:00 малый", at(18, 12), "Малый зал"),
        ("{code} 19 11:00 R1", at(19, 11), "Аскарово и его родники"),
        ("{code} +15", at(18, 9, 15), "Большой зал"),
        ("{code} -", None, None),
    ],
)
def test_a_line_moves_a_session(
    stage: Stage, editor: Client, line: str, time: object, place: str | None
) -> None:
    session = stage.session("Лекция", start=at(18, 9), hall=stage.big)

    answer = obey(editor, line.format(code=session.code))

    assert answer.status_code == 302
    assert answer.headers["Location"].endswith(f"#s-{session.code}")
    found_time, found_place = where(session)
    assert (found_time, str(found_place) if found_place else None) == (time, place)


def test_a_line_swaps_two_sessions(stage: Stage, editor: Client) -> None:
    first = stage.session("Первая", start=at(18, 10), hall=stage.big)
    second = stage.session("Вторая", start=at(18, 12), hall=stage.small)

    obey(editor, f"{first.code} <> {second.code}")

    assert where(first) == (at(18, 12), stage.small)
    assert where(second) == (at(18, 10), stage.big)


def test_a_wrong_line_stays_with_the_reason(stage: Stage, editor: Client) -> None:
    session = stage.session("Лекция", start=at(18, 9), hall=stage.big)

    answer = obey(editor, f"{session.code} 21 10:30 A")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'value="{session.code} 21 10:30 A"' in page
    assert "18.02, 19.02" in page
    assert where(session) == (at(18, 9), stage.big)


def test_a_line_typed_over_an_old_page_is_refused(stage: Stage, editor: Client) -> None:
    session = stage.session("Лекция", start=at(18, 9), hall=stage.big)
    drawn = editor.get(EDITOR).context["drawn"]
    place_session(session=session, starts_at=at(18, 15), hall=stage.big, now=LATER)

    answer = obey(editor, f"{session.code} 12:00 A", drawn=drawn)

    assert answer.status_code == 409
    assert f"{session.code} 12:00 A" in answer.content.decode()
    assert where(session) == (at(18, 15), stage.big)


def test_a_forbidden_move_is_refused_with_its_reason(stage: Stage, editor: Client) -> None:
    set_rule_levels(edition=stage.edition, levels={Rule.HALL_CLASH: Level.FORBID})
    stage.session("Первая", start=at(18, 10), hall=stage.big)
    second = stage.session("Вторая", start=at(18, 12), hall=stage.big)

    answer = obey(editor, f"{second.code} 10:30 A")

    assert answer.status_code == 409
    assert "Большой зал" in str(answer.context["refusal"].message)
    assert where(second) == (at(18, 12), stage.big)


def test_a_free_slot_of_the_grid_places_the_chosen_session(stage: Stage, editor: Client) -> None:
    session = stage.session("Лекция")
    page = editor.get(EDITOR, {"session": session.code})
    slot = "2020-02-18T10:30|hall:malyy-zal"

    assert f'value="{slot}"' in page.content.decode()
    editor.post(
        reverse("forum:desk_place", args=["2020", session.code]),
        {"slot": slot, "seen": page.context["seen"]},
    )

    assert where(session) == (at(18, 10, 30), stage.small)


def test_the_small_form_places_and_refuses_what_changed_meanwhile(
    stage: Stage, editor: Client
) -> None:
    session = stage.session("Лекция")
    page = editor.get(EDITOR, {"session": session.code})
    typed = {
        "day": "2020-02-19",
        "time": "11:45",
        "place": f"route:{stage.route.slug}",
        "seen": page.context["seen"],
    }
    put = reverse("forum:desk_place", args=["2020", session.code])

    first = editor.post(put, typed)
    again = editor.post(put, typed | {"time": "12:15"})

    assert first.status_code == 302
    assert again.status_code == 409
    assert "12:15" in again.content.decode()
    assert where(session) == (at(19, 11, 45), stage.route)


def test_swap_and_take_off_by_small_forms(stage: Stage, editor: Client) -> None:
    first = stage.session("Первая", start=at(18, 10), hall=stage.big)
    second = stage.session("Вторая", start=at(18, 12), hall=stage.small)
    swap = reverse("forum:desk_swap", args=["2020", first.code])

    unknown = editor.post(swap, {"other": "ZZZZZZ"})
    editor.post(swap, {"other": second.code.lower()})
    editor.post(reverse("forum:desk_place_removal", args=["2020", second.code]))

    assert unknown.status_code == 409
    assert "ZZZZZZ" in unknown.content.decode()
    assert where(first) == (at(18, 12), stage.small)
    assert where(second) == (None, None)


def test_warnings_are_listed_by_level_with_their_sessions(stage: Stage, editor: Client) -> None:
    first = stage.session("Пленарное", start=at(18, 10), hall=stage.big, form="plenary")
    second = stage.session("Вторая", start=at(18, 10), hall=stage.big)

    everything = editor.get(EDITOR).context
    warnings = editor.get(EDITOR, {"level": "warn"}).context

    assert [
        (one["level"], sorted(session.code for session, _day in one["sessions"]))
        for one in everything["findings"]
    ] == [("forbid_approval", sorted([first.code, second.code])), ("warn", [first.code])]
    assert [one["level"] for one in warnings["findings"]] == ["warn"]
    assert warnings["total"] == 2


def test_a_page_with_a_mistake_can_be_left_in_any_way(stage: Stage, editor: Client) -> None:
    session = stage.session("Лекция", start=at(18, 9), hall=stage.big)

    page = obey(editor, f"{session.code} 25:00 A")
    opened = editor.get(reverse("forum:desk_command", args=["2020"]))

    assert 'href="?' not in page.content.decode()
    assert (opened.status_code, opened.headers["Location"]) == (302, EDITOR)


def test_only_the_heaviest_of_many_warnings_are_listed(stage: Stage, editor: Client) -> None:
    for number in range(12):
        stage.session(f"Лекция № {number}", start=at(18, 10), hall=stage.big)

    found = editor.get(EDITOR).context

    assert (found["total"], len(found["findings"]), found["more"]) == (66, 60, 6)

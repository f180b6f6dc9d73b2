"""The written rule, example by example: docs/algorithms/attendance.md has the same ones."""

from __future__ import annotations

from datetime import date, timedelta

from rost.core.attendance import Presence, Rules, Slot, inside, solve

from .day import RULES, UFA, clock, mark, minutes, presence, slot


def test_one_mark_counts_the_session_it_was_made_for() -> None:
    assert minutes("9:50 in big") == {"OPENING": 90}


def test_one_mark_does_not_reach_into_the_next_session_of_the_hall() -> None:
    assert minutes("13:50 in big") == {"ROADS": 60}


def test_a_new_mark_in_the_break_counts_the_next_session() -> None:
    assert minutes("9:50 in big", "11:55 in big") == {"OPENING": 90, "LAND": 60}


def test_a_mark_at_the_moment_a_session_ends_is_for_the_next() -> None:
    assert minutes("13:50 in big", "15:00 in big") == {"ROADS": 60, "WATER": 60}


def test_leaving_the_hall_shows_that_somebody_stayed() -> None:
    assert minutes("9:50 in big", "13:00 out big") == {"OPENING": 90, "LAND": 60}


def test_leaving_the_next_day_shows_nothing() -> None:
    assert presence(mark("13:50 in big"), mark("9:00 out big", day=19)).sessions == {"ROADS": 60}


def test_a_mark_in_another_hall_shows_nothing_about_the_time_before() -> None:
    assert minutes("9:50 in big", "13:55 in small") == {"OPENING": 90, "YOUTH": 60}


def test_a_mark_in_another_hall_ends_the_stay() -> None:
    assert minutes("13:50 in big", "14:25 in small") == {"YOUTH": 35}


def test_half_a_session_is_enough() -> None:
    assert minutes("14:00 in big", "14:30 out big") == {"ROADS": 30}


def test_a_second_less_than_half_is_not() -> None:
    assert minutes("14:00 in big", "14:29:59 out big") == {}


def test_whole_minutes_count() -> None:
    assert minutes("14:00 in big", "14:50:59 out big") == {"ROADS": 50}


def test_who_is_too_late_for_this_session_has_come_for_the_next() -> None:
    assert minutes("14:31 in big") == {"WATER": 60}


def test_who_is_late_but_in_time_to_count_has_come_for_this_session() -> None:
    assert minutes("14:20 in big") == {"ROADS": 40}


def test_too_early_is_for_no_session() -> None:
    assert minutes("9:14 in big") == {}


def test_but_leaving_shows_that_the_early_comer_stayed() -> None:
    assert minutes("9:14 in big", "11:30 out big") == {"OPENING": 90}


def test_coming_in_again_goes_on_with_the_stay() -> None:
    assert minutes("14:00 in big", "14:40 in big") == {"ROADS": 60}


def test_time_outside_the_hall_does_not_count() -> None:
    assert minutes("14:00 in big", "14:20 out big", "14:40 in big", "15:00 out big") == {
        "ROADS": 40
    }


def test_leaving_without_coming_ends_nothing() -> None:
    assert minutes("13:50 in big", "14:10 out small") == {"ROADS": 60}


def test_the_entrance_tells_the_day_and_nothing_more() -> None:
    found = presence(mark("9:00 in"))

    assert found == Presence("rida", frozenset({date(2020, 2, 18)}))


def test_coming_in_at_the_entrance_does_not_end_a_stay() -> None:
    assert minutes("13:50 in big", "14:10 in") == {"ROADS": 60}


def test_leaving_the_forum_ends_everything() -> None:
    assert minutes("13:50 in big", "14:10 out", "15:00 out big") == {}


def test_a_break_neither_counts_nor_holds_back_who_comes_for_the_next_session() -> None:
    assert minutes("11:31 in big") == {"LAND": 60}


def test_two_halls_at_once_the_later_mark_wins() -> None:
    assert minutes("12:00 in big", "12:01 in small") == {"NGO": 59}


def test_two_halls_at_one_moment_the_greater_id_wins() -> None:
    both = mark("12:00 in big", id="2"), mark("12:00 in small", id="1")

    assert presence(*both).sessions == {"LAND": 60}


def test_a_mark_that_lost_is_as_if_it_was_not_made() -> None:
    assert minutes("12:00 in big", "12:10 in small", "12:12 in big") == {"LAND": 60}


def test_marks_further_apart_than_a_tap_are_two_moves() -> None:
    assert minutes("12:00 in big", "12:10 in small", "12:12:01 in big") == {"LAND": 57}


def test_a_double_tap_is_one_mark() -> None:
    # Alone, the second would be for ROADS: it comes when LAND is over.
    rules = Rules(share_percent=1, early=timedelta(minutes=60))

    assert minutes("13:00:30 in big", rules=rules) == {"ROADS": 60}
    assert minutes("12:59 in big", "13:00:30 in big", rules=rules) == {"LAND": 1}


def test_a_line_of_a_sheet_counts_its_session_whole() -> None:
    signed = mark("15:30 in big", session="ROADS")

    assert presence(signed).sessions == {"ROADS": 60}


def test_a_sheet_is_believed_before_a_door() -> None:
    signed = mark("15:30 in small", session="YOUTH")

    assert presence(mark("13:50 in big"), signed).sessions == {"YOUTH": 60}


def test_a_sheet_moves_nobody() -> None:
    signed = mark("14:10 in small", session="NGO")

    assert presence(mark("13:50 in big"), signed).sessions == {"NGO": 60, "ROADS": 60}


def test_a_sheet_of_a_session_taken_from_the_programme_tells_only_the_day() -> None:
    found = presence(mark("10:10 in big", session="GONE"))

    assert (found.days, found.sessions) == (frozenset({date(2020, 2, 18)}), {})


def test_a_bus_counts_every_visit_of_its_day() -> None:
    found = presence(mark("8:00 in bus", day=19))

    assert found.sessions == {"FARM": 60, "MUSEUM": 60}


def test_who_left_the_bus_or_came_to_a_hall_is_on_the_route_no_more() -> None:
    assert presence(mark("8:00 in bus", day=19), mark("11:30 out bus", day=19)).sessions == {
        "FARM": 60
    }
    assert presence(mark("8:00 in bus", day=19), mark("11:30 in big", day=19)).sessions == {
        "FARM": 60
    }


def test_a_bus_of_tomorrow_is_not_reached_by_a_mark_of_today() -> None:
    assert presence(mark("20:00 in bus")).sessions == {}


def test_sessions_that_overlap_share_their_time() -> None:
    timetable = [slot("LONG", "big", "10:00", "14:00"), slot("PART", "big", "11:00", "12:00")]

    found = presence(mark("9:55 in big"), slots=timetable)

    assert (found.sessions, found.minutes) == ({"LONG": 240}, 240)


def test_what_a_session_without_enough_presence_leaves_goes_to_the_other() -> None:
    timetable = [slot("LONG", "big", "10:00", "14:00"), slot("PART", "big", "11:00", "12:00")]

    found = presence(mark("11:00 in big"), mark("12:00 out big"), slots=timetable)

    assert found.sessions == {"PART": 60}


def test_hours_are_whole_academic_hours() -> None:
    found = presence(*map(mark, ["9:50 in big", "11:55 in big", "13:55 in small"]))

    assert (found.minutes, found.hours) == (210, 4)


def test_the_day_is_the_day_in_ufa() -> None:
    found = presence(mark("23:30 in small"))  # 18:30 in Greenwich

    assert (found.days, found.sessions) == (frozenset({date(2020, 2, 18)}), {"NIGHT": 60})


def test_a_session_over_midnight_belongs_to_its_mark() -> None:
    assert presence(mark("22:50 in small")).sessions == {"NIGHT": 90}


def test_the_hour_when_clocks_are_put_back_is_counted_once_more() -> None:
    # A forum elsewhere: in Berlin 2020-10-25 the clock showed 02:00–03:00 twice.
    from datetime import datetime
    from zoneinfo import ZoneInfo

    berlin = ZoneInfo("Europe/Berlin")
    night = Slot(
        "NIGHT",
        "big",
        datetime(2020, 10, 25, 1, tzinfo=berlin),
        datetime(2020, 10, 25, 4, tzinfo=berlin),
    )
    came = mark("9:50 in big")
    came = type(came)("1", "rida", came.kind, "big", datetime(2020, 10, 25, 0, 50, tzinfo=berlin))

    assert solve([came], [night], RULES, zone=berlin)["rida"].minutes == 240


def test_two_people_do_not_touch_each_other() -> None:
    found = solve(
        [mark("13:50 in big"), mark("13:50 in small", holder="azat")],
        [slot("ROADS", "big", "14:00", "15:00"), slot("YOUTH", "small", "14:00", "15:00")],
        RULES,
        zone=UFA,
    )

    assert {name: dict(one.sessions) for name, one in found.items()} == {
        "azat": {"YOUTH": 60},
        "rida": {"ROADS": 60},
    }


def test_inside_now() -> None:
    marks = [
        mark("9:00 in"),
        mark("9:50 in big"),
        mark("9:00 in", holder="azat"),
        mark("9:55 in big", holder="azat"),
        mark("10:30 out big", holder="azat"),
        mark("9:40 in small", holder="vera"),
        mark("10:40 out", holder="vera"),
        mark("10:10 in big", holder="nina", session="OPENING"),
        mark("11:00 in small"),
    ]

    assert inside(marks, at=clock("10:00")) == {
        "": {"rida", "azat", "vera"},
        "big": {"rida", "azat"},
        "small": {"vera"},
    }
    assert inside(marks, at=clock("10:45")) == {"": {"rida", "azat"}, "big": {"rida"}}
    assert inside(marks, at=clock("11:00")) == {"": {"rida", "azat"}, "small": {"rida"}}

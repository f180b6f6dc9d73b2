from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rost.core.programme.check import check
from rost.core.programme.findings import Finding, Level, Rule
from rost.core.programme.model import (
    Contribution,
    Day,
    Form,
    Hall,
    Part,
    Programme,
    Route,
    Session,
    State,
    Window,
)
from rost.core.programme.verify import verify

from . import samples

GULNARA, MARAT = 1, 2


def at(clock: str) -> datetime:
    hours, minutes = clock.split(":")
    return samples.OPENING.replace(hour=int(hours), minute=int(minutes))


def taking_part(person: int, part: Part = Part.MODERATOR) -> Contribution:
    return Contribution(person, f"guid-{person}", "", part)


def session(code: str, clock: str = "10:00", minutes: int = 60, **changes: object) -> Session:
    one = Session(
        code=code,
        guid=code,
        number=1,
        slug=code.lower(),
        title=code,
        form=Form.LECTURE,
        minutes=minutes,
        start=at(clock),
        hall="big",
    )
    return replace(one, **changes)  # type: ignore[arg-type]


def programme(*sessions: Session) -> Programme:
    return Programme(
        slug="forum",
        title="Форум",
        timezone="Asia/Yekaterinburg",
        place="Уфа",
        version="1",
        start=samples.FIRST,
        end=samples.FIRST,
        days=(Day(samples.FIRST, at("09:00"), at("19:00")),),
        halls=(Hall("big", "Большой зал", 100), Hall("small", "Малый зал", 20)),
        routes=(
            Route(
                slug="north",
                name="Северный маршрут",
                bus="автобус",
                seats=30,
                host="80623000",
                host_name="Дюртюлинский район",
                departs=at("09:00"),
                returns=at("17:00"),
            ),
        ),
        sessions=sessions,
    )


def found(*sessions: Session, **more: object) -> tuple[Finding, ...]:
    given = {"demand": {}, "windows": ()} | more
    return check(programme(*sessions), **given)  # type: ignore[arg-type]


@given(
    programme=samples.programmes(least=4),
    windows=samples.windows(),
    demand=st.integers(0, 60),
    levels=st.dictionaries(st.sampled_from(Rule), st.sampled_from(Level)),
)
@settings(max_examples=200, deadline=None)
def test_sweeping_finds_what_comparing_every_pair_finds(
    programme: Programme, windows: list[Window], demand: int, levels: dict[Rule, Level]
) -> None:
    people = {one.code: demand for one in programme.sessions}

    swept = check(programme, demand=people, windows=windows, levels=levels)

    assert frozenset(swept) == verify(programme, demand=people, windows=windows, levels=levels)
    assert len(set(swept)) == len(swept)
    assert list(swept) == sorted(swept, key=lambda finding: finding.order)


@pytest.mark.parametrize("seed", range(120))
def test_both_find_the_same_in_crowded_programmes(seed: int) -> None:
    crowded, free = samples.crowded(seed)
    people = {one.code: 24 + seed % 3 for one in crowded.sessions}

    swept = check(crowded, demand=people, windows=free)

    assert frozenset(swept) == verify(crowded, demand=people, windows=free)
    assert len(set(swept)) == len(swept)


def test_a_person_cannot_be_in_two_halls_at_once() -> None:
    clash = found(
        session("AAAAAA", "10:00", contributions=(taking_part(GULNARA),)),
        session("BBBBBB", "10:30", hall="small", contributions=(taking_part(GULNARA),)),
    )
    assert clash == (
        Finding(
            Rule.PERSON_CLASH,
            Level.FORBID_APPROVAL,
            ("AAAAAA", "BBBBBB"),
            person=GULNARA,
            start=at("10:30"),
            end=at("11:00"),
        ),
    )


def test_one_session_may_follow_another_at_once() -> None:
    assert (
        found(
            session("AAAAAA", "10:00", contributions=(taking_part(GULNARA),)),
            session("BBBBBB", "11:00", contributions=(taking_part(GULNARA),)),
        )
        == ()
    )


def test_the_road_keeps_a_person_busy() -> None:
    visit = session("AAAAAA", "11:00", hall="", route="north", contributions=(taking_part(MARAT),))
    lecture = session("BBBBBB", "16:00", contributions=(taking_part(MARAT),))
    (clash,) = found(visit, lecture)
    assert clash.route == "north"
    assert (clash.start, clash.end) == (at("16:00"), at("17:00"))


def test_two_stops_of_one_route_do_not_clash() -> None:
    first = session("AAAAAA", "11:00", hall="", route="north", contributions=(taking_part(MARAT),))
    assert found(first, replace(first, code="BBBBBB", start=at("13:00"))) == ()


def test_a_hall_holds_one_session_at_a_time() -> None:
    (clash,) = found(session("BBBBBB"), session("AAAAAA", "10:15", 15))
    assert clash.rule is Rule.HALL_CLASH
    assert clash.sessions == ("AAAAAA", "BBBBBB")
    assert (clash.hall, clash.start, clash.end) == ("big", at("10:15"), at("10:30"))


def test_a_cancelled_session_takes_no_place() -> None:
    assert found(session("AAAAAA"), session("BBBBBB", state=State.CANCELLED)) == ()


def test_more_people_than_chairs() -> None:
    (full,) = found(session("AAAAAA"), demand={"AAAAAA": 101})
    assert (full.rule, full.hall, full.wanted, full.given) == (Rule.CAPACITY, "big", 101, 100)


def test_the_sessions_own_limit_counts_when_it_is_smaller() -> None:
    (full,) = found(session("AAAAAA", seats=15), demand={"AAAAAA": 16})
    assert full.given == 15


def test_more_people_than_seats_in_the_bus() -> None:
    visit = session("AAAAAA", hall="", route="north")
    (full,) = found(visit, demand={"AAAAAA": 31})
    assert (full.rule, full.route, full.given) == (Rule.ROUTE_SEATS, "north", 30)


def test_a_round_table_needs_a_moderator() -> None:
    speaker = taking_part(MARAT, Part.SPEAKER)
    (missing,) = found(session("AAAAAA", form=Form.ROUND_TABLE, contributions=(speaker,)))
    assert missing.rule is Rule.NO_MODERATOR
    assert found(session("AAAAAA", form=Form.LECTURE, contributions=(speaker,))) == ()


def test_five_hours_without_a_break() -> None:
    row = [session(f"AAAAA{n}", f"{9 + n}:00") for n in range(5)]
    (run,) = found(*row)
    assert (run.rule, run.given, run.wanted) == (Rule.NO_BREAK, 300, 240)
    assert run.sessions == ("AAAAA0", "AAAAA1", "AAAAA2", "AAAAA3", "AAAAA4")


def test_a_break_in_the_row_is_a_rest() -> None:
    row = [session(f"AAAAA{n}", f"{9 + n}:00", 50) for n in range(5)]
    coffee = session("COFFEE", "10:50", 10, form=Form.BREAK, hall="")
    assert {one.rule for one in found(*row)} == {Rule.NO_BREAK}
    assert found(*row, coffee) == ()


def test_outside_the_time_a_person_gave() -> None:
    windows = [Window(MARAT, at("09:00"), at("10:30")), Window(MARAT, at("10:30"), at("10:45"))]
    lecture = session("AAAAAA", contributions=(taking_part(MARAT),))
    (absent,) = found(lecture, windows=windows)
    assert (absent.rule, absent.person, absent.end) == (Rule.AVAILABILITY, MARAT, at("11:00"))
    assert found(replace(lecture, minutes=45), windows=windows) == ()


def test_outside_the_hours_of_the_day() -> None:
    (late,) = found(session("AAAAAA", "18:30"))
    assert (late.rule, late.end) == (Rule.DAY_HOURS, at("19:30"))


def test_a_hall_that_was_deleted() -> None:
    (missing,) = found(session("AAAAAA", hall="gone"))
    assert (missing.rule, missing.hall) == (Rule.PLACE_MISSING, "gone")


def test_an_accepted_session_without_time_or_place() -> None:
    assert [one.rule for one in found(session("AAAAAA", start=None))] == [Rule.UNPLACED]
    assert found(session("AAAAAA", start=None, state=State.PROPOSED)) == ()
    assert found(session("COFFEE", form=Form.BREAK, hall="")) == ()


def test_a_session_of_no_length_is_forbidden() -> None:
    (nothing,) = found(session("AAAAAA", minutes=0))
    assert (nothing.rule, nothing.level) == (Rule.DURATION, Level.FORBID)


def test_levels_are_the_organisers_choice() -> None:
    two = (session("AAAAAA"), session("BBBBBB"))
    assert found(*two, levels={Rule.HALL_CLASH: Level.IGNORE}) == ()
    (warned,) = found(*two, levels={Rule.HALL_CLASH: Level.WARN})
    assert warned.level is Level.WARN


def test_the_heaviest_come_first() -> None:
    rules = [one.rule for one in found(session("AAAAAA", "18:30"), session("BBBBBB", minutes=0))]
    assert rules == [Rule.DURATION, Rule.DAY_HOURS]

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings

from rost.core.programme.consequences import moved, touched, with_sequences
from rost.core.programme.difference import Difference, Kind, difference
from rost.core.programme.model import Contribution, Part, Programme, Route, Session, State

from . import samples

PROGRAMME = samples.large(3)
FIRST, SECOND, THIRD = PROGRAMME.sessions
MODERATOR, SPEAKER, *_ = FIRST.contributions
HOUR = timedelta(hours=1)


def changed(**changes: object) -> Programme:
    """The programme with its first session changed."""
    first = replace(FIRST, **changes)  # type: ignore[arg-type]
    return replace(PROGRAMME, sessions=(first, SECOND, THIRD))


def kinds(old: Programme, new: Programme) -> list[tuple[Kind, str, tuple[str, ...]]]:
    return [(one.kind, one.code, one.fields) for one in difference(old, new).sessions]


def later() -> Programme:
    assert FIRST.start is not None
    return changed(start=FIRST.start + HOUR)


@given(samples.programmes())
@settings(max_examples=50, deadline=None)
def test_a_programme_does_not_differ_from_itself(programme: Programme) -> None:
    assert difference(programme, programme) == Difference()
    assert not difference(programme, programme)
    assert with_sequences(programme, programme) == programme


@given(samples.programmes(least=3), samples.programmes(least=3))
@settings(max_examples=100, deadline=None)
def test_only_equal_parts_are_left_unsaid(old: Programme, new: Programme) -> None:
    said = difference(old, new)

    codes = {one.code for one in said.sessions}
    before = {one.code: one for one in old.sessions}
    after = {one.code: one for one in new.sessions}
    for code in before.keys() | after.keys():
        same = before.get(code) == after.get(code)
        assert same or code in codes or _only_number_differs(before[code], after[code])
    assert {one.key for one in said.halls} >= {h.slug for h in new.halls} ^ {
        h.slug for h in old.halls
    }


def _only_number_differs(was: Session, one: Session) -> bool:
    return replace(was, number=one.number, guid=one.guid, sequence=one.sequence) == one


def test_another_time() -> None:
    assert kinds(PROGRAMME, later()) == [(Kind.RESCHEDULED, FIRST.code, ("start",))]


def test_another_hall() -> None:
    assert kinds(PROGRAMME, changed(hall="hall-7")) == [
        (Kind.RELOCATED, FIRST.code, ("hall",)),
    ]


def test_another_name_of_the_hall_is_another_place_to_look_for() -> None:
    renamed = replace(PROGRAMME.halls[0], name="Зал Совета")
    new = replace(PROGRAMME, halls=(renamed, *PROGRAMME.halls[1:]))

    said = difference(PROGRAMME, new)

    assert kinds(PROGRAMME, new) == [(Kind.RELOCATED, FIRST.code, ("hall_name",))]
    assert [(one.key, one.fields) for one in said.halls] == [("hall-0", ("name",))]


def test_a_bus_that_leaves_earlier_moves_its_sessions() -> None:
    start = FIRST.start
    assert start is not None
    bus = Route("north", "Север", "", 40, "", "", start, start + 5 * HOUR)
    by_bus = replace(changed(hall="", route="north"), routes=(bus,))
    earlier = replace(by_bus, routes=(replace(bus, departs=start - HOUR),))

    assert kinds(by_bus, earlier) == [(Kind.RELOCATED, FIRST.code, ("route_times",))]
    assert list(moved(difference(by_bus, earlier))) == [FIRST.code]


def test_added_and_removed() -> None:
    without = replace(PROGRAMME, sessions=(SECOND, THIRD))
    assert kinds(without, PROGRAMME) == [(Kind.ADDED, FIRST.code, ())]
    assert kinds(PROGRAMME, without) == [(Kind.REMOVED, FIRST.code, ())]


def test_cancelled_and_on_again() -> None:
    cancelled = changed(state=State.CANCELLED)
    assert kinds(PROGRAMME, cancelled) == [(Kind.CANCELLED, FIRST.code, ("state",))]
    assert kinds(cancelled, PROGRAMME) == [(Kind.RESTORED, FIRST.code, ("state",))]


def test_people_join_leave_and_change() -> None:
    newcomer = Contribution(777, "guid", "Новый докладчик", Part.SPEAKER)
    retopiced = replace(MODERATOR, topic="Иная тема")
    new = changed(contributions=(retopiced, *FIRST.contributions[2:], newcomer))

    assert kinds(PROGRAMME, new) == [
        (Kind.PERSON_CHANGED, FIRST.code, ("topic",)),
        (Kind.PERSON_ADDED, FIRST.code, ()),
        (Kind.PERSON_REMOVED, FIRST.code, ()),
    ]
    said = difference(PROGRAMME, new).sessions
    assert [(one.was, one.now) for one in said] == [
        (MODERATOR, retopiced),
        (None, newcomer),
        (SPEAKER, None),
    ]


def test_the_same_people_in_another_order_are_text() -> None:
    turned = changed(contributions=tuple(reversed(FIRST.contributions)))
    assert kinds(PROGRAMME, turned) == [(Kind.TEXT, FIRST.code, ("contributions",))]


def test_a_move_touches_those_who_stay_and_a_leaver_hears_of_leaving() -> None:
    assert FIRST.start is not None
    new = changed(start=FIRST.start + HOUR, contributions=FIRST.contributions[1:])

    told = touched(difference(PROGRAMME, new))

    assert {person: [one.kind for one in changes] for person, changes in told.items()} == {
        0: [Kind.PERSON_REMOVED],
        1: [Kind.RESCHEDULED],
        2: [Kind.RESCHEDULED],
        3: [Kind.RESCHEDULED],
    }


def test_a_new_abstract_is_told_to_nobody() -> None:
    new = changed(abstract="Иначе", materials=(), broadcast_url="https://example.org/")
    assert kinds(PROGRAMME, new) == [(Kind.TEXT, FIRST.code, ("abstract", "broadcast_url"))]
    assert touched(difference(PROGRAMME, new)) == {}
    assert moved(difference(PROGRAMME, new)) == {}


def test_what_is_only_planned_is_told_to_nobody() -> None:
    planned = changed(state=State.PROPOSED)
    elsewhere = changed(state=State.PROPOSED, hall="hall-5")
    assert touched(difference(planned, elsewhere)) == {}
    assert list(touched(difference(planned, PROGRAMME))) == [0, 1, 2, 3]


def test_agendas_hear_of_time_place_and_cancelling() -> None:
    for new in (later(), changed(hall="hall-7"), changed(state=State.CANCELLED)):
        assert list(moved(difference(PROGRAMME, new))) == [FIRST.code]
    assert moved(difference(PROGRAMME, changed(title="Иначе"))) == {}


def test_sequences_grow_where_a_calendar_must_change() -> None:
    for new in (later(), changed(hall="hall-7"), changed(title="Иначе"), changed(minutes=5)):
        assert [one.sequence for one in with_sequences(PROGRAMME, new).sessions] == [1, 0, 0]


def test_sequences_stay_where_only_words_changed() -> None:
    numbered = replace(PROGRAMME, sessions=(replace(FIRST, sequence=4), SECOND, THIRD))
    new = changed(abstract="Иначе")
    assert [one.sequence for one in with_sequences(numbered, new).sessions] == [4, 0, 0]


def test_the_programme_itself() -> None:
    said = difference(PROGRAMME, replace(PROGRAMME, place="Стерлитамак", version="2"))
    assert said.about == ("place",)


def test_a_thousand_retitled_sessions_touch_all_their_people() -> None:
    old = samples.large(1000)
    new = replace(old, sessions=tuple(replace(one, title=one.title + "!") for one in old.sessions))
    assert len(touched(difference(old, new))) == 4000

"""The hours of the days, cut by everybody's breaks into pieces that nothing stands across."""

from __future__ import annotations

from collections.abc import Iterable

from rost.core.programme.model import Form, Programme, Session, State
from rost.core.scheduling import Span, Stretch
from rost.forum.rules.spans import without

from .clock import Clock


def everybodys_break(one: Session) -> bool:
    """A break without hall or route is for all; one with a hall is of that hall alone."""
    return (
        one.form is Form.BREAK
        and one.state is not State.CANCELLED
        and not one.hall
        and not one.route
        and one.start is not None
    )


def plenary(one: Session) -> bool:
    """Placed, and everybody is in it: it stays, and nothing is put against it."""
    return (
        one.form is Form.PLENARY
        and one.state is not State.CANCELLED
        and one.start is not None
        and bool(one.hall)
    )


def pieces_of(
    programme: Programme, clock: Clock, plenaries: Iterable[Session] = ()
) -> tuple[Stretch, ...]:
    """Keys are «2020-02-18/1», in the order of the days; plenary sessions cut as breaks do."""
    breaks = []
    for one in (*filter(everybodys_break, programme.sessions), *plenaries):
        assert one.start is not None
        assert one.end is not None
        breaks.append(Span(clock.floor(one.start), clock.ceil(one.end)))
    found: list[Stretch] = []
    for number, day in enumerate(programme.days):
        hours = (Span(clock.ceil(day.start), clock.floor(day.end)),)
        for place, piece in enumerate(without(hours, breaks), 1):
            found.append(Stretch(f"{day.date}/{place}", piece.begins, piece.ends, number))
    # What stands last in a piece needs no change after it within the piece.
    return tuple(
        Stretch(one.key, one.begins, _end(one, found[place + 1 : place + 2], clock), one.day)
        for place, one in enumerate(found)
    )


def _end(one: Stretch, following: list[Stretch], clock: Clock) -> int:
    longer = one.ends + clock.pad
    return min([longer, *(next_one.begins for next_one in following)])


def whole_of(stretches: tuple[Stretch, ...]) -> Span:
    """From before everything to after everything."""
    return Span(0, max((one.ends for one in stretches), default=0) + 1)

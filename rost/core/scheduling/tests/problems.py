"""Small problems of every kind for property tests, and plans that need not be good."""

from __future__ import annotations

from hypothesis import strategies as st

from rost.core.scheduling.model import (
    Apart,
    Item,
    ItemCost,
    Limits,
    Measure,
    Person,
    Place,
    Placement,
    Problem,
    Scope,
    Sequence,
    Span,
    Stretch,
    Track,
    TrackCost,
)

STRETCHES = (Stretch("s0", 0, 4), Stretch("s1", 5, 8), Stretch("s2", 12, 16, day=1))
PLACES = ("p0", "p1", "bus")
PEOPLE = ("ann", "ben", "eve")
TRACKS = ("x", "y")

names = st.lists(st.sampled_from(PEOPLE), unique=True, max_size=2).map(tuple)
weights = st.dictionaries(st.sampled_from(list(Measure)), st.integers(0, 4), max_size=20)


def spans(most: int = 2) -> st.SearchStrategy[tuple[Span, ...]]:
    begins, ticks = st.integers(0, 12), st.integers(3, 12)
    one = st.builds(lambda at, long: Span(at, at + long), begins, ticks)
    return st.lists(one, max_size=most).map(tuple)


placements = st.builds(Placement, st.sampled_from(PLACES), st.integers(0, 15))


@st.composite
def problems(draw: st.DrawFn, most: int = 5) -> Problem:
    keys = [f"i{number}" for number in range(draw(st.integers(1, most)))]
    key, measure = st.sampled_from(keys), st.sampled_from(list(Measure))
    begins = st.none() | st.integers(0, 15)
    stretch, place = st.sampled_from(("", "s0", "s1", "s2")), st.sampled_from(("", *PLACES))
    pairs = st.tuples(key, key).filter(lambda pair: pair[0] != pair[1])
    few = len(keys) > 1
    return Problem(
        stretches=STRETCHES,
        places=tuple(draw(_place(one)) for one in PLACES),
        items=tuple(draw(_item(one)) for one in keys),
        tracks=tuple(draw(st.builds(Track, st.just(one), names)) for one in TRACKS),
        people=tuple(draw(_person(one)) for one in PEOPLE),
        sequences=tuple(draw(st.lists(_sequence(pairs), max_size=2))) if few else (),
        apart=tuple(draw(st.lists(_apart(pairs, measure), max_size=3))) if few else (),
        item_costs=tuple(
            draw(
                st.lists(
                    st.builds(ItemCost, measure, key, st.integers(1, 5), stretch, place, begins),
                    max_size=3,
                )
            )
        ),
        track_costs=tuple(
            draw(
                st.lists(
                    st.builds(
                        TrackCost,
                        measure,
                        st.integers(1, 5),
                        st.sampled_from(("", *TRACKS)),
                        stretch,
                        place,
                    ),
                    max_size=2,
                )
            )
        ),
        similar=draw(st.dictionaries(st.just(("x", "y")), st.integers(1, 3))),
        weights=draw(weights),
        one_track=draw(st.booleans()),
        before=draw(st.dictionaries(key, placements, max_size=3)) if draw(st.booleans()) else {},
    )


def _place(key: str) -> st.SearchStrategy[Place]:
    opened = spans(1) if key != "bus" else st.just((Span(5, 8), Span(12, 15)))
    return st.builds(Place, st.just(key), opened, st.just(key == "bus"))


def _item(key: str) -> st.SearchStrategy[Item]:
    return st.builds(
        Item,
        st.just(key),
        st.integers(1, 3),
        track=st.sampled_from(("", *TRACKS)),
        people=names,
        places=st.lists(st.sampled_from(PLACES), unique=True, max_size=2).map(tuple),
        windows=st.just(()) | st.just(()) | spans(),
        fixed=st.none() | st.none() | st.none() | placements,
        order=st.integers(0, 2),
        presenters=names,
        attendees=names,
    )


def _person(key: str) -> st.SearchStrategy[Person]:
    return st.builds(Person, st.just(key), st.just(()) | spans(), st.none() | st.integers(1, 6))


def _sequence(pairs: st.SearchStrategy[tuple[str, str]]) -> st.SearchStrategy[Sequence]:
    return st.builds(
        lambda pair, least, more: Sequence(*pair, least, None if more is None else least + more),
        pairs,
        st.integers(0, 2),
        st.none() | st.integers(0, 9),
    )


def _apart(
    pairs: st.SearchStrategy[tuple[str, str]], measure: st.SearchStrategy[Measure]
) -> st.SearchStrategy[Apart]:
    return st.builds(
        lambda pair, one, cost, scope: Apart(*pair, one, cost, scope),
        pairs,
        measure,
        st.integers(1, 5),
        st.sampled_from(list(Scope)),
    )


def plans() -> st.SearchStrategy[dict[str, Placement]]:
    """Made by hand, one could say: anything may stand anywhere, or nowhere."""
    return st.dictionaries(st.sampled_from([f"i{n}" for n in range(5)]), placements)


limits = st.builds(
    Limits,
    st.integers(1, 60).map(float),
    st.integers(0, 2**31 - 1),
    st.integers(1, 8),
    st.none() | st.floats(0.5, 90),
)

"""A problem's demands one by one, so that each can be left out.

Given, and never left out: every item is placed, inside one stretch, at a place that could hold it
if need be: any hall, but a bus only if it says so. What items may stand where is one claim per set
of places, whatever the number of items: «these need the large hall» is one demand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from .model import Demand, Item, Problem, Span
from .verify import joined

OF_PLACES = (Demand.PLACE_ONCE, Demand.OPEN, Demand.ONE_TRACK)


@dataclass(frozen=True, slots=True)
class Claim:
    """One demand that can be left out. `number` is its place among the problem's claims."""

    number: int
    demand: Demand
    items: tuple[str, ...]
    person: str = ""
    place: str = ""
    at: int = 0  # which of the problem's sequences


def claims(problem: Problem) -> tuple[Claim, ...]:
    found = [*_of_places(problem), *_of_people(problem), *_of_items(problem)]
    known = {item.key for item in problem.items}
    for at, row in enumerate(problem.sequences):
        if row.first in known and row.then in known:
            found.append(Claim(0, Demand.SEQUENCE, (row.first, row.then), at=at))
    return tuple(
        Claim(number, one.demand, one.items, one.person, one.place, one.at)
        for number, one in enumerate(found)
    )


def _of_places(problem: Problem) -> Iterator[Claim]:
    for place in problem.places:
        items = tuple(one.key for one in problem.items if not one.places or place.key in one.places)
        yield Claim(0, Demand.PLACE_ONCE, items, place=place.key)
        if place.open:
            yield Claim(0, Demand.OPEN, items, place=place.key)
        if problem.one_track:
            yield Claim(0, Demand.ONE_TRACK, items, place=place.key)


def _of_people(problem: Problem) -> Iterator[Claim]:
    own: dict[str, list[str]] = {}
    for item in problem.items:
        for person in dict.fromkeys(item.people):
            own.setdefault(person, []).append(item.key)
    for person, items in own.items():
        if len(items) > 1:
            yield Claim(0, Demand.PERSON_ONCE, tuple(items), person=person)
    for one in problem.people:
        if one.free and one.key in own:
            yield Claim(0, Demand.FREE, tuple(own[one.key]), person=one.key)


def conceivable(problem: Problem, item: Item) -> list[int]:
    """Places where an item might stand if nothing were demanded."""
    fixed = "" if item.fixed is None else item.fixed.place
    named = {*item.places, fixed}
    return [
        number
        for number, place in enumerate(problem.places)
        if place.key in named or not place.away or not item.places
    ]


def _of_items(problem: Problem) -> Iterator[Claim]:
    alike: dict[frozenset[str], list[str]] = {}
    for item in problem.items:
        might = {problem.places[number].key for number in conceivable(problem, item)}
        if item.places and not might <= set(item.places):
            alike.setdefault(frozenset(item.places), []).append(item.key)
    for places, items in alike.items():
        only = next(iter(places)) if len(places) == 1 else ""
        yield Claim(0, Demand.ALLOWED, tuple(items), place=only)
    for item in problem.items:
        key = (item.key,)
        if item.windows:
            yield Claim(0, Demand.WINDOW, key)
        if item.fixed is not None:
            yield Claim(0, Demand.FIXED, key, place=item.fixed.place)


def usual(problem: Problem, rows: Sequence[Claim]) -> Iterator[frozenset[int]]:
    """Sets that are often to blame: room for those who need the same places, room for all,
    one after another, the time of one person."""
    wanted = {
        claim: set(_item(problem, claim.items[0]).places)
        for claim in rows
        if claim.demand is Demand.ALLOWED
    }
    for places in sorted(wanted.values(), key=len):
        yield _numbers(
            claim
            for claim in rows
            if (claim.demand in OF_PLACES and claim.place in places)
            or (claim in wanted and wanted[claim] <= places)
        )
    yield _numbers(one for one in rows if one.demand in (*OF_PLACES, Demand.ALLOWED))
    of_time = (Demand.SEQUENCE, Demand.WINDOW, Demand.FIXED)
    yield _numbers(one for one in rows if one.demand in of_time)
    for person in dict.fromkeys(claim.person for claim in rows if claim.person):
        own = {key for claim in rows if claim.person == person for key in claim.items}
        yield _numbers(
            claim
            for claim in rows
            if claim.person == person
            or claim.demand is Demand.OPEN
            or (not claim.person and not claim.place and own.issuperset(claim.items))
            or (claim.demand in (Demand.FIXED, Demand.ALLOWED) and own & set(claim.items))
        )


def _item(problem: Problem, key: str) -> Item:
    return next(item for item in problem.items if item.key == key)


def _numbers(rows: Iterable[Claim]) -> frozenset[int]:
    return frozenset(claim.number for claim in rows)


def overlap(one: Span, other: Span) -> int:
    return max(0, min(one.ends, other.ends) - max(one.begins, other.begins))


def crowded(problem: Problem, held: Collection[Claim], items: Collection[Item]) -> bool:
    """Whether counting alone shows that some items cannot all stand at the places left to them."""
    once = {claim.place for claim in held if claim.demand is Demand.PLACE_ONCE}
    opened = {claim.place for claim in held if claim.demand is Demand.OPEN}
    bound = {key for claim in held if claim.demand is Demand.ALLOWED for key in claim.items}
    left = {
        item.key: frozenset(
            item.places
            if item.key in bound
            else (problem.places[at].key for at in conceivable(problem, item))
        )
        for item in items
    }
    for places in set(left.values()):
        own = [item.ticks for item in items if left[item.key] <= places]
        if places <= once and sum(own) > worth(problem, places, opened, own):
            return True
    return False


def worth(
    problem: Problem, places: Collection[str], opened: Collection[str], ticks: Iterable[int]
) -> int:
    """Ticks of these places that items of such lengths can use: of each stretch the largest sum
    of lengths that fits into it."""
    sums = 1  # bit n: some of these lengths add up to n
    for one in ticks:
        sums |= sums << one
    total = 0
    for place in problem.places:
        for stretch in problem.stretches if place.key in places else ():
            whole = Span(stretch.begins, stretch.ends)
            hours = place.open if place.key in opened and place.open else (whole,)
            for span in joined(hours):
                fits = sums & ((1 << (overlap(whole, span) + 1)) - 1)
                total += fits.bit_length() - 1
    return total

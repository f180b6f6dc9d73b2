"""Can this place do it: every need met, missing or unknown, and the cheapest way that is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .model import Condition, Conditions, Finding, Need, Place, Standing, Verdict

Placed = tuple[int, Condition]  # a need and its position


def check(conditions: Conditions, place: Place) -> Verdict:
    """
    >>> village = Place(people=1050)
    >>> check(Conditions((Condition(Need.PEOPLE, least=500),)), village).standing
    <Standing.MET: 'met'>
    """
    ways = [
        (number, variant.kopecks, look(needs_of(conditions, number), place))
        for number, variant in enumerate(conditions.variants)
    ]
    if not ways:
        return Verdict(look(needs_of(conditions, None), place))
    number, _cost, findings = min(ways, key=lambda way: (lacking(way[2]), way[1], way[0]))
    return Verdict(findings, number)


def lacking(findings: tuple[Finding, ...]) -> int:
    """How many essential needs are missing."""
    return sum(
        1 for one in findings if one.condition.essential and one.standing is Standing.MISSING
    )


def positions(conditions: Conditions) -> tuple[Condition, ...]:
    """Every need in one row: those of the practice, then those of each variant in turn."""
    instead = (one for variant in conditions.variants for one in variant.instead)
    return (*conditions.needs, *instead)


def needs_of(conditions: Conditions, number: int | None) -> tuple[Placed, ...]:
    """What doing it in this way needs, with positions; None: as the practice was done.

    Own money needed is never more than the whole variant costs.
    """
    own = tuple(enumerate(conditions.needs))
    if number is None:
        return own
    variant = conditions.variants[number]
    replaced = {one.need for one in variant.instead}
    kept = ((place, one) for place, one in own if one.need not in replaced)
    return (*cheaper(kept, variant.kopecks), *instead_of(conditions, number))


def cheaper(needs: Iterator[Placed], kopecks: int) -> Iterator[Placed]:
    for position, one in needs:
        if one.need is Need.MONEY and one.least is not None and one.least > kopecks:
            yield position, replace(one, least=kopecks)
        else:
            yield position, one


def instead_of(conditions: Conditions, number: int) -> tuple[Placed, ...]:
    before = sum(len(one.instead) for one in conditions.variants[:number])
    first = len(conditions.needs) + before
    return tuple(enumerate(conditions.variants[number].instead, start=first))


def look(needs: tuple[Placed, ...], place: Place) -> tuple[Finding, ...]:
    return tuple(finding(position, one, place) for position, one in needs)


def finding(position: int, condition: Condition, place: Place) -> Finding:
    """A known figure decides; else the place's own answer; else nobody knows."""
    has = figure(condition.need, place)
    known = by_figure(condition, has) if has is not None else by_list(condition, place)
    if known is None or condition.need is Need.PARTNER:
        known = place.answers.get(position, known)
    if known is None:
        return Finding(condition, Standing.UNKNOWN, has, position)
    return Finding(condition, Standing.MET if known else Standing.MISSING, has, position)


def figure(need: Need, place: Place) -> int | None:
    match need:
        case Need.PEOPLE:
            return place.people
        case Need.MONEY:
            return place.kopecks
        case Need.STAFF:
            return place.staff
        case Need.TERM:
            return place.months
        case _:
            return None


def by_figure(condition: Condition, has: int) -> bool:
    enough = condition.least is None or has >= condition.least
    return enough and (
        condition.most is None or condition.need is not Need.PEOPLE or has <= condition.most
    )


def by_list(condition: Condition, place: Place) -> bool | None:
    """A power is of the law's list or is not; a kind of partner that is ready is known to be."""
    if condition.need is Need.POWER and place.issues is not None:
        own = condition.code in place.issues
        return None if not own and condition.code in place.perhaps else own
    if condition.need is Need.PARTNER and condition.code in place.partners:
        return True
    return None

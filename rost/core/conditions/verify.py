"""The verdict looked at again, in another way than it was reached.

`check` decides need by need and takes the smallest way. Here nothing of it is called: each finding
is tried against the truth table, and every variant is counted anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from .model import Condition, Conditions, Need, Place, Standing, Verdict

MET, MISSING, UNKNOWN = Standing.MET, Standing.MISSING, Standing.UNKNOWN
FIGURES = {Need.PEOPLE: "people", Need.MONEY: "kopecks", Need.STAFF: "staff", Need.TERM: "months"}


def verify(conditions: Conditions, place: Place, verdict: Verdict) -> tuple[str, ...]:
    """What is wrong with it, in words for a developer; nothing where it is right."""
    return tuple(every_fault(conditions, place, verdict))


def every_fault(conditions: Conditions, place: Place, verdict: Verdict) -> Iterator[str]:
    chosen = verdict.variant
    if (chosen is None) != (not conditions.variants):
        yield "a variant is named exactly where there are variants"
        return
    wanted = table(conditions, chosen, place)
    told = {one.position: one.standing for one in verdict.findings}
    if len(told) != len(verdict.findings) or told != {n: standing for n, _e, standing in wanted}:
        yield f"findings {told} are not {wanted}"
    if chosen is None:
        return
    lacks, cost = missing(wanted), conditions.variants[chosen].kopecks
    for number, other in enumerate(conditions.variants):
        theirs = missing(table(conditions, number, place))
        if theirs < lacks or (theirs == lacks and other.kopecks < cost):
            yield f"variant {number} is better than {chosen}"


def missing(rows: list[tuple[int, bool, Standing]]) -> int:
    return [standing for _n, essential, standing in rows if essential].count(MISSING)


def table(
    conditions: Conditions, variant: int | None, place: Place
) -> list[tuple[int, bool, Standing]]:
    """Position, essential or not, standing: of every need that counts in this way."""
    rows: list[tuple[int, bool, Standing]] = []
    chosen = conditions.variants[variant] if variant is not None else None
    for number, need in enumerate(conditions.needs):
        if chosen is not None and any(one.need == need.need for one in chosen.instead):
            continue
        ceiling = chosen.kopecks if chosen is not None and need.need is Need.MONEY else None
        rows.append((number, need.essential, standing_of(need, ceiling, number, place)))
    number = len(conditions.needs)
    for index, other in enumerate(conditions.variants):
        for need in other.instead:
            if index == variant:
                rows.append((number, need.essential, standing_of(need, None, number, place)))
            number += 1
    return rows


def standing_of(need: Condition, ceiling: int | None, number: int, place: Place) -> Standing:
    said = {True: MET, False: MISSING, None: UNKNOWN}[place.answers.get(number)]
    if need.need in FIGURES:
        has = getattr(place, FIGURES[need.need])
        if has is None:
            return said
        least = need.least or 0
        if ceiling is not None:
            least = min(least, ceiling)
        too_many = need.need is Need.PEOPLE and need.most is not None and has > need.most
        return MISSING if has < least or too_many else MET
    if need.need is Need.POWER and place.issues is not None:
        if need.code in place.issues:
            return MET
        return said if need.code in place.perhaps else MISSING
    if need.need is Need.PARTNER and said is UNKNOWN and need.code in place.partners:
        return MET
    return said

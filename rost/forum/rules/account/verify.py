"""A second opinion on the figures: counted anew in another way, and held against each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .model import Attendee, Figures, Line, Rows

SUMMED = ("invited", "registered", "guests", "waiting", "cancelled", "came", "hours")
SEATED = ("requested", "confirmed")


class Check(StrEnum):
    """What was checked; the rooms put it into words."""

    RECOUNTED = "recounted"  # the same rows counted again give another number
    SUM_OF_DISTRICTS = "sum_of_districts"
    SUM_OF_CATEGORIES = "sum_of_categories"
    NOT_MORE = "not_more"  # `found` is more than the `expected` it is a part of
    NOT_LISTED = "not_listed"  # people of a district or category that has no line
    ABSENT_HOLDERS = "absent_holders"  # certificates in force of people without a mark
    OTHER_HOURS = "other_hours"  # `number` certificates say `found` hours, marks `expected`
    TWO_IN_FORCE = "two_in_force"  # more than one certificate in force on one registration


@dataclass(frozen=True, slots=True)
class Fault:
    """One disagreement: which check, of what figure, where («district 80601000»), two numbers."""

    check: Check
    what: str
    where: str
    expected: int
    found: int
    number: int = 0  # of papers, where both numbers are hours


def verify(figures: Figures, rows: Rows | None) -> tuple[Fault, ...]:
    """Every disagreement. Without rows – they are destroyed, the figures frozen – only those
    between the figures themselves."""
    faults = [*_sums(figures), *_parts(figures)]
    if rows is not None:
        faults += [*_recount(figures, rows), *_holders(rows)]
    return tuple(faults)


def _sums(figures: Figures) -> Iterator[Fault]:
    for check, lines in (
        (Check.SUM_OF_DISTRICTS, figures.districts),
        (Check.SUM_OF_CATEGORIES, figures.categories),
    ):
        for name in SUMMED:
            yield from _equal(
                check, name, "", getattr(figures, name), sum(getattr(one, name) for one in lines)
            )
        papers = figures.certificates
        held = sum(one.certificates for one in lines) + papers.of_removed
        yield from _equal(check, "certificates", "", papers.in_force, held)


def _parts(figures: Figures) -> Iterator[Fault]:
    """What is a part of something is not more than it."""
    papers, seated = figures.certificates, figures.came - figures.came_without_seat
    yield from _at_most("came", "registered", figures.registered, seated)
    yield from _at_most("came_without_seat", "came", figures.came, figures.came_without_seat)
    yield from _at_most("guests", "registered", figures.registered, figures.guests)
    yield from _at_most("certificates", "came", figures.came, papers.in_force - papers.of_removed)
    yield from _at_most("certificate_hours", "hours", figures.hours, papers.hours)
    yield from _at_most("sent", "certificates", papers.in_force, papers.sent)
    yield from _at_most("revoked", "issued", papers.issued, papers.revoked)
    yield from _at_most("came", "days", sum(one.came for one in figures.days), figures.came)
    for day in figures.days:
        yield from _at_most("came", f"day {day.day}", figures.came, day.came)
    for session in figures.sessions:
        yield from _at_most("came", f"session {session.key}", figures.came, session.came)
    for kind, lines in (("district", figures.districts), ("category", figures.categories)):
        for line in lines:
            people = line.registered + line.waiting + line.cancelled
            yield from _at_most("came", f"{kind} {line.key}", people, line.came)
            yield from _at_most("certificates", f"{kind} {line.key}", line.came, line.certificates)


def _recount(figures: Figures, rows: Rows) -> Iterator[Fault]:
    """Every figure again, one at a time, straight from the rows."""
    yield from _same_numbers(figures, "", list(rows.people), len(rows.invited))
    came = [one for one in rows.people if one.days]
    lost = len([one for one in came if one.status not in SEATED])
    yield from _again("came_without_seat", "", lost, figures.came_without_seat)
    yield from _again("strangers", "", rows.strangers, figures.strangers)
    for day in figures.days:
        there = sum(day.day in one.days for one in came)
        yield from _again("came", f"day {day.day}", there, day.came)
    for session in figures.sessions:
        there = sum(session.key in one.sessions for one in rows.people)
        yield from _again("came", f"session {session.key}", there, session.came)
    yield from _groups(figures, rows)
    yield from _papers(figures, rows)


def _groups(figures: Figures, rows: Rows) -> Iterator[Fault]:
    for kind, lines in (("district", figures.districts), ("category", figures.categories)):
        listed = {one.key for one in lines}
        for line in lines:
            own = [one for one in rows.people if getattr(one, kind) == line.key]
            invited = sum(getattr(one, kind) == line.key for one in rows.invited)
            yield from _same_numbers(line, f"{kind} {line.key}", own, invited)
            ids = {one.id for one in own}
            held = sum(not one.revoked and one.registration in ids for one in rows.certificates)
            yield from _again("certificates", f"{kind} {line.key}", held, line.certificates)
        missing = {getattr(one, kind) for one in rows.people} - listed
        for key in sorted(missing):
            people = sum(getattr(one, kind) == key for one in rows.people)
            yield Fault(Check.NOT_LISTED, "registered", f"{kind} {key}", people, 0)


def _same_numbers(
    figures: Figures | Line, where: str, people: list[Attendee], invited: int
) -> Iterator[Fault]:
    seated = [one for one in people if one.status in SEATED]
    for name, number in (
        ("invited", invited),
        ("registered", len(seated)),
        ("guests", len([one for one in seated if one.at_door])),
        ("waiting", len([one for one in people if one.status == "waiting"])),
        ("cancelled", len([one for one in people if one.status == "cancelled"])),
        ("came", len({one.id for one in people if one.days})),
        ("hours", sum(one.hours for one in people)),
    ):
        yield from _again(name, where, number, getattr(figures, name))


def _papers(figures: Figures, rows: Rows) -> Iterator[Fault]:
    known, papers = {one.id for one in rows.people}, figures.certificates
    in_force = [one for one in rows.certificates if not one.revoked]
    yield from _again("issued", "", len(rows.certificates), papers.issued)
    yield from _again("revoked", "", len(rows.certificates) - len(in_force), papers.revoked)
    yield from _again("sent", "", len([one for one in in_force if one.sent]), papers.sent)
    removed = len([one for one in in_force if one.registration not in known])
    yield from _again("of_removed", "", removed, papers.of_removed)
    said = [one.hours for one in in_force if one.registration in known and one.hours is not None]
    yield from _again("certificate_hours", "", sum(said), papers.hours)


def _holders(rows: Rows) -> Iterator[Fault]:
    """Each certificate by itself: its holder came, has these hours, and has no second one."""
    yield from _hours(rows)
    here = {one.id for one in rows.people if one.days}
    away = {one.id for one in rows.people} - here
    in_force = [one.registration for one in rows.certificates if not one.revoked]
    absent = sum(one in away for one in in_force)
    if absent:
        yield Fault(Check.ABSENT_HOLDERS, "certificates", "", 0, absent)
    named = [one for one in in_force if one is not None]
    if len(named) != len(set(named)):
        doubles = len(named) - len(set(named))
        yield Fault(Check.TWO_IN_FORCE, "certificates", "", 0, doubles)


def _hours(rows: Rows) -> Iterator[Fault]:
    """Certificates in force that say other hours than the marks of their holders come to."""
    marked = {one.id: one.hours for one in rows.people}
    pairs = [
        (marked[one.registration], one.hours)
        for one in rows.certificates
        if not one.revoked and one.hours is not None and one.registration in marked
    ]
    other = [(marks, said) for marks, said in pairs if marks != said]
    if other:
        marks, said = (sum(numbers) for numbers in zip(*other, strict=True))
        yield Fault(Check.OTHER_HOURS, "certificate_hours", "", marks, said, len(other))


def _again(what: str, where: str, expected: int, found: int) -> Iterator[Fault]:
    yield from _equal(Check.RECOUNTED, what, where, expected, found)


def _equal(check: Check, what: str, where: str, expected: int, found: int) -> Iterator[Fault]:
    if expected != found:
        yield Fault(check, what, where, expected, found)


def _at_most(what: str, where: str, most: int, found: int) -> Iterator[Fault]:
    if found > most:
        yield Fault(Check.NOT_MORE, what, where, most, found)

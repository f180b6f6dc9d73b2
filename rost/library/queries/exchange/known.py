"""Which practices of a list are here already: by number, or by title and place."""

from __future__ import annotations

from dataclasses import dataclass

from rost.core.conditions import dump as dump_conditions
from rost.core.language import fold
from rost.core.passport import dump
from rost.directory.models import Municipality, Person
from rost.library.models import Practice, PracticeState
from rost.library.queries.practices import conditions_of, passport_of

from .values import Parsed

NEW, UPDATE, SKIP = "new", "update", "skip"
WRITTEN = (PracticeState.DRAFT, PracticeState.RETURNED)


@dataclass(frozen=True, slots=True)
class Standing:
    """`offered` are the ways to go on, the first of them is what happens unless told otherwise."""

    offered: tuple[str, ...]
    practice: int | None = None
    same: bool = False  # the library has it word for word


class Known:
    """Practices that the person may know of: their own, those sent, those in the library."""

    def __init__(self, person: Person) -> None:
        self.person = person
        rows = Practice.objects.select_related("version").exclude(
            state=PracticeState.DRAFT, version__isnull=True
        ) | Practice.objects.select_related("version").filter(author=person)
        self.titles: dict[tuple[str, int | None], list[int]] = {}
        self.numbers: set[int] = set()
        for pk, title, place in rows.values_list("pk", "title", "municipality_id"):
            self.titles.setdefault((fold(title), place), []).append(pk)
            self.numbers.add(pk)

    def standing(self, parsed: Parsed, place: Municipality | None, number: str) -> Standing:
        key = (fold(parsed.passport.title), place.pk if place is not None else None)
        found = self.titles.get(key, [])
        if number.isdecimal() and int(number) in self.numbers:
            found = [int(number), *(one for one in found if one != int(number))]
        if not found:
            return Standing((NEW,))
        practice = Practice.objects.select_related("version").get(pk=found[0])
        if is_same(parsed, practice):
            return Standing((SKIP,), practice.pk, same=True)
        own = practice.author_id == self.person.pk and practice.state in WRITTEN
        return Standing((UPDATE, SKIP, NEW) if own else (SKIP, NEW), practice.pk)


def is_same(parsed: Parsed, practice: Practice) -> bool:
    """Word for word, in its working copy or in what everybody reads."""
    told = (dump(parsed.passport), dump_conditions(parsed.conditions), parsed.videos)
    copies = [practice] + ([practice.version] if practice.version is not None else [])
    return any(
        (dump(passport_of(one)), dump_conditions(conditions_of(one)), list(one.videos)) == told
        for one in copies
    )

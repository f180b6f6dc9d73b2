"""What is asked of the search, read from its address and written back into one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

LONGEST_QUERY = 150
MOST_VALUES = 12  # of one filter
SORTS = ("relevance", "new", "cheap")
CODE_DIGITS = 8
LONGEST_CODE = 40
CODE = re.compile(r"[a-zA-Z0-9_.-]+")
# Keys of the address in the order in which it is always written.
MANY = ("kind", "issue", "project", "cost", "size", "year")


@dataclass(frozen=True, slots=True)
class Asked:
    """`many` are filters by name, each with the values chosen; `place` is a territory with
    everything in it; `like` a place whose peers are searched."""

    query: str = ""
    many: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place: str = ""
    like: str = ""
    sort: str = SORTS[0]

    @property
    def is_empty(self) -> bool:
        return not (self.query or self.place or self.like or any(self.many.values()))

    @property
    def address(self) -> str:
        """The query string without the page: the same question is always the same text."""
        return urlencode(self.pairs())

    def pairs(self) -> list[tuple[str, str]]:
        found = [("q", self.query), ("place", self.place), ("like", self.like)]
        found += [(name, one) for name in MANY for one in self.values(name)]
        found += [("sort", self.sort)] if self.sort != SORTS[0] else []
        return [(name, value) for name, value in found if value]

    def values(self, name: str) -> tuple[str, ...]:
        if name == "place":
            return (self.place,) if self.place else ()
        return self.many.get(name, ())

    def has(self, name: str, value: str) -> bool:
        return value in self.values(name)

    def toggled(self, name: str, value: str) -> Asked:
        """With the value chosen, or given up if it was; a search has one place."""
        if name == "place":
            return replace(self, place="" if self.place == value else value)
        chosen = tuple(sorted({*self.values(name)} ^ {value}))
        return replace(self, many={**self.many, name: chosen})

    def unfiltered(self) -> Asked:
        return Asked(query=self.query, sort=self.sort)


def read(values: Mapping[str, Sequence[object]]) -> Asked:
    """From the lists of an address; what is no value of a filter is left out."""

    def texts(name: str) -> list[str]:
        return [str(one).replace("\x00", "").strip() for one in values.get(name, ())]

    def one(name: str) -> str:
        return next(iter(texts(name)), "")

    sort = one("sort")
    return Asked(
        query=" ".join(one("q")[:LONGEST_QUERY].split()),
        many={
            name: tuple(sorted({text for text in texts(name) if is_value(name, text)}))[
                :MOST_VALUES
            ]
            for name in MANY
        },
        place=one("place") if is_place(one("place")) else "",
        like=one("like") if is_place(one("like")) else "",
        sort=sort if sort in SORTS else SORTS[0],
    )


def values_in(name: str, texts: list[str]) -> tuple[str, ...]:
    return tuple(sorted({text for text in texts if is_value(name, text)}))[:MOST_VALUES]


def is_value(name: str, text: str) -> bool:
    if name == "year":
        return len(text) == 4 and text.isascii() and text.isdigit()
    return 0 < len(text) <= LONGEST_CODE and bool(CODE.fullmatch(text))


def is_place(text: str) -> bool:
    return len(text) == CODE_DIGITS and text.isascii() and text.isdigit()

"""Which column is which, however people have headed it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from rost.core.tables.model import Row, Table

_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_HEADER_WITHIN = 20


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field stands; `missing` fields have no column, `unknown` headings no field.

    `repeated` are headings that name a field already found: the first one counts.
    """

    places: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()

    def values(self, row: Row) -> dict[str, str]:
        """The row's cells by field; an empty text for a field without a column."""
        found = {name: row.cells[place] for name, place in self.places.items()}
        return found | dict.fromkeys(self.missing, "")


def match_columns(header: Sequence[str], wanted: Mapping[str, Iterable[str]]) -> Columns:
    """Find the column of each field by the headings people give it.

    Case, ё, spaces, punctuation and remarks in brackets make no difference.
    """
    fields = {_key(alias): name for name, aliases in wanted.items() for alias in aliases}
    places: dict[str, int] = {}
    unknown, repeated = [], []
    for place, heading in enumerate(header):
        name = fields.get(_key(heading)) or fields.get(_key(_IN_BRACKETS.sub(" ", heading)))
        if name is None:
            if heading.strip():
                unknown.append(heading)
        elif name in places:
            repeated.append(heading)
        else:
            places[name] = place
    missing = tuple(name for name in wanted if name not in places)
    return Columns(MappingProxyType(places), missing, tuple(unknown), tuple(repeated))


def with_found_header(table: Table, wanted: Mapping[str, Iterable[str]]) -> Table:
    """The table from the row that names most fields: lists often begin with a title of their own.

    Among the first twenty rows; the table as it was when no row does better than its header.
    """
    aliases = {name: tuple(names) for name, names in wanted.items()}
    heads = [Row(table.header_line, table.header), *table.rows[: _HEADER_WITHIN - 1]]
    found = [len(match_columns(head.cells, aliases).places) for head in heads]
    best = found.index(max(found))
    if best == 0:
        return table
    head = heads[best]
    return replace(table, header=head.cells, header_line=head.line, rows=table.rows[best:])


def _key(heading: str) -> str:
    text = unicodedata.normalize("NFKC", heading.replace("№", " номер ")).casefold()
    return _NOT_A_WORD.sub(" ", text.replace("ё", "е")).strip()

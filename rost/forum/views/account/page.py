"""The figures of an edition on one page, with what in them does not agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rost.core.language import number_text
from rost.documents.kinds.edition_account.content import Table
from rost.forum.messages.account import (
    RUSSIAN_TABLES,
    account_content,
    agreement,
    fault_lines,
    notes,
)
from rost.forum.models import Edition
from rost.forum.queries.account import account_of
from rost.forum.rules import SEE_ACCOUNT
from rost.forum.views.desk.doors import now_of, page, with_right


@dataclass(frozen=True, slots=True)
class Cell:
    """A number, and how long its bar is in percent of the longest; None: no bar."""

    value: int | str
    bar: int | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table with its bars; `russian`: the names in the first column are in Russian."""

    table: Table
    anchor: str
    lines: tuple[tuple[str | int, tuple[Cell, ...]], ...]
    russian: bool


@require_safe
@with_right(SEE_ACCOUNT)
def account(request: HttpRequest, edition: Edition) -> HttpResponse:
    language, found = get_language() or "ru", account_of(edition)
    content = account_content(edition, found, language=language, now=now_of(request))
    context = {
        "account": found,
        "content": content,
        "figures": [(name, in_words(number, language)) for name, number in content.figures],
        "tables": [drawn(table, at) for at, table in enumerate(content.tables)],
        "agreement": agreement(),
        "faults": fault_lines(found, language),
        "notes": notes(),
    }
    return page(request, "../account/page", edition, _("Figures of the forum"), context)


def in_words(number: int | str, language: str) -> str:
    return number_text(number, language) if isinstance(number, int) else number


def drawn(table: Table, at: int) -> Drawn:
    return Drawn(table, f"t{at}", tuple(lines(table)), at in RUSSIAN_TABLES)


def lines(table: Table) -> Iterator[tuple[str | int, tuple[Cell, ...]]]:
    """Rows with the lengths of their bars; a bar of something is never thinner than one percent."""
    longest = {at: max([1, *numbers(table, at)]) for at in table.bars}
    for first, *rest in table.rows:
        cells = []
        for at, value in enumerate(rest, 1):
            bar = None
            if at in longest and isinstance(value, int):
                bar = max(1, round(100 * value / longest[at])) if value else 0
            cells.append(Cell(value, bar))
        yield first, tuple(cells)


def numbers(table: Table, at: int) -> Iterator[int]:
    for row in table.rows:
        value = row[at]
        if isinstance(value, int):
            yield value

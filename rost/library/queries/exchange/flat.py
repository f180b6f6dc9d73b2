"""What a flat list keeps in one cell: steps, money, partners, results, each on a line."""

from __future__ import annotations

import re

from rost.core.passport import LONGEST_ROW, Money, Partner, Result
from rost.library.rules.exchange.words import (
    PARTNERS,
    SOURCES,
    code_within,
    kopecks_in,
    kopecks_within,
)

NUMBER = re.compile(r"^\s*(?:\d{1,2}[.)]|[-–•*])\s+")
NUMBERS = re.compile(r"(?:^|(?<=[.;\s]))\d{1,2}[.)]\s+")
DASHES = " –—-:;,."
CHANGED = re.compile(
    r"^(?P<indicator>.+?)\s*[:–—-]\s*(?:было\s+|с\s+)?(?P<before>[\d.,\s]+?)\s*"
    r"(?:→|->|=>|–|—|/|,?\s*стало\s+|\s+до\s+)\s*(?P<after>[\d.,]+)\s*(?P<unit>\S.{0,59})?$",
    re.IGNORECASE,
)


def lines_in(text: str) -> list[str]:
    """Lines without their numbers; one line with several numbers is as many."""
    lines = text.split("\n")
    if len(lines) == 1 and len(NUMBERS.findall(text)) > 1:
        lines = NUMBERS.split(text)
    return [one for one in (NUMBER.sub("", line).strip() for line in lines) if one]


def flat_steps(text: str) -> tuple[str, ...]:
    """
    >>> flat_steps("1. Сход; 2. Субботник")
    ('Сход', 'Субботник')
    """
    return tuple(one.rstrip("; ") for one in lines_in(text))


def flat_money(text: str, cost: str) -> tuple[tuple[Money, ...], str]:
    """Sources with their sums, and the lines that name none: they are kept as they stand."""
    found, rest = [], []
    for line in (part for one in lines_in(text) for part in one.split(";") if part.strip()):
        whole = kopecks_within(line)
        if whole is None:
            rest.append(line.strip())
            continue
        kopecks, words = whole
        source = code_within(words, SOURCES)
        note = words.strip(DASHES)
        known = source is not None and code_within(note, SOURCES) == source and len(note) < 40
        found.append(Money(source or "other", kopecks, "" if known else note[: note_signs()]))
    if not found and cost:
        kopecks_told = kopecks_in(cost)
        if kopecks_told is None:
            rest.append(cost)
        else:
            found.append(Money("other", kopecks_told))
    return tuple(found), "\n".join(rest)


def note_signs() -> int:
    return LONGEST_ROW["money.note"]


def flat_partners(text: str) -> tuple[Partner, ...]:
    """A line or a piece between semicolons is a partner, of the kind that its words name."""
    pieces = (part.strip() for one in lines_in(text) for part in one.split(";"))
    found = []
    for one in filter(None, pieces):
        name, dash, part = one.partition(" – ")
        kind = code_within(one, PARTNERS) or "other"
        found.append(Partner(kind, name.strip(), part.strip() if dash else ""))
    return tuple(found)


def flat_results(text: str) -> tuple[Result, ...]:
    """«Дворов с водой: 12 → 48 дворов»; a line of another shape is an indicator in words.

    >>> flat_results("Дворов с водой: было 12, стало 48")
    (Result(indicator='Дворов с водой', before='12', after='48', unit=''),)
    """
    found = []
    for line in lines_in(text):
        known = CHANGED.match(line)
        if known is None:
            found.append(Result(line))
            continue
        before = known["before"].strip(" ,")
        unit = (known["unit"] or "").strip()
        found.append(Result(known["indicator"].strip(), before, known["after"].strip(","), unit))
    return tuple(found)

"""What two editions of a passport say otherwise: field by field, line by line, word by word.

Words are compared by the longest matching blocks (Ratcliff and Obershelp, as in `difflib`); a line
that is another one from end to end is shown as removed and added, not as a patchwork.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from enum import StrEnum

from .model import Passport

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
LIKE_ENOUGH = 0.5  # share of words in common from which two lines are one line that changed


class Mark(StrEnum):
    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    mark: Mark = Mark.KEPT


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list; a kept line may have pieces that changed."""

    mark: Mark
    pieces: tuple[Piece, ...]


def changed_fields(old: Passport, new: Passport) -> tuple[str, ...]:
    """Names in the order of the passport.

    >>> changed_fields(Passport(title="Родники"), Passport(title="Родники", year=2019))
    ('year',)
    """
    return tuple(
        one.name for one in fields(Passport) if getattr(old, one.name) != getattr(new, one.name)
    )


def text_difference(old: str, new: str) -> tuple[Piece, ...]:
    """
    >>> [(one.text, one.mark.value) for one in text_difference("два ряда", "три ряда")]
    [('два', 'removed'), ('три', 'added'), (' ряда', 'kept')]
    """
    olds, news = WORDS.findall(old), WORDS.findall(new)
    pieces: list[Piece] = []
    for name, a, b, c, d in matcher(olds, news).get_opcodes():
        if name == "equal":
            pieces.append(Piece("".join(olds[a:b])))
            continue
        if a < b:
            pieces.append(Piece("".join(olds[a:b]), Mark.REMOVED))
        if c < d:
            pieces.append(Piece("".join(news[c:d]), Mark.ADDED))
    return tuple(pieces)


def list_difference(old: Sequence[str], new: Sequence[str]) -> tuple[Line, ...]:
    """Lines in order; one that changed a little is kept, with its words marked."""
    return tuple(lines_of(old, new))


def lines_of(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    for name, a, b, c, d in matcher(old, new).get_opcodes():
        if name == "equal":
            yield from (Line(Mark.KEPT, (Piece(one),)) for one in old[a:b])
        elif name == "replace":
            yield from replaced(old[a:b], new[c:d])
        else:
            yield from (whole(one, Mark.REMOVED) for one in old[a:b])
            yield from (whole(one, Mark.ADDED) for one in new[c:d])


def replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Pairs in order: alike, they are one line that changed; otherwise two."""
    for before, after in zip(old, new, strict=False):
        if matcher(WORDS.findall(before), WORDS.findall(after)).ratio() >= LIKE_ENOUGH:
            yield Line(Mark.KEPT, text_difference(before, after))
        else:
            yield whole(before, Mark.REMOVED)
            yield whole(after, Mark.ADDED)
    yield from (whole(one, Mark.REMOVED) for one in old[len(new) :])
    yield from (whole(one, Mark.ADDED) for one in new[len(old) :])


def whole(text: str, mark: Mark) -> Line:
    return Line(mark, (Piece(text, mark),))


def matcher(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, old, new, autojunk=False)

"""What may be answered in a poll, and what the answers come to. Pure functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rost.core.language import fold

from .texts import LONGEST_WORD, clean_line

ONE, MANY, RATING, WORDS, HANDS = "one", "many", "rating", "words", "hands"
MARKS = range(1, 6)
MOST_OPTIONS, LONGEST_OPTION = 12, 120
MOST_WORDS_SHOWN = 60


class NotAnAnswer(ValueError):
    """The value does not answer this kind of poll."""


def read_value(kind: str, value: Any, *, options: int, most: int) -> Any:
    """The answer as it is kept: options by their numbers from 0, words as they were written."""
    if kind == ONE:
        return _option(value, options)
    if kind == MANY:
        chosen = sorted({_option(one, options) for one in _list(value)})
        if not 1 <= len(chosen) <= most:
            raise NotAnAnswer
        return chosen
    if kind == RATING:
        if _whole(value) not in MARKS:
            raise NotAnAnswer
        return _whole(value)
    if kind == WORDS:
        return _words(value)
    if kind == HANDS and isinstance(value, bool):
        return value
    raise NotAnAnswer


def _list(value: Any) -> Sequence[Any]:
    if not isinstance(value, list | tuple) or len(value) > MOST_OPTIONS:
        raise NotAnAnswer
    return value


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise NotAnAnswer
    return value


def _option(value: Any, options: int) -> int:
    number = _whole(value)
    if not 0 <= number < options:
        raise NotAnAnswer
    return number


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise NotAnAnswer
    text = clean_line(value)
    if not fold(text) or len(text) > LONGEST_WORD:
        raise NotAnAnswer
    return text


@dataclass(frozen=True, slots=True)
class Results:
    """`counts`: option by option, marks 1 to 5, yes and no; words by how many wrote them."""

    answers: int
    counts: tuple[int, ...] = ()
    words: tuple[tuple[str, int], ...] = ()

    @property
    def mean(self) -> float | None:
        """Of a rating: the sum of the marks over their number."""
        total = sum(mark * count for mark, count in zip(MARKS, self.counts, strict=False))
        return total / self.answers if self.answers else None


def results(kind: str, values: Iterable[Any], *, options: int) -> Results:
    """Of values as `read_value` gave them."""
    kept = list(values)
    if kind == WORDS:
        return Results(len(kept), words=_counted_words(kept))
    found: Counter[Any] = Counter()
    for value in kept:
        found.update(value if kind == MANY else [value])
    keys: Iterable[Any] = range(options)
    if kind == RATING:
        keys = MARKS
    elif kind == HANDS:
        keys = (True, False)
    return Results(len(kept), counts=tuple(found[key] for key in keys))


def _counted_words(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """The same word however it was typed is one, shown as most wrote it."""
    forms: dict[str, Counter[str]] = {}
    for value in values:
        forms.setdefault(fold(value), Counter())[value] += 1
    counted = [
        (min(one, key=lambda form: (-one[form], form)), sum(one.values())) for one in forms.values()
    ]
    return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0]))[:MOST_WORDS_SHOWN])

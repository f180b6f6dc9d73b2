"""A poll as it is drawn: what may be chosen, and bars of what was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from rost.live.models import PollKind
from rost.live.rules.polls import MARKS, Results

INPUTS = {PollKind.MANY: "checkbox", PollKind.WORDS: "text"}
WORD_SIZES = 5


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """`percent` of the whole width; `size` from 1 to 5 for words."""

    label: str
    count: int
    percent: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class DrawnPoll:
    id: int
    kind: str
    text: str
    most: int
    open: bool
    input: str
    choices: tuple[Choice, ...]
    own_words: str
    answered: bool
    bars: tuple[Bar, ...]
    answers: int | None  # None while the results are kept back
    mean: float | None


def drawn(poll: Any, *, mine: Any = None) -> DrawnPoll:
    """Of a shown or an archived poll; `mine` is what this telephone has answered."""
    results: Results | None = poll.results
    words = poll.kind == PollKind.WORDS
    return DrawnPoll(
        id=getattr(poll, "id", 0),
        kind=poll.kind,
        text=poll.text,
        most=getattr(poll, "most", 1),
        open=getattr(poll, "open", False),
        input=INPUTS.get(poll.kind, "radio"),
        choices=() if words else _choices(poll, mine),
        own_words=mine if words and mine else "",
        answered=mine is not None,
        bars=_bars(poll, results) if results is not None else (),
        answers=results.answers if results is not None else None,
        mean=results.mean if results is not None and poll.kind == PollKind.RATING else None,
    )


def labels_of(kind: str, options: Sequence[str]) -> list[str]:
    if kind == PollKind.RATING:
        return [str(mark) for mark in MARKS]
    if kind == PollKind.HANDS:
        return [_("Yes"), _("No")]
    return list(options)


def _choices(poll: Any, mine: Any) -> tuple[Choice, ...]:
    labels = labels_of(poll.kind, poll.options)
    if poll.kind == PollKind.HANDS:
        pairs = [("yes", mine is True), ("no", mine is False)]
    elif poll.kind == PollKind.RATING:
        pairs = [(str(mark), mine == mark) for mark in MARKS]
    else:
        chosen = mine if isinstance(mine, list) else [mine]
        pairs = [(str(number), number in chosen) for number in range(len(labels))]
    return tuple(
        Choice(value, label, is_chosen)
        for (value, is_chosen), label in zip(pairs, labels, strict=True)
    )


def _bars(poll: Any, results: Results) -> tuple[Bar, ...]:
    if poll.kind == PollKind.WORDS:
        most = max((count for _word, count in results.words), default=1)
        return tuple(
            Bar(word, count, _share(count, most), 1 + (WORD_SIZES - 1) * count // most)
            for word, count in results.words
        )
    labels = labels_of(poll.kind, poll.options)
    return tuple(
        Bar(label, count, _share(count, results.answers))
        for label, count in zip(labels, results.counts, strict=False)
    )


def _share(count: int, whole: int) -> str:
    return f"{100 * count / max(1, whole):.1f}"

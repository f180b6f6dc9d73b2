"""What is shown of a text: the piece of it that answers best, with the words of the query marked.

It is cut from the text as it was written and stays text: whoever shows it escapes it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rost.catalogue.models import Card
from rost.catalogue.queries.reading import forms_of
from rost.core.language.search.tokens import tokens
from rost.core.ranking import Sought

from .model import Piece

LONGEST = 240  # signs of a snippet
READ = 20_000  # signs of a text; what answers further on is not shown
BEFORE = 60  # signs before the densest place
WORD = re.compile(r"[^\W_]+(?:[-‐‑'’.@][^\W_]+)*")
SPACES = re.compile(r"\s+")
STARTS = 3  # letters by which a word is told to be worth reading


@dataclass(frozen=True, slots=True)
class Marker:
    """A query made ready: the weight of each form, and the beginnings that are worth reading."""

    weights: Mapping[str, float]
    starts: frozenset[str]

    @classmethod
    def of(cls, sought: Sequence[Sought]) -> Marker:
        weights = {form: one.rarity for one in sought for form, _w in (*one.forms, *one.loose)}
        starts = {form[:STARTS] for form in weights} | {one.typed[:STARTS] for one in sought}
        return cls(weights, frozenset(starts))

    def places(self, text: str, language: str) -> list[tuple[int, int, float]]:
        """Where words of the query stand: beginning, end, rarity."""
        found = []
        for match in WORD.finditer(text):
            word = match.group()
            if self.worth(word):
                weight = self.weight(word, language)
                if weight:
                    found.append((match.start(), match.end(), weight))
        return found

    def worth(self, word: str) -> bool:
        start = word[:STARTS].casefold().replace("ё", "е")
        return start in self.starts or any(one.startswith(start) for one in self.starts)

    def weight(self, word: str, language: str) -> float:
        weights = self.weights
        forms = (
            form for token in tokens(word) for both in forms_of(token, language) for form in both
        )
        return max((weights.get(form, 0.0) for form in forms), default=0.0)


def title_of(card: Card, marker: Marker) -> tuple[Piece, ...]:
    return pieces(card.title, marker.places(card.title, card.language))


def snippet_of(card: Card, marker: Marker) -> tuple[Piece, ...]:
    """From the summary and the body; the beginning where nothing is to be marked."""
    text = SPACES.sub(" ", "\n".join(filter(None, (card.summary, card.body))))[:READ]
    places = marker.places(text, card.language)
    first, last = window(text, places)
    inside = [(a - first, b - first, w) for a, b, w in places if first <= a and b <= last]
    shown = list(pieces(text[first:last], inside))
    if first:
        shown.insert(0, Piece("… "))
    if last < len(text):
        shown.append(Piece(" …"))
    return tuple(shown)


def window(text: str, places: Sequence[tuple[int, int, float]]) -> tuple[int, int]:
    """Bounds on spaces, around the stretch that holds the most of the query."""
    best, start = -1.0, 0
    for begin, _end, _weight in places:
        heard = {text[a:b].casefold(): w for a, b, w in places if begin <= a <= begin + LONGEST}
        if sum(heard.values()) > best + 1e-9:
            best, start = sum(heard.values()), begin
    first = max(0, start - BEFORE)
    if first:
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else start
    last = min(len(text), first + LONGEST)
    if last < len(text):
        space = text.rfind(" ", first + LONGEST // 2, last)
        last = space if space > 0 else last
    return first, last


def pieces(text: str, places: Sequence[tuple[int, int, float]]) -> tuple[Piece, ...]:
    made, at = [], 0
    for begin, end, _weight in places:
        if begin > at:
            made.append(Piece(text[at:begin]))
        made.append(Piece(text[begin:end], marked=True))
        at = end
    if at < len(text):
        made.append(Piece(text[at:]))
    return tuple(made)

"""Values of the ranking: what is sought, what a text holds, what each evidence counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Sought:
    """One word of a query.

    `forms` are normalised words with their weight (1 for the word itself, less for a synonym);
    `loose` are forms of lower weight, found among a text's loose words alone; `typed` is the word
    as it was written; `rarity` see `rarity()`.
    """

    typed: str
    forms: tuple[tuple[str, float], ...]
    loose: tuple[tuple[str, float], ...] = ()
    rarity: float = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """`fields` are normalised words in their order, the weightiest field first."""

    key: int
    fields: tuple[Words, ...]
    loose: frozenset[str] = frozenset()
    typed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Measures:
    """Every number the score depends on; the defaults are those measured in
    docs/algorithms/search-ranking.md.

    `lengths` is the usual number of words of each field in the collection.
    """

    lengths: tuple[float, ...]
    fields: tuple[float, ...] = (2.0, 1.5, 1.0)  # weight of a word in each field
    evening: tuple[float, ...] = (0.4, 0.75, 0.75)  # b of BM25F: how much a long field loses
    saturation: float = 1.2  # k1: how soon one more of the same word stops counting
    loose: float = 0.4  # a loose form, in occurrences of the word itself
    kin: float = 0.3  # a word of the same beginning, where the word itself is absent
    typed: float = 0.2  # the word stands exactly as it was typed, in rarities
    pairs: float = 0.5  # neighbours of the query that stand near each other
    pair_span: int = 8  # words
    dense: float = 0.3  # the window that holds the most of the query
    dense_span: int = 12  # words


@dataclass(frozen=True, slots=True)
class Scored:
    """`found` are the places of the sought words that the text has in some form."""

    key: int
    score: float
    found: tuple[int, ...]


def rarity(cards: int, of: int) -> float:
    """How much a word that stands in `cards` of so many tells: Robertson and Spärck Jones (1976)
    without relevance data, kept above zero by one under the logarithm (Robertson and Zaragoza
    2009, 3.2; the same in Lucene).

    >>> rarity(1, 100) > rarity(50, 100) > rarity(100, 100) > 0
    True
    """
    held = min(max(cards, 0), of)
    return log(1 + (of - held + 0.5) / (held + 0.5))


MIN_KIN = 4  # letters that two words of one root share at least
KIN_SHARE = 0.7  # … and of the longer of them


def are_kin(one: str, other: str) -> bool:
    """Whether two stems begin alike for most of their length: «числен» and «численност».

    Truncation as a light stemmer: McNamee and Mayfield (2004) for European languages.
    """
    longest = max(len(one), len(other))
    shared = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return shared >= MIN_KIN and shared >= KIN_SHARE * longest

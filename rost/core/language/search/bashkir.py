"""Bashkir words without their endings.

The endings are those of the standard grammar, each in all its harmonic forms: a noun's number,
possession and case, then a verb's mood, tense and person. Capital letters below stand for a choice:
A for а, ә; Y for ы, е, о, ө; K for ҡ, к; G for ғ, г; L and N for the consonant that the sound
before it chooses. How well forms are joined is measured: docs/algorithms/search-words.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

LETTERS = frozenset("ҡғҙҫңөүәһ")  # those that Russian has not
_NEAREST = str.maketrans("ҡғҙҫңөүәһ", "кгзсноуах")
_VOWELS = frozenset("аәеёиоөуүыэюя")
_NARROW = frozenset("ыеоө")
_CHOICES = {"A": "аә", "Y": "ыеоө", "K": "ҡк", "G": "ғг", "L": "лдтҙ", "N": "ндтҙ"}
_NOMINAL = [
    "LAр",  # many
    "NYң",  # of
    "GA",
    "KA",
    "нA",  # to
    "NY",  # whom, what
    "LA",
    "ндA",  # where
    "NAн",  # from where
    "LAGY",
    "ндAGY",  # being there
    "Yм",
    "YбYҙ",
    "бYҙ",  # my, our
    "Yң",
    "YGYҙ",
    "GYҙ",  # your
    "һY",
    "һYн",
    "Yн",  # his, her, their
]
_VERBAL = [
    "YрGA",
    "рGA",
    "ыу",
    "еү",
    "оу",
    "өү",
    "у",
    "ү",  # to do, doing
    "GAн",
    "KAн",
    "мAGAн",  # done
    "YусY",
    "усY",
    "үсY",  # doing, who does
    "АсAҡ",
    "AсAк",
    "ясAҡ",  # that will do
    "Yп",
    "п",
    "GAс",
    "KAс",  # having done
    "мA",
    "мAй",
    "һA",
    "һAң",  # not, if
    "һYн",
    "Yғыҙ",
    "Yгеҙ",  # let him, do
    "мYн",
    "һYң",
    "бYҙ",  # persons
]
_SHORTEST_STEM = 2


def bashkir_stem(word: str) -> str:
    """The stem of a word in small letters; the same for all its forms, and no word by itself."""
    return _stem(word, exact=True)


def folded_stem(word: str) -> str:
    """The stem of a word typed without the Bashkir layout: `хыузарга` for `һыуҙарға`."""
    return _stem(nearest(word), exact=False)


def nearest(word: str) -> str:
    """With the letters of the Russian keyboard; э within a word is how some type ә."""
    folded = word.translate(_NEAREST)
    return folded[:1] + folded[1:].replace("э", "а")


def is_bashkir(word: str) -> bool:
    return not LETTERS.isdisjoint(word)


def bashkir_bases(word: str) -> tuple[str, ...]:
    """The word with ever fewer endings, itself first."""
    return tuple(_bases(word, exact=True))


@lru_cache(maxsize=10_000)
def _stem(word: str, *, exact: bool) -> str:
    *_longer, stem = _bases(word, exact=exact)
    return _even(stem, exact=exact)


def _bases(word: str, *, exact: bool) -> Iterator[str]:
    yield word
    nominal, verbal = _TABLES[exact]
    for endings in (nominal, nominal, nominal, verbal, verbal):
        shorter = _without(word, endings)
        if shorter != word:
            word = shorter
            yield word


def _without(word: str, endings: tuple[frozenset[str], int]) -> str:
    known, longest = endings
    for length in range(min(longest, len(word) - _SHORTEST_STEM), 0, -1):
        if word[-length:] in known and _is_stem(word[:-length]):
            return word[:-length]
    return word


def _is_stem(stem: str) -> bool:
    return any(letter in _VOWELS for letter in stem)


def _even(stem: str, *, exact: bool) -> str:
    """One form of what the sound after it changes: китаб-ы, китап; a narrow vowel at the end."""
    if len(stem) > _SHORTEST_STEM and stem[-1] in _NARROW and _is_stem(stem[:-1]):
        stem = stem[:-1]
    ends = {"б": "п", "ғ": "ҡ", "г": "к"} if exact else {"б": "п", "г": "к"}
    return stem[:-1] + ends.get(stem[-1], stem[-1]) if stem else stem


def _spelled(patterns: list[str]) -> frozenset[str]:
    return frozenset(
        "".join(letters)
        for pattern in patterns
        for letters in product(*(_CHOICES.get(sign, sign) for sign in pattern))
    )


def _table(patterns: list[str], *, exact: bool) -> tuple[frozenset[str], int]:
    endings = _spelled(patterns)
    if not exact:
        endings = frozenset(nearest(ending) for ending in endings)
    return endings, max(map(len, endings))


_TABLES = {
    exact: (_table(_NOMINAL, exact=exact), _table(_VERBAL, exact=exact)) for exact in (True, False)
}

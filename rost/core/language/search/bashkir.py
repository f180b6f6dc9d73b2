"""Bashkir words without their endings.

A noun's number, possession and case are taken off up to three times, then a verb's mood, tense and
person up to twice; an ending that does not fit the sound before it is left alone. How well forms
are joined is measured: docs/algorithms/search-words.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .endings import (
    FOLDED_SOUND_OF,
    KEPT,
    LETTERS,
    LONGEST,
    NARROW,
    NO_TAIL,
    SHORTEST,
    SOUND_OF,
    TABLES,
    VOWELS,
    nearest,
)


def bashkir_stem(word: str) -> str:
    """The stem of a word in small letters; the same for all its forms, and no word by itself."""
    return _stem(word, exact=True)


def folded_stem(word: str) -> str:
    """The stem of a word typed without the Bashkir layout: `хыузарга` for `һыуҙарға`."""
    return _stem(nearest(word), exact=False)


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
    nominal, verbal = TABLES[exact]
    for endings in (nominal, nominal, nominal, verbal, verbal):
        shorter = _without(word, endings, exact=exact)
        if shorter != word:
            word = shorter
            yield word


def _without(word: str, endings: dict[str, str], *, exact: bool) -> str:
    if word in KEPT[exact]:
        return word
    found = word
    for length in range(1, min(LONGEST, len(word) - 2) + 1):
        stem, ending = word[:-length], word[-length:]
        if ending in endings and _fits(stem, ending, endings[ending], exact=exact):
            found = stem
            if stem in KEPT[exact]:
                break
    return found


def _fits(stem: str, ending: str, sounds: str, *, exact: bool) -> bool:
    if VOWELS.isdisjoint(stem) or stem[-2:] in NO_TAIL or not _rounded(stem, ending):
        return False
    if "Л" in sounds:
        return stem[-2:] in ("ла", "лә") and len(stem) > 3
    own = (SOUND_OF if exact else FOLDED_SOUND_OF).get(stem[-1], "")
    own += "M" if own == "V" else ""
    return any(sound in sounds and len(stem) >= SHORTEST[sound] for sound in own)


def _rounded(stem: str, ending: str) -> bool:
    """An ending has о or ө only after a syllable that has it."""
    first = next((letter for letter in ending if letter in VOWELS), "")
    if first not in ("о", "ө"):
        return True
    return next(letter for letter in reversed(stem) if letter in VOWELS) in ("о", "ө")


def _even(stem: str, *, exact: bool) -> str:
    """One form of what the sound after it changes (китаб-ы is китап), and no narrow vowel last."""
    if len(stem) > 2 and stem[-1] in NARROW:
        stem = stem[:-1]
    ends = {"б": "п", "ғ": "ҡ", "г": "к"} if exact else {"б": "п", "г": "к"}
    return stem[:-1] + ends.get(stem[-1], stem[-1])

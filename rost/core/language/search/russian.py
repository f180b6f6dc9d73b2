"""Russian words in the form that is compared: dictionary form, then without its ending.

The dictionary is OpenCorpora's, read by pymorphy3; it is loaded when the first word is asked for
(or by `warm`), because most processes never need it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from .stops import STOPS_RU

_REMEMBERED = 40_000  # forms; a form costs about 250 bytes
_IDLE_PARTS = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=2)
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(language)


def load() -> None:
    _dictionary()
    _stemmer("russian")
    _stemmer("english")


@lru_cache(maxsize=_REMEMBERED)
def russian_stem(word: str) -> str:
    """Empty for a word that is never looked for: a preposition, a pronoun, «является».

    The dictionary would guess the form of a word it does not know, and guess differently for each
    of its endings: names and abbreviations only lose their ending.
    """
    if not is_russian(word):
        return "" if word in STOPS_RU else ending_off(word)
    best = _dictionary().parse(word)[0]
    form: str = best.normal_form.replace("ё", "е")
    tag = best.tag
    if tag.POS in _IDLE_PARTS or "Apro" in tag or form in STOPS_RU or word in STOPS_RU:
        return ""
    return ending_off(form)


def ending_off(word: str) -> str:
    """Snowball's Russian stem of the word as it stands."""
    stem: str = _stemmer("russian").stemWord(word)
    return stem or word


def is_russian(word: str) -> bool:
    """The dictionary knows this form."""
    return bool(_dictionary().word_is_known(word))


def begins_russian(start: str) -> bool:
    """Some form in the dictionary begins so."""
    forms = _dictionary().dictionary.words.iterkeys(start)
    return bool(start) and next(iter(forms), None) is not None


def latin_stem(word: str) -> str:
    stem: str = _stemmer("english").stemWord(word)
    return stem or word

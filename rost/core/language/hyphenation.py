"""Where a Bashkir word may be broken at the end of a line: docs/algorithms/hyphenation.md.

Typesetters know Russian and English and no Bashkir, so we tell them by soft hyphens. A break
that is missing costs a little white space, a wrong one is a mistake: in doubt there is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"
_LEAST = 2  # letters on each side of a break

_VOWELS = frozenset("аәеёиоөуүыэюя")
_GLIDES = frozenset("уү")
_PLAIN = frozenset("аәиоөыэ")  # vowels that do not begin with [j]
_SIGNS = frozenset("ъь")
_LETTERS = frozenset("абвгғдҙеёжзийкҡлмнңоөпрсҫтуүфхһцчшщъыьэәюя")

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"@|://|/|\w\.\w")


def with_soft_hyphens(text: str, language: str) -> str:
    """Bashkir text with a soft hyphen at every break; other languages as they are."""
    if language != "ba":
        return text
    return _TOKEN.sub(lambda found: _token(found[0]), text)


def _token(token: str) -> str:
    if _ADDRESS.search(token) or any(_is_foreign(sign) for sign in token):
        return token
    return _WORD.sub(lambda found: _word(found[0]), token)


def _is_foreign(sign: str) -> bool:
    return (
        sign.isdigit()
        or sign == SOFT_HYPHEN
        or unicodedata.category(sign).startswith("M")
        or (sign.isalpha() and sign.lower() not in _LETTERS)
    )


def _word(word: str) -> str:
    if any(letter.isupper() for letter in word[1:]):
        return word  # an abbreviation
    letters = word.lower()
    # Between a consonant and a vowel у is read both ways, «ғинуар» and «дуамал».
    breaks = _breaks(letters, _is_vowel) & _breaks(letters, _is_open_vowel)
    return "".join(SOFT_HYPHEN * (at in breaks) + letter for at, letter in enumerate(word))


def _breaks(word: str, is_vowel: Callable[[str, int], bool]) -> set[int]:
    vowels = [at for at in range(len(word)) if is_vowel(word, at)]
    breaks = {_break(word, left, right) for left, right in pairwise(vowels)}
    return {at for at in breaks if _LEAST <= at <= len(word) - _LEAST}


def _break(word: str, left: int, right: int) -> int:
    """Where the syllable of the right vowel begins."""
    between = [at for at in range(left + 1, right) if word[at] not in _SIGNS]
    if not between:
        return right
    if len(between) == 1 and word[right - 1] in _SIGNS:
        return right  # «мәсь-әлә»: the sign closes the syllable
    return between[-1]


def _is_vowel(word: str, at: int) -> bool:
    """у and ү are [w] after a vowel, at the beginning before one, and after a consonant too."""
    if word[at] in _GLIDES:
        return not (_follows_vowel(word, at) or _stands_before_vowel(word, at))
    return word[at] in _VOWELS


def _is_open_vowel(word: str, at: int) -> bool:
    """The same, but after a consonant they are vowels."""
    if word[at] in _GLIDES and at > 0:
        return not _follows_vowel(word, at)
    return _is_vowel(word, at)


def _follows_vowel(word: str, at: int) -> bool:
    if at == 0 or word[at - 1] not in _VOWELS:
        return False
    return word[at - 1] not in _GLIDES or not _follows_vowel(word, at - 1)


def _stands_before_vowel(word: str, at: int) -> bool:
    return word[at + 1 : at + 2] in _PLAIN if at + 1 < len(word) else False

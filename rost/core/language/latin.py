"""Russian and Bashkir in Latin letters, for addresses and codes that must be ASCII.

The letters follow BGN/PCGN romanisation (Russian 1947, Bashkir 1979) with its diacritics and its
signs for ъ and ь left out.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = {
    "а": "a",
    "б": "b",
    "в": "v",
    "г": "g",
    "ғ": "gh",
    "д": "d",
    "ҙ": "dh",
    "е": "e",
    "ё": "yo",
    "ж": "zh",
    "з": "z",
    "и": "i",
    "й": "y",
    "к": "k",
    "ҡ": "q",
    "л": "l",
    "м": "m",
    "н": "n",
    "ң": "ng",
    "о": "o",
    "ө": "o",
    "п": "p",
    "р": "r",
    "с": "s",
    "ҫ": "th",
    "т": "t",
    "у": "u",
    "ү": "u",
    "ф": "f",
    "х": "kh",
    "һ": "h",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ы": "y",
    "ь": "",
    "э": "e",
    "ә": "a",
    "ю": "yu",
    "я": "ya",
}
_SIGNS = {
    "№": "N",
    "–": "-",
    "—": "-",
    "−": "-",
    "‑": "-",
    "«": '"',
    "»": '"',
    "„": '"',
    "“": '"',
    "”": '"',
    "’": "'",
    "‘": "'",
    "…": "...",
}
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_FILLER = "x"


def transliterate(text: str) -> str:
    """The text in ASCII; letters of other scripts than Cyrillic and Latin are left out."""
    text = unicodedata.normalize("NFC", text)
    return "".join(_latin(text, place) for place in range(len(text)))


def slug(text: str, minimum: int = 4, maximum: int = 60, *, fallback: str = "item") -> str:
    """A part of an address: `[a-z][a-z0-9-]*`, cut between words where it can be.

    `fallback` is the word that stands for a text without letters, goes before one that begins
    with a digit and after one that is too short. Not unique: the caller sees to that.
    """
    if not 1 <= minimum <= maximum:
        raise ValueError("1 <= minimum <= maximum")
    word = _dashed(fallback).lstrip("0123456789-") or _FILLER
    made = _dashed(text) or word
    if made[0].isdigit():
        made = f"{word}-{made}"
    if len(made) < minimum:
        made = f"{made}-{word}"
    made = _cut(made, minimum, maximum)
    return made if len(made) >= minimum else made.ljust(minimum, _FILLER)


def _latin(text: str, place: int) -> str:
    sign = text[place]
    small = sign.lower()
    if small in _LETTERS:
        latin = _LETTERS[small]
        if sign == small:
            return latin
        return latin.upper() if _among_capitals(text, place) else latin.capitalize()
    if sign in _SIGNS:
        return _SIGNS[sign]
    # NFKD takes accents off Latin letters and turns no-break spaces into plain ones.
    return unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode("ascii")


def _among_capitals(text: str, place: int) -> bool:
    after = text[place + 1 : place + 2]
    if after.isalpha():
        return after.isupper()
    return place > 0 and text[place - 1].isupper()


def _dashed(text: str) -> str:
    return _NOT_IN_SLUG.sub("-", transliterate(text).lower()).strip("-")


def _cut(text: str, minimum: int, maximum: int) -> str:
    if len(text) <= maximum:
        return text
    between_words = text[: maximum + 1].rpartition("-")[0].rstrip("-")
    if len(between_words) >= max(minimum, maximum // 2):
        return between_words
    return text[:maximum].rstrip("-")

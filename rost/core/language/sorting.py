"""A stored key that puts Russian and Bashkir names into the order of the alphabet.

Databases disagree about Cyrillic, and none knows Bashkir (CLDR has no `ba`), so the order is
kept in a column. The key is made of the digits 0-9 alone: every database and every collation
compares those alike.

Two digits stand for a letter: the Bashkir alphabet holds the Russian one in its own order, so one
sequence serves both languages. ё counts as е until all else is equal, as in Russian reference
books. Numbers are compared by value; Cyrillic comes before Latin, Latin before the rest.
"""

from __future__ import annotations

import re
import unicodedata

BASHKIR_ALPHABET = "абвгғдҙеёжзийкҡлмнңоөпрсҫтуүфхһцчшщъыьэәюя"
_LATIN_ALPHABET = "abcdefghijklmnopqrstuvwxyz"

# The first two digits of every step of the key.
_TIES = "00"  # what follows only parts names that are otherwise equal
_BREAK = "01"
_NUMBER = "02"
_CYRILLIC_FROM = 10
_LATIN_FROM = 60
_OTHER = "90"

_STEPS = {letter: f"{place:02d}" for place, letter in enumerate(BASHKIR_ALPHABET, _CYRILLIC_FROM)}
_STEPS["ё"] = _STEPS["е"]
_STEPS |= {letter: f"{place:02d}" for place, letter in enumerate(_LATIN_ALPHABET, _LATIN_FROM)}

_PIECES = re.compile(r"[0-9]+|[^\W_]|[\W_]+")
_LONGEST_NUMBER = 99


def sort_key(text: str) -> str:
    """Digits that compare as the texts should stand in a list; at most 9 for a sign, plus ties."""
    plain = unicodedata.normalize("NFKC", text.replace("№", " ")).casefold()
    plain = unicodedata.normalize("NFC", plain)
    plain = "".join(sign for sign in plain if unicodedata.category(sign) not in ("Mn", "Cf"))
    steps = [_step(piece) for piece in _PIECES.findall(plain)]
    while steps and steps[-1] == _BREAK:
        steps.pop()
    while steps and steps[0] == _BREAK:
        steps.pop(0)
    ties = "".join("1" if letter == "ё" else "0" for letter in plain if letter in "её").rstrip("0")
    return "".join(steps) + (_TIES + ties if ties else "")


def _step(piece: str) -> str:
    if piece[0].isascii() and piece[0].isdigit():
        number = (piece.lstrip("0") or "0")[:_LONGEST_NUMBER]
        return f"{_NUMBER}{len(number):02d}{number}"
    if not piece[0].isalnum():
        return _BREAK
    if piece in _STEPS:
        return _STEPS[piece]
    base = unicodedata.normalize("NFKD", piece)[0]
    if base.isascii() and base in _STEPS:
        return _STEPS[base]
    return f"{_OTHER}{ord(piece):07d}"

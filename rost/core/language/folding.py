"""The key by which people's typing finds a name, whatever keyboard they have."""

from __future__ import annotations

import unicodedata

# Bashkir letters are typed without their layout as the nearest Russian ones.
_NEAREST = str.maketrans("ёҡғҙҫңөүәһ", "екгзсноуах")
_NUMERO = str.maketrans({"№": " "})  # compatibility folding would make it the Latin "No"


def fold(text: str) -> str:
    """Small letters, ё and Bashkir letters as typed without them, one space between words.

    Everything that is neither a letter nor a digit parts words; stress marks and invisible
    signs vanish. Folding twice changes nothing.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_NUMERO)).casefold()
    plain = unicodedata.normalize("NFKC", plain).translate(_NEAREST)
    return " ".join("".join(_signs(plain)).split())


def _signs(text: str) -> list[str]:
    kept = []
    for sign in text:
        category = unicodedata.category(sign)
        if sign.isalnum():
            kept.append(sign)
        elif category not in ("Mn", "Me", "Cf"):
            kept.append(" ")
    return kept

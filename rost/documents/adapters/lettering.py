"""Which signs the fonts can draw, and texts kept to them.

A tagged PDF must not hold a sign without a glyph (PDF/UA-1), so what the fonts lack is written by
its plain twin or shown as a question mark: a name with a smiling face still gets its badge.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from rost.documents.adapters.fonts import drawable

MISSING = "?"
NO_BREAK_SPACE = "\u00a0"
# Kept though no glyph stands for them: the setter itself acts on them.
_ACTED_ON = frozenset("\n\t\u00ad\u200b\u2060")
_LONGEST_WORD, _SHORT_WORD = 30, 16
_ADDRESS = re.compile(r"(?<=[^\s.@/]{3})[@/.](?=[^\s.@/]{3})")
_ENDLESS = re.compile(rf"[^\s\u00ad\u200b-]{{{_LONGEST_WORD},}}")
_STRETCH = re.compile(".{12}")


def legible(text: str) -> str:
    """The text with only such signs as can be drawn, in the order they were typed.

    A word longer than any real one – a name without spaces – gets places to break, and so does an
    address at its signs.
    """
    known = _known()
    if not known.issuperset(text):
        normal = unicodedata.normalize("NFC", text)
        text = "".join(sign if sign in known else _twin(sign, known) for sign in normal)
    if len(text) < _SHORT_WORD:
        return text
    return _ENDLESS.sub(_with_breaks, _ADDRESS.sub("\\g<0>\u200b", text))


@cache
def _known() -> frozenset[str]:
    shown = {sign for sign in drawable() if not unicodedata.category(sign).startswith("C")}
    return frozenset(shown) | _ACTED_ON


def _with_breaks(word: re.Match[str]) -> str:
    return _STRETCH.sub("\\g<0>\u200b", word[0])


def _twin(sign: str, known: frozenset[str]) -> str:
    if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"}:
        return ""  # turns of direction, control signs, accents without a letter
    if sign.isspace():
        return NO_BREAK_SPACE if "<noBreak>" in unicodedata.decomposition(sign) else " "
    plain = unicodedata.normalize("NFKC", sign)
    if known.issuperset(plain):
        return plain
    letters = [part for part in unicodedata.normalize("NFKD", sign) if part in known]
    return unicodedata.normalize("NFC", "".join(letters)) or MISSING

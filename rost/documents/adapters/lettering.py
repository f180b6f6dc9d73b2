"""Which signs the fonts can draw, and texts kept to them.

A tagged PDF must not hold a sign without a glyph (PDF/UA-1), so what the fonts lack is written by
its plain twin or shown as a question mark: a name with a smiling face still gets its badge.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path

FONTS = ("fontpkg_pt_sans", "fontpkg_pt_serif")
MISSING = "?"
NO_BREAK_SPACE = "\u00a0"
# Kept though no glyph stands for them: the setter itself acts on them.
_ACTED_ON = frozenset("\n\t\u00ad\u200b\u2060")
_LONGEST_WORD = 30
_ENDLESS = re.compile(rf"[^\s\u00ad\u200b-]{{{_LONGEST_WORD},}}")
_STRETCH = re.compile(".{12}")


def font_folders() -> list[str]:
    return [str(files(package).joinpath("files")) for package in FONTS]


@cache
def drawable() -> frozenset[str]:
    """The signs that every face of both fonts has."""
    faces = [face for folder in font_folders() for face in sorted(Path(folder).glob("*.ttf"))]
    return frozenset.intersection(*(_signs(face.read_bytes()) for face in faces)) | _ACTED_ON


def legible(text: str) -> str:
    """The text with only such signs as can be drawn, in the order they were typed.

    A word longer than any real one – an address, a name without spaces – gets places to break.
    """
    known = drawable()
    if not known.issuperset(text):
        normal = unicodedata.normalize("NFC", text)
        text = "".join(sign if sign in known else _twin(sign, known) for sign in normal)
    return _ENDLESS.sub(_with_breaks, text) if len(text) >= _LONGEST_WORD else text


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
    return "".join(letters) or MISSING


def _signs(font: bytes) -> frozenset[str]:
    """The signs of the font's character map (OpenType, table «cmap», format 4)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    for place in range(12, 12 + 16 * tables, 16):
        name, _, offset, _ = struct.unpack_from(">4sIII", font, place)
        if name == b"cmap":
            return _mapped(font, offset)
    raise ValueError("a font without a character map")


def _mapped(font: bytes, cmap: int) -> frozenset[str]:
    for place in range(cmap + 4, cmap + 4 + 8 * struct.unpack_from(">H", font, cmap + 2)[0], 8):
        platform, encoding, offset = struct.unpack_from(">HHI", font, place)
        if (platform, encoding) == (3, 1) and struct.unpack_from(">H", font, cmap + offset)[0] == 4:
            return _format_4(font, cmap + offset)
    raise ValueError("a character map without Unicode")


def _format_4(font: bytes, start: int) -> frozenset[str]:
    count = struct.unpack_from(">H", font, start + 6)[0] // 2
    shape = f">{count}H"
    ends = struct.unpack_from(shape, font, start + 14)
    starts = struct.unpack_from(shape, font, start + 16 + 2 * count)
    deltas = struct.unpack_from(shape, font, start + 16 + 4 * count)
    ranges_at = start + 16 + 6 * count
    ranges = struct.unpack_from(shape, font, ranges_at)
    found = set()
    for at, (first, last, delta, span) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if span:
                place = ranges_at + 2 * at + span + 2 * (code - first)
                glyph = struct.unpack_from(">H", font, place)[0]
            if (glyph + delta) % 0x10000 and (glyph or not span):
                found.add(chr(code))
    return frozenset(found)

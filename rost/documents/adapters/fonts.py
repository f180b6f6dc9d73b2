"""The two fonts of all papers, PT Sans and PT Serif: which signs they have and how wide each is.

Read from the files themselves (OpenType: tables «cmap» of format 4, «head», «hhea», «hmtx»).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

_FONTS = {"PT Sans": "fontpkg_pt_sans", "PT Serif": "fontpkg_pt_serif"}
_UNICODE = (3, 1)  # platform and encoding of the map that is needed


def font_folders() -> list[str]:
    return [str(files(package).joinpath("files")) for package in _FONTS.values()]


@cache
def drawable() -> frozenset[str]:
    """The signs that every face of both fonts has."""
    found = [path for folder in font_folders() for path in sorted(Path(folder).glob("*.ttf"))]
    return frozenset.intersection(*(frozenset(advances(path)) for path in found))


@cache
def faces() -> dict[str, Mapping[str, float]]:
    """«PT Sans bold» and the like: the width of each sign, in parts of the size."""
    return {
        f"{font} {weight}": advances(path)
        for font, package in _FONTS.items()
        for weight in ("regular", "bold")
        for path in Path(str(files(package).joinpath("files"))).glob(f"*-{weight.title()}.ttf")
    }


def advances(path: Path) -> dict[str, float]:
    """How far each sign of a font moves the pen."""
    font = path.read_bytes()
    tables = _tables(font)
    size = struct.unpack_from(">H", font, tables["head"] + 18)[0]
    measured = struct.unpack_from(">H", font, tables["hhea"] + 34)[0]
    widths = struct.unpack_from(">" + "HH" * measured, font, tables["hmtx"])[::2]
    return {
        sign: round(widths[min(glyph, measured - 1)] / size, 4)
        for sign, glyph in _glyphs(font, tables["cmap"]).items()
    }


def _tables(font: bytes) -> dict[str, int]:
    count = struct.unpack_from(">H", font, 4)[0]
    found = (struct.unpack_from(">4sIII", font, 12 + 16 * at) for at in range(count))
    return {name.decode("ascii"): offset for name, _, offset, _ in found}


def _glyphs(font: bytes, cmap: int) -> dict[str, int]:
    for at in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", font, cmap + 4 + 8 * at)
        if (platform, encoding) == _UNICODE:
            return _format_4(font, cmap + offset)
    raise ValueError("a font without a map of Unicode")


def _format_4(font: bytes, start: int) -> dict[str, int]:
    count = struct.unpack_from(">H", font, start + 6)[0] // 2
    shape, ranges_at = f">{count}H", start + 16 + 6 * count
    ends = struct.unpack_from(shape, font, start + 14)
    starts, deltas, spans = (
        struct.unpack_from(shape, font, start + 16 + 2 * count * part) for part in (1, 2, 3)
    )
    found = {}
    for at in range(count):
        for code in range(starts[at], min(ends[at], 0xFFFE) + 1):
            glyph = code
            if spans[at]:
                place = ranges_at + 2 * at + spans[at] + 2 * (code - starts[at])
                glyph = struct.unpack_from(">H", font, place)[0]
            glyph = (glyph + deltas[at]) % 0x10000 if glyph or not spans[at] else 0
            if glyph:
                found[chr(code)] = glyph
    return found

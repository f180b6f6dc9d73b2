"""Contrast of two colours, and the nearest shade of a colour that can be read.

Relative luminance and contrast ratio are those of WCAG 2.1, sections "relative luminance" and
"contrast ratio"; 4.5 is the ratio for text of success criterion 1.4.3 (AA).
"""

from __future__ import annotations

import re

AA_TEXT = 4.5
STEPS = 50
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(text: str) -> bool:
    """Whether the text is a colour as `#rrggbb`."""
    return _COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """From 1 (no difference) to 21 (black on white).

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, background: str, *, ratio: float = AA_TEXT) -> str:
    """The colour itself, or the first shade towards black or white that has the ratio.

    >>> readable("#1f4e9c", "#ffffff")
    '#1f4e9c'
    """
    end = "#000000" if _luminance(background) > 0.179 else "#ffffff"
    for step in range(STEPS + 1):
        shade = _mixed(colour, end, step / STEPS)
        if contrast(shade, background) >= ratio:
            return shade
    return end


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    # 0.03928 as WCAG 2.1 has it (sRGB says 0.04045; no eight-bit colour lies between them).
    return value / 12.92 if value <= 0.03928 else float(((value + 0.055) / 1.055) ** 2.4)


def _mixed(colour: str, end: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(end), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in pairs)

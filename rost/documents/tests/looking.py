"""Papers as a reader sees them: their text, their pages as pictures, the ink on them."""

from __future__ import annotations

import io
import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pypdf
import pypdfium2
from PIL import Image, ImageChops

DPI = 200
BASHKIR = "ҡғҙҫңөүәһҠҒҘҪҢӨҮӘҺ"
LONG_NAME = (
    "Мөхәмәтғәлиева-Ҡотлобулатова Гөлсәсәк Ҙөлҡәрнәйен ҡыҙы Ҫөләймәнғужина Үҙәнбаева " * 3
)[:118]
ENDLESS_NAME = ("Ҡотлобулатғәлиеваңһҙ" * 6)[:118]
# Texts the platform writes itself: they are as long as they are.
OWN_TEXTS = frozenset(
    (
        *("address", "check_address", "check_code", "code", "number", "serial", "colour"),
        *("date", "dates", "time", "timezone", "when", "issued_on", "made_on"),
        *("hours", "total", "totals", "value"),
    )
)


def opened(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def bare(text: str) -> str:
    """The text without what setting changes: spaces, breaks and hyphens."""
    return re.sub(r"[\s\u00ad\u200b\u2010\ufffe-]", "", text).casefold()


def text_of(pdf: bytes) -> str:
    """All text of the file, bare."""
    document = pypdfium2.PdfDocument(pdf)
    return bare("".join(page.get_textpage().get_text_range() for page in document))


def pictures(pdf: bytes, dpi: int = DPI) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]


def ink(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> Any:
    """Where there is anything darker than paper in this part, in mm; None where it is empty."""
    scale = picture.width / (297 if picture.width > picture.height else 210)
    box = tuple(round(side * scale) for side in (left, top, right, bottom))
    part = picture.crop(box)  # type: ignore[arg-type]
    paper = Image.new("L", part.size, 255)
    found = ImageChops.difference(part, paper).point(lambda light: 255 if light > 12 else 0)
    return found.getbbox()


def texts(content: Any, name: str = "") -> list[str]:
    """Every text of a content that is to be read on its paper."""
    if isinstance(content, str):
        hidden = name in {"colour", "address", "check_address", "language"}
        return [content] if content and not hidden else []
    if isinstance(content, int) and not isinstance(content, bool):
        return []
    if isinstance(content, tuple):
        return [text for item in content for text in texts(item, name)]
    if is_dataclass(content):
        return [t for f in fields(content) for t in texts(getattr(content, f.name), f.name)]
    return []


def stretched(content: Any, long: str, name: str = "") -> Any:
    """The same content with every text that people write as long as the longest name."""
    if name in OWN_TEXTS:
        return content
    if isinstance(content, str):
        return long if len(content) > 5 and ":" not in content else content
    if isinstance(content, tuple):
        return tuple(stretched(item, long, name) for item in content)
    if is_dataclass(content) and not isinstance(content, type):
        changed = {
            f.name: stretched(getattr(content, f.name), long, f.name) for f in fields(content)
        }
        return replace(content, **changed)
    return content

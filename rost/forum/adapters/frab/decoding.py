"""Bytes of unknown encoding to text: by mark, by declaration, by trying, by guessing."""

from __future__ import annotations

import codecs
import re
from typing import Final

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(rb"""<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_CYRILLIC: Final = re.compile("[а-яёА-ЯЁ]{2}")


def decode(data: bytes) -> tuple[str, bool]:
    """The text, and whether its encoding had to be guessed."""
    for encoding in _likely(data):
        try:
            return data.decode(encoding), False
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode(_guessed(data), "replace"), True


def _likely(data: bytes) -> list[str]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return [encoding]
    if data[:1] == b"\0" or data[1:2] == b"\0":  # both XML and JSON begin with an ASCII sign
        return ["utf-16-be" if data[:1] == b"\0" else "utf-16-le"]
    declared = _DECLARED.match(data.lstrip())
    return [declared[1].decode("ascii"), "utf-8"] if declared else ["utf-8"]


def _guessed(data: bytes) -> str:
    """Windows Cyrillic where that gives Cyrillic words, else Western European."""
    text = data.decode("cp1251", "replace")
    foreign = sum(1 for byte in data if byte > 127)
    in_words = 2 * len(_CYRILLIC.findall(text))
    return "cp1251" if in_words * 2 > foreign else "cp1252"

"""Texts made short: at the end of a sentence where one ends in time, else between words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

MARK = "…"
LEAST_KEPT = 0.4  # of the room: whole sentences that fill less are too few
# After these a full stop ends no sentence; one letter before it is an initial.
_ABBREVIATED = frozenset(
    (
        *("г", "гг", "в", "вв", "т", "д", "п", "пп", "ст", "ч", "им", "ул", "пос", "дер", "обл"),
        *("руб", "коп", "тыс", "млн", "млрд", "кв", "куб", "см", "др", "пр", "стр", "рис", "й"),
    )
)
_END = re.compile(r"[.!?…]+[»\")\]]*(?=\s+[«\"(\[–—]*[\dA-ZА-ЯЁӘӨҮҒҠҢҘҪҺ]|\s*$)")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")


def utf16_units(text: str) -> int:
    """Length as messengers count it: what lies beyond the first 65 536 signs counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shortened(text: str, most: int, *, measure: Callable[[str], int] = len) -> str:
    """The text within `most`; a word is cut only where it alone is longer than that.

    >>> shortened("Построили мост. Он служит всем. Больше писать не о чем.", 34)
    'Построили мост. Он служит всем.'
    """
    text = text.strip()
    if measure(text) <= most:
        return text
    whole = ""
    for end in _sentence_ends(text):
        if measure(text[:end]) > most:
            break
        whole = text[:end]
    if measure(whole) >= LEAST_KEPT * most:
        return whole
    return _between_words(text, most, measure)


def _sentence_ends(text: str) -> Iterator[int]:
    for found in _END.finditer(text):
        last = _LAST_WORD.search(text[: found.start() + 1])
        word = last[1] if last else ""
        dotted = len(word) == 1 or word.lower() in _ABBREVIATED
        if not (dotted and found.group().startswith(".") and found.end() < len(text.rstrip())):
            yield found.end()


def _between_words(text: str, most: int, measure: Callable[[str], int]) -> str:
    room = most - measure(MARK)
    if room < 1:
        return ""
    low, high = 0, len(text)
    while low < high:  # the longest beginning that fits
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle]) <= room else (low, middle - 1)
    begin = text[:low]
    if low < len(text) and not text[low].isspace():
        at_space = re.split(r"\s+\S*$", begin)[0]
        begin = at_space if at_space and at_space != begin else _whole_letters(text, low)
    return begin.rstrip(' \t\n\u00a0,;:–—-(«"') + MARK


def _whole_letters(text: str, at: int) -> str:
    """No accent is parted from its letter."""
    while at > 1 and unicodedata.combining(text[at]):
        at -= 1
    return text[:at]

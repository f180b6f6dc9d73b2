"""Identities of imported things: guids, numbers, codes and slugs, unique and of our form.

What is made is made from what the file says, so that reading a file twice gives the same.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from binascii import Error
from collections.abc import Iterable
from hashlib import sha256
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from rost.core.language import slug as latin_slug

_HEX: Final = re.compile(
    r"(?:urn:uuid:)?\{?([0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12})\}?"
)
_SHORT: Final = re.compile(r"[A-Za-z0-9_-]{22}")
_CODE: Final = re.compile(r"[0-9A-Z]{6}")
_SLUG: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LARGEST: Final = 2**31 - 1  # what a database keeps as an integer
_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def guid_of(text: str) -> str:
    """The usual form of a guid, also from the 22 letters that old frab wrote; else nothing."""
    text = text.strip()
    if found := _HEX.fullmatch(text):
        return str(UUID(found[1]))
    if _SHORT.fullmatch(text):
        try:
            return str(UUID(bytes=urlsafe_b64decode(text + "==")))
        except (Error, ValueError):
            return ""
    return ""


def made_guid(*names: str) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join(names)))


class Numbers:
    """Positive numbers, each once; those of the file go before those that are made."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.next = max((number for text in texts if (number := _number(text))), default=0) + 1
        self.taken: set[int] = set()

    def take(self, text: str) -> tuple[int, bool]:
        """The number, and whether it had to be made."""
        number = _number(text)
        made = number is None or number in self.taken
        if number is None or made:
            while self.next in self.taken or self.next > _LARGEST:
                self.next = self.next % _LARGEST + 1
            number = self.next
        self.taken.add(number)
        return number, made


def _number(text: str) -> int | None:
    text = text.strip()
    if not text.isascii() or not text.isdecimal() or len(text) > 10:
        return None
    number = int(text)
    return number if 0 < number <= _LARGEST else None


class Codes:
    def __init__(self, texts: Iterable[str]) -> None:
        self.of_file = {text for text in texts if _CODE.fullmatch(text)}
        self.taken: set[str] = set()

    def take(self, text: str, guid: str) -> tuple[str, bool]:
        made = text not in self.of_file or text in self.taken
        if made:
            text = self._from(guid)
        self.taken.add(text)
        return text, made

    def _from(self, guid: str) -> str:
        turn = 0
        while True:
            number = int.from_bytes(sha256(f"{guid}/{turn}".encode()).digest()[:8])
            text = ""
            for _ in range(6):
                number, rest = divmod(number, 36)
                text += _DIGITS[rest]
            if text not in self.of_file and text not in self.taken:
                return text
            turn += 1


class Slugs:
    """Parts of addresses, each once, of at most 80 letters."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def take(self, text: str, *, fallback: str) -> str:
        made = whole = text if is_slug(text) else latin_slug(text, 2, 70, fallback=fallback)
        count = 1
        while made in self.taken:
            count += 1
            made = f"{whole[:70].rstrip('-')}-{count}"
        self.taken.add(made)
        return made


def is_slug(text: str) -> bool:
    return 2 <= len(text) <= 80 and _SLUG.fullmatch(text) is not None

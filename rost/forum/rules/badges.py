"""The code of a badge: its letters, its length, and how it is read back."""

from __future__ import annotations

import re

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no 0 O, 1 I L, U V: never taken for one another
CODE_LENGTH = 14  # of 30 signs: 68 bits, so that no code is ever guessed at a door
PATH = "/b/"

_STRANGE = re.compile(f"[^{ALPHABET}]")


def read_code(text: str) -> str:
    """The code in a scanned address or in what was typed; empty where there is none.

    >>> read_code("https://forum.example/b/2A3B4C5D6E7F8G")
    '2A3B4C5D6E7F8G'
    >>> read_code(" 2a3b 4c5d-6e7f8g ")
    '2A3B4C5D6E7F8G'
    >>> read_code("https://elsewhere.example/")
    ''
    """
    tail = text.strip().rstrip("/").rsplit(PATH, 1)[-1]
    code = "".join(tail.upper().split()).replace("-", "")
    return code if len(code) == CODE_LENGTH and not _STRANGE.search(code) else ""

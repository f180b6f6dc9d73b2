"""What is kept of a text that a telephone sends: its words, and nothing that plays tricks.

Control signs, signs that turn the direction of writing, invisible signs and towers of accents go;
lines are few. Letters and words are never changed.
"""

from __future__ import annotations

import unicodedata

LONGEST_QUESTION, LONGEST_NAME, LONGEST_WORD = 500, 120, 40
MOST_LINES = 6
TOLD_APART = 8  # first signs of a question's number that tell it from others of its hall
MOST_ACCENTS = 2  # above or below one letter: the writing of no language here has more


def clean(text: str, *, lines: int = MOST_LINES) -> str:
    """
    >>> clean(" Когда \\u202eпочинят\\x00 дорогу?\\r\\n\\n\\n\\nСпасибо ")
    'Когда починят дорогу?\\nСпасибо'
    """
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    plain = plain.replace("\u2028", "\n").replace("\u2029", "\n")
    kept = [" ".join(line.split()) for line in _signs(plain).split("\n")]
    kept = [line for line in kept if line]
    return "\n".join([*kept[: lines - 1], " ".join(kept[lines - 1 :])]).strip()


def clean_line(text: str) -> str:
    return clean(text, lines=1)


def _signs(text: str) -> str:
    found, accents = [], 0
    for sign in text:
        category = unicodedata.category(sign)
        accents = accents + 1 if category in ("Mn", "Me") else 0
        if sign == "\n":
            found.append(sign)
        elif category in ("Cc", "Zl", "Zp"):
            found.append(" ")
        elif category not in ("Cf", "Cs", "Co", "Cn") and accents <= MOST_ACCENTS:
            found.append(sign)
    return "".join(found)

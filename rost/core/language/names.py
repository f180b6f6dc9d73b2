"""People's names as documents and lists write them.

A patronymic may be missing, and a Bashkir one may be two words («Рәшит улы», «Рәшит ҡыҙы»):
both are ordinary.
"""

from __future__ import annotations

import re

from rost.core.language.numbers import NO_BREAK_SPACE

_HYPHENS = re.compile(r"\s*[-‐‑]\s*")


def full_name(family: str, given: str, patronymic: str = "") -> str:
    """«Фамилия Имя Отчество», as lists are written."""
    return " ".join(" ".join((family, given, patronymic)).split())


def initials(family: str, given: str, patronymic: str = "") -> str:
    """«И.О. Фамилия», as signatures are written, never broken over lines."""
    family = " ".join(family.split())
    if not family:
        return full_name("", given, patronymic)
    letters = _initial(given) + (_initial(patronymic) if given.strip() else "")
    name = f"{letters} {family}" if letters else family
    return name.replace(" ", NO_BREAK_SPACE)


def split_name(text: str) -> tuple[str, str, str]:
    """«Фамилия Имя Отчество» in one cell taken apart: all words after the second are patronymic."""
    words = text.split()
    return (
        words[0] if words else "",
        words[1] if len(words) > 1 else "",
        " ".join(words[2:]),
    )


def _initial(name: str) -> str:
    words = name.split()
    if not words:
        return ""
    halves = [half for half in _HYPHENS.split(words[0]) if half]
    return "-".join(half[0].upper() + "." for half in halves)

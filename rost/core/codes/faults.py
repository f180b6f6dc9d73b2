"""What can be wrong with a code: a value that the rooms above put into words."""

from __future__ import annotations

from enum import StrEnum

_SPACES = str.maketrans("", "", " \t\r\n\u00a0\u2007\u2009\u202f")


class Fault(StrEnum):
    """The first thing found wrong with a code."""

    EMPTY = "empty"
    NOT_DIGITS = "not_digits"
    LENGTH = "length"
    STRUCTURE = "structure"  # the digits do not stand for anything of this kind
    CONTROL = "control"  # the control digit does not agree with the rest


def clean(text: str) -> str:
    """The code without the spaces people put between its groups."""
    return text.translate(_SPACES)


def check_digits(text: str, lengths: tuple[int, ...]) -> Fault | None:
    """Only the outer form: something is there, all of it 0-9, as many as there must be."""
    if not text:
        return Fault.EMPTY
    if not (text.isascii() and text.isdigit()):
        return Fault.NOT_DIGITS
    if len(text) not in lengths:
        return Fault.LENGTH
    return None

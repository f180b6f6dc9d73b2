"""Reading what a clerk types from a sign-in sheet: its code, and the rows that are signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PIECE = re.compile(r"\+?\s*\d{1,4}(\s*[-–—]\s*\d{1,4})?")
_DASH = re.compile(r"\s*[-–—]\s*")
CHECK_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Rows:
    """Numbers of the signed rows in order; `faults` are pieces that name no row of the sheet."""

    numbers: tuple[int, ...] = ()
    faults: tuple[str, ...] = ()


def read_serial(code: str) -> int | None:
    """The serial behind a code of a sheet; None when a digit was mistyped (ISO/IEC 7064).

    >>> read_serial("12-62"), read_serial("1262"), read_serial("12-26"), read_serial("")
    (12, 12, None, None)
    """
    digits = "".join(sign for sign in code if sign.isascii() and sign.isdigit())
    if not CHECK_DIGITS < len(digits) <= CHECK_DIGITS + 9 or int(digits) % 97 != 1:
        return None
    return int(digits[:-CHECK_DIGITS])


def read_rows(text: str, *, printed: int, blank: int) -> Rows:
    """«1-15, 18, +2»: rows and ranges of rows; «+2» are the first two of the blank ones.

    >>> read_rows("1-3, 7 +2", printed=10, blank=5).numbers
    (1, 2, 3, 7, 11, 12)
    >>> read_rows("9–11; 40, шесть", printed=10, blank=0).faults
    ('9–11', '40', 'шесть')
    """
    numbers: set[int] = set()
    faults = []
    for piece in _pieces(text):
        found = _read(piece, printed, blank)
        if found is None:
            faults.append(piece)
        else:
            numbers.update(found)
    return Rows(tuple(sorted(numbers)), tuple(faults))


def rows_text(numbers: Sequence[int]) -> str:
    """
    >>> rows_text([1, 2, 3, 7, 9, 10])
    '1–3, 7, 9–10'
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("–".join(map(str, run)) for run in runs)


def _pieces(text: str) -> list[str]:
    """Pieces between commas, semicolons and spaces; a dash with spaces around joins its ends."""
    joined = _DASH.sub(lambda dash: dash[0].strip(), text).replace("+ ", "+")
    return [piece for piece in re.split(r"[\s,;]+", joined) if piece]


def _read(piece: str, printed: int, blank: int) -> range | None:
    if not _PIECE.fullmatch(piece):
        return None
    if piece.startswith("+"):
        count = piece[1:]
        if not count.isdecimal() or int(count) > blank:
            return None
        return range(printed + 1, printed + 1 + int(count))
    ends = [int(end) for end in _DASH.split(piece)]
    if not 1 <= ends[0] <= ends[-1] <= printed + blank:
        return None
    return range(ends[0], ends[-1] + 1)

"""What a sign-in sheet says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One line; number is that of the sheet, by which marks are entered from paper."""

    number: int
    name: str
    post: str
    district: str
    municipality: str


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """Sorted by district, then surname. `minimal`: name and signature only."""

    event: str
    dates: str
    title: str  # of the session, or the day
    when: str
    where: str
    rows: tuple[SheetRow, ...]
    blank_rows: int
    totals: tuple[tuple[str, str], ...]
    code: str  # of the sheet, to find it again when marks are entered
    minimal: bool

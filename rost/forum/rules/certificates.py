"""Who is entitled to a certificate, and its words for hours. Pure functions."""

from __future__ import annotations

import re
from enum import StrEnum

from rost.core.attendance import ACADEMIC_HOUR
from rost.core.language import NO_BREAK_SPACE, known_language, plural_ru
from rost.documents.rules import fill
from rost.forum.models import RegistrationStatus

PLAIN_WORDING = "without_case"  # takes any name as it is: the usual choice
NAMED_WORDING = "with_name"
WORDINGS = (PLAIN_WORDING, NAMED_WORDING)
CASE = re.compile(r"\{name_([a-z]+)\}")
_HOURS = {
    "ru": ("час", "часа", "часов"),
    "en": ("hour", "hours", "hours"),
    "ba": ("сәғәт", "сәғәт", "сәғәт"),
}
_ACADEMIC = {
    "ru": ("академический час", "академических часа", "академических часов"),
    "en": ("academic hour", "academic hours", "academic hours"),
    "ba": ("академик сәғәт", "академик сәғәт", "академик сәғәт"),
}


class Why(StrEnum):
    """Why somebody gets no certificate."""

    CANCELLED = "cancelled"
    NO_MARKS = "no_marks"
    FEW_HOURS = "few_hours"


def refused(*, status: str, came: bool, hours: int, least_hours: int) -> Why | None:
    """Presence decides, not the seat: whoever waited and was let in is entitled.

    >>> refused(status="waiting", came=True, hours=4, least_hours=4) is None
    True
    """
    if status == RegistrationStatus.CANCELLED:
        return Why.CANCELLED
    if not came:
        return Why.NO_MARKS
    return Why.FEW_HOURS if hours < least_hours else None


def hours_text(hours: int, language: str, *, hour_minutes: int = ACADEMIC_HOUR) -> str:
    """«16 академических часов»; an hour of another length is named without the adjective.

    >>> hours_text(21, "ru").replace(NO_BREAK_SPACE, " ")
    '21 академический час'
    """
    language = known_language(language)
    one, few, many = (_ACADEMIC if hour_minutes == ACADEMIC_HOUR else _HOURS)[language]
    word = plural_ru(hours, one, few, many)
    if language == "en":
        word = one if hours == 1 else many
    return f"{hours}{NO_BREAK_SPACE}{word}"


def hours_said(text: str) -> int | None:
    """The number that `hours_text` wrote; None where a paper says none (its data are removed).

    >>> hours_said(hours_text(21, "ba")), hours_said("")
    (21, None)
    """
    number = text.partition(NO_BREAK_SPACE)[0]
    return int(number) if number.isdecimal() else None


def case_of(wording: str) -> str:
    """The case in which the wording takes the name: "dative", or "" for the name as it is.

    >>> case_of("выдан {name_dative}")
    'dative'
    """
    found = CASE.search(wording)
    return found[1] if found else ""


def paragraphs(wording: str, values: dict[str, str]) -> tuple[str, ...]:
    """The wording taken apart at its empty lines and filled; empty paragraphs are left out."""
    parts = (fill(part.strip(), values).strip() for part in re.split(r"\n\s*\n", wording))
    return tuple(part for part in parts if part)

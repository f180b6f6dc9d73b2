"""Dates, sizes and places as words of the page's language."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.template import TemplateSyntaxError
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language

from rost.core.language import (
    date_range_text,
    date_text,
    known_language,
    moment_text,
    size_text,
    time_range_text,
    time_text,
)

UNDER_A_DISTRICT = {"rural_settlement", "urban_settlement"}


def language() -> str:
    return known_language(get_language() or "ru")


def local(value: date | datetime) -> date | datetime:
    """An instant in the current time zone; a bare date stays what it is."""
    return localtime(value) if isinstance(value, datetime) else value


def moment(value: date | datetime | None, form: str = "datetime") -> SafeString | str:
    """`date` 18 февраля 2020 г. · `day` with the weekday · `time` 10:00 · `datetime` both."""
    if value is None:
        return ""
    value = local(value)
    if form == "date" or (form == "datetime" and not isinstance(value, datetime)):
        text = date_text(value, language())
    elif form == "day":
        text = date_text(value, language(), weekday=True)
    elif form in {"time", "datetime"} and isinstance(value, datetime):
        text = time_text(value) if form == "time" else moment_text(value, language())
    else:
        raise TemplateSyntaxError(f"moment: «{form}» does not fit {type(value).__name__}")
    return stamped(value, text)


def period(start: date | datetime, end: date | datetime, weekday: bool = True) -> SafeString:
    """Days «18–19 февраля 2020 г., вторник – среда»; hours of one day «…, 10:00–11:30»."""
    start, end = local(start), local(end)
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return format_html("{}", date_range_text(start, end, language(), weekday=weekday))
    if start.date() == end.date():
        day = date_text(start, language(), weekday=weekday)
        return stamped(start, f"{day}, {time_range_text(start, end)}")
    return format_html("{} – {}", moment(start), moment(end))


def stamped(value: date | datetime, text: str) -> SafeString:
    """The words for people and the same moment for machines."""
    exact = (
        value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()
    )
    return format_html('<time datetime="{}">{}</time>', exact, text)


def size(amount: int) -> str:
    return size_text(amount, language())


def place(municipality: Any) -> SafeString | str:
    """A place with its district: 49 names are shared by 116 rural settlements."""
    if municipality is None:
        return ""
    if municipality.kind in UNDER_A_DISTRICT and municipality.parent is not None:
        return format_html("{}, {}", own_name(municipality), own_name(municipality.parent))
    return own_name(municipality)


def own_name(municipality: Any) -> SafeString:
    """The name in the page's language; where there is none, the Russian one, marked so."""
    if language() == "ru":
        return format_html("{}", municipality.name)
    if language() == "ba" and municipality.name_ba:
        return format_html("{}", municipality.name_ba)
    return format_html('<span lang="ru">{}</span>', municipality.name)

"""Dates and times as they are read in Russian, Bashkir and English.

Bashkir is not in CLDR: months stand in the form they take after a day's number («18 феврале»),
each written out, because no rule of suffixes covers them all. The Bashkir words are not yet
confirmed by a native editor.
"""

from __future__ import annotations

from datetime import date, datetime, time

from rost.core.language.numbers import NO_BREAK_SPACE, known_language

_DASH = f"{NO_BREAK_SPACE}– "

MONTHS = {
    "ru": (
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ),
    "ba": (
        "ғинуар",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
# The form that goes with a day's number: genitive in Russian, possessive in Bashkir.
MONTHS_OF_DAYS = {
    "ru": (
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ),
    "ba": (
        "ғинуары",
        "феврале",
        "марты",
        "апреле",
        "майы",
        "июне",
        "июле",
        "авгусы",
        "сентябре",
        "октябре",
        "ноябре",
        "декабре",
    ),
    "en": MONTHS["en"],
}
WEEKDAYS = {
    "ru": ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    "ba": ("дүшәмбе", "шишәмбе", "шаршамбы", "кесаҙна", "йома", "шәмбе", "йәкшәмбе"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
WEEKDAYS_SHORT = {
    "ru": ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    "ba": ("дш", "шш", "шр", "кс", "йм", "шм", "йш"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}


def date_text(day: date, language: str = "ru", *, year: bool = True, weekday: bool = False) -> str:
    """«18 февраля 2020 г.», with `weekday` «18 февраля 2020 г., вторник»."""
    language = known_language(language)
    text = _in_year(_day(day, language), day.year if year else None, language)
    return f"{text}, {weekday_text(day, language)}" if weekday else text


def date_range_text(
    start: date, end: date, language: str = "ru", *, year: bool = True, weekday: bool = False
) -> str:
    """«18–19 февраля 2020 г.», with `weekday` «18–19 февраля 2020 г., вторник – среда»."""
    if end < start:
        raise ValueError("a range ends before it starts")
    if start == end:
        return date_text(start, language, year=year, weekday=weekday)
    language = known_language(language)
    if start.year != end.year:
        text = _DASH.join(date_text(day, language) for day in (start, end))
    else:
        text = _in_year(_days(start, end, language), end.year if year else None, language)
    if not weekday:
        return text
    return f"{text}, {_DASH.join(weekday_text(day, language) for day in (start, end))}"


def weekday_text(day: date, language: str = "ru", *, short: bool = False) -> str:
    names = WEEKDAYS_SHORT if short else WEEKDAYS
    return names[known_language(language)][day.weekday()]


def month_text(day: date, language: str = "ru") -> str:
    """«февраль 2020 г.», the heading of a month."""
    language = known_language(language)
    name = MONTHS[language][day.month - 1]
    if language == "ba":
        return f"{day.year}{NO_BREAK_SPACE}йыл, {name}"
    ending = f"{NO_BREAK_SPACE}г." if language == "ru" else ""
    return f"{name} {day.year}{ending}"


def time_text(moment: time | datetime) -> str:
    """«10:00», the same in all three languages; the caller brings the moment to local time."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def time_range_text(start: time | datetime, end: time | datetime) -> str:
    return f"{time_text(start)}–{time_text(end)}"


def moment_text(moment: datetime, language: str = "ru", *, year: bool = True) -> str:
    """«18 февраля 2020 г., 10:00»."""
    return f"{date_text(moment, language, year=year)}, {time_text(moment)}"


def _day(day: date, language: str) -> str:
    return f"{day.day}{NO_BREAK_SPACE}{MONTHS_OF_DAYS[language][day.month - 1]}"


def _days(start: date, end: date, language: str) -> str:
    if start.month != end.month:
        return _DASH.join((_day(start, language), _day(end, language)))
    return f"{start.day}–{_day(end, language)}"


def _in_year(days: str, year: int | None, language: str) -> str:
    if year is None:
        return days
    if language == "ba":
        return f"{year}{NO_BREAK_SPACE}йылдың {days}"
    if language == "ru":
        return f"{days} {year}{NO_BREAK_SPACE}г."
    return f"{days} {year}"

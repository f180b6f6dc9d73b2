"""Dates as people read them; ~ stands for a no-break space in the expectations."""

from datetime import date, datetime, time

import pytest

from rost.core.language import (
    date_range_text,
    date_text,
    moment_text,
    month_text,
    time_range_text,
    time_text,
    weekday_text,
)

FIRST, SECOND = date(2020, 2, 18), date(2020, 2, 19)


def spaced(text: str) -> str:
    return text.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "18~февраля 2020~г."),
        ("ba", "2020~йылдың 18~феврале"),
        ("en", "18~February 2020"),
        ("en-gb", "18~February 2020"),
        ("tt", "18~февраля 2020~г."),
    ],
)
def test_date(language: str, text: str) -> None:
    assert date_text(FIRST, language) == spaced(text)


def test_date_without_year_and_with_weekday() -> None:
    assert date_text(FIRST, "ru", year=False, weekday=True) == spaced("18~февраля, вторник")
    assert date_text(FIRST, "ba", year=False) == spaced("18~феврале")


def test_bashkir_months_after_a_day() -> None:
    months = [date_text(date(2020, month, 1), "ba", year=False) for month in range(1, 13)]
    assert "; ".join(months) == spaced(
        "1~ғинуары; 1~феврале; 1~марты; 1~апреле; 1~майы; 1~июне; "
        "1~июле; 1~авгусы; 1~сентябре; 1~октябре; 1~ноябре; 1~декабре"
    )


@pytest.mark.parametrize(
    ("start", "end", "language", "text"),
    [
        (FIRST, SECOND, "ru", "18–19~февраля 2020~г."),
        (FIRST, SECOND, "ba", "2020~йылдың 18–19~феврале"),
        (FIRST, SECOND, "en", "18–19~February 2020"),
        (FIRST, FIRST, "ru", "18~февраля 2020~г."),
        (date(2020, 1, 30), date(2020, 2, 2), "ru", "30~января~– 2~февраля 2020~г."),
        (date(2020, 1, 30), date(2020, 2, 2), "ba", "2020~йылдың 30~ғинуары~– 2~феврале"),
        (date(2020, 12, 30), date(2021, 1, 2), "ru", "30~декабря 2020~г.~– 2~января 2021~г."),
        (
            date(2020, 12, 30),
            date(2021, 1, 2),
            "ba",
            "2020~йылдың 30~декабре~– 2021~йылдың 2~ғинуары",
        ),
        (date(2020, 12, 30), date(2021, 1, 2), "en", "30~December 2020~– 2~January 2021"),
    ],
)
def test_range(start: date, end: date, language: str, text: str) -> None:
    assert date_range_text(start, end, language) == spaced(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "18–19~февраля 2020~г., вторник~– среда"),
        ("ba", "2020~йылдың 18–19~феврале, шишәмбе~– шаршамбы"),
        ("en", "18–19~February 2020, Tuesday~– Wednesday"),
    ],
)
def test_range_with_weekdays(language: str, text: str) -> None:
    assert date_range_text(FIRST, SECOND, language, weekday=True) == spaced(text)


def test_a_range_that_ends_before_it_starts_is_an_error() -> None:
    with pytest.raises(ValueError, match="ends before"):
        date_range_text(SECOND, FIRST)


def test_weekdays_and_months() -> None:
    assert weekday_text(FIRST) == "вторник"
    assert weekday_text(date(2020, 2, 23), "ba") == "йәкшәмбе"
    assert weekday_text(FIRST, short=True) == "вт"
    assert month_text(FIRST) == spaced("февраль 2020~г.")
    assert month_text(FIRST, "ba") == spaced("2020~йыл, февраль")
    assert month_text(FIRST, "en") == "February 2020"


def test_times() -> None:
    assert time_text(time(9, 5)) == "09:05"
    assert time_range_text(time(10), datetime(2020, 2, 18, 11, 30)) == "10:00–11:30"
    assert moment_text(datetime(2020, 2, 18, 10, 0)) == spaced("18~февраля 2020~г., 10:00")

from datetime import date

from rost.core.working_days import after


def test_weekends_and_days_off_are_not_counted() -> None:
    friday, days_off = date(2020, 2, 21), {date(2020, 2, 24)}

    assert after(friday, 1, days_off) == date(2020, 2, 25)
    assert after(friday, 5, days_off) == date(2020, 3, 2)
    assert after(friday, 0, days_off) == friday

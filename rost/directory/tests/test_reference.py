"""Lists of the law: what was in force on a day, and names that outlive their validity."""

from __future__ import annotations

from datetime import date

from rost.core.passport import Passport, faults
from rost.directory.queries.reference import (
    every_local_issue,
    every_national_project,
    issue_name,
    local_issues,
    national_name,
    national_projects,
)


def test_a_rural_settlement_has_thirteen_own_issues() -> None:
    own = [one.code for one in local_issues(date(2020, 2, 18)) if one.group == "own"]

    assert own == [f"131-14-{item}" for item in (1, 2, 3, 9, 10, 12, 14, 17, 19, 21, 28, 30, 33)]
    assert local_issues(date(2014, 12, 31)) == ()


def test_every_code_fits_a_passport() -> None:
    codes = tuple(every_local_issue())

    assert [one for code in codes for one in faults(Passport(local_issues=(code,)))] == []


def test_national_projects_are_two_lists_with_periods() -> None:
    periods = [one.group for one in national_projects(date(2026, 11, 22))]

    assert {one.group for one in national_projects(date(2020, 2, 18))} == {"2019–2024"}
    assert list(dict.fromkeys(periods)) == ["2025–2030", "2019–2024"]
    assert len(periods) == len(every_national_project())


def test_a_name_is_found_long_after_and_an_unknown_code_stays_a_code() -> None:
    assert issue_name("131-14-9", "ru") == "Пожарная безопасность"
    assert issue_name("131-14-9", "ba") == "Янғын хәүефһеҙлеге"
    assert issue_name("99-1-1", "ru") == "99-1-1"
    assert national_name("2019-ecology", "en") == "Ecology, 2019–2024"


def test_nothing_is_called_confirmed_that_is_not() -> None:
    everything = [*every_local_issue().values(), *every_national_project().values()]

    assert [one.code for one in everything if one.confirmed] == []

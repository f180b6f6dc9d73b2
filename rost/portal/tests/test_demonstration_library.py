"""The content of the demonstration's library: whole, covering everything, honest about itself."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from rost.core.conditions import faults as faults_of_conditions
from rost.core.passport import faults, missing
from rost.portal.actions.demo.content.library import (
    ADOPTIONS,
    FOLDER,
    Told,
    adoptions,
    practices,
)

DATA = Path(__file__).parents[2] / "directory" / "data"
UPPER_LEVEL = 63
ENOUGH, ENOUGH_IN_BASHKIR, ENOUGH_OF_AN_ISSUE, ENOUGH_TAKEN_UP = 130, 12, 4, 35
LARGEST_FILE = 60_000  # bytes
SHORTEST = 380  # signs of a published practice in its long answers
UNFINISHED = ("draft",)
PHONE = re.compile(r"\+?\d[\d\s()-]{8,}\d")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as file:
        head = file.readline()
        file.seek(0)
        return list(csv.DictReader(file, delimiter=";" if ";" in head else ","))


def finished() -> list[Told]:
    return [one for one in practices() if one.state not in UNFINISHED]


def words_of(one: Told) -> str:
    passport = one.passport
    texts = [passport.title, passport.problem, passport.solution, passport.resources]
    texts += [passport.legal_acts, passport.mistakes, passport.conditions, *passport.steps]
    texts += [f"{line.name} {line.part}" for line in passport.partners]
    texts += [line.note for line in passport.money]
    texts += [f"{line.indicator} {line.unit}" for line in passport.results]
    texts += [line.what for line in one.conditions.needs]
    texts += [f"{line.name} {line.what}" for line in one.conditions.variants]
    return "\n".join(texts)


def test_there_is_enough_of_everything() -> None:
    found = practices()
    issues = Counter(code for one in found for code in one.passport.local_issues)
    wanted = {row["code"] for row in rows("local_issues.csv")}

    assert len(found) >= ENOUGH
    assert len(adoptions()) >= ENOUGH_TAKEN_UP
    assert sum(one.language == "ba" for one in found) >= ENOUGH_IN_BASHKIR
    assert {code for code in wanted if issues[code] < ENOUGH_OF_AN_ISSUE} == set()
    assert len({one.passport.territory[:5] for one in found}) == UPPER_LEVEL


def test_codes_exist_and_a_national_project_was_on_in_the_year() -> None:
    places = {row["oktmo"] for row in rows("municipalities.csv")}
    issues = {row["code"] for row in rows("local_issues.csv")}
    national = {row["code"]: row for row in rows("national_projects.csv")}

    for one in practices():
        passport = one.passport
        assert passport.territory in places, one.key
        assert issues.issuperset(passport.local_issues), one.key
        if passport.national_project:
            row = national[passport.national_project]
            year = str(passport.year)
            assert row["valid_from"][:4] <= year <= row["valid_to"][:4], one.key


@pytest.mark.parametrize("one", finished(), ids=lambda one: one.key)
def test_a_practice_is_complete_and_without_fault(one: Told) -> None:
    passport = one.passport

    assert missing(passport) == ()
    assert faults(passport) == ()
    assert faults_of_conditions(one.conditions) == ()
    assert not re.search(r"[A-Za-z]", words_of(one))
    assert not PHONE.search(words_of(one))
    if one.state == "published":
        assert len(words_of(one)) >= SHORTEST


def test_keys_and_titles_are_not_repeated_and_files_stay_small() -> None:
    found = practices()

    assert len({one.key for one in found}) == len(found)
    assert len({one.passport.title for one in found}) == len(found)
    assert all(path.stat().st_size <= LARGEST_FILE for path in FOLDER.glob("*.toml"))
    assert (FOLDER / ADOPTIONS).exists()


def test_every_one_says_that_it_is_invented() -> None:
    said = {"ru": "демонстрационный пример", "ba": "демонстрация миҫалы"}

    assert all(said[one.language] in one.passport.contact for one in practices())


def test_adoptions_are_of_practices_there_are_and_say_why_they_ended() -> None:
    published = {one.key for one in practices() if one.state in ("published", "expired")}

    assert {one.key for one in adoptions()} <= published
    assert all(one.reason for one in adoptions() if one.state == "given_up")
    assert sum(bool(one.grown) for one in adoptions()) == 2

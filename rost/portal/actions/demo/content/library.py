"""Practices and adoptions of the demonstration as they stand in `portal/data/practices`.

Every one is invented. Sums are in roubles there, of needs and of variants too; the contact is the
same for all: a post, no person.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from rost.core.conditions import Condition, Conditions, Need, Variant
from rost.core.passport import Money, Partner, Passport, Result

FOLDER = Path(__file__).parents[3] / "data" / "practices"
ADOPTIONS = "adoptions.toml"
ROUBLE = 100  # kopecks
CONTACT = {
    "ru": "Администрация муниципального образования, управляющий делами. Это демонстрационный "
    "пример: события и цифры вымышлены, настоящая администрация к нему отношения не имеет.",
    "ba": "Муниципаль берәмек хакимиәте, эштәр идарасыһы. Был – демонстрация миҫалы: ваҡиғалар "
    "һәм һандар уйлап сығарылған, ысын хакимиәттең бының менән бәйләнеше юҡ.",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A practice: `evidence` is the level it is to be given, `state` where its author left it."""

    key: str
    passport: Passport
    conditions: Conditions
    language: str
    evidence: str
    state: str  # published, draft, sent, returned, withdrawn, expired
    words: str  # of the reviewer who returned it, or why it was withdrawn
    before: dict[str, Any] = field(default_factory=dict)  # first version: texts that changed
    note: str = ""  # what the second version changed


@dataclass(frozen=True, slots=True)
class Taken:
    """An adoption: of which practice, how long ago, with what result."""

    key: str
    state: str  # going, done, given_up
    months: int  # since it began
    changed: str
    roubles: int | None
    reason: str
    done: int  # steps done, of one that goes on
    half: tuple[Result, ...]
    year: tuple[Result, ...]
    words: str
    place: str  # OKTMO; empty: chosen by the seed
    grown: dict[str, Any]  # the practice that grew from it: title, problem, mistakes, money


@cache
def practices() -> tuple[Told, ...]:
    files = sorted(one for one in FOLDER.glob("*.toml") if one.name != ADOPTIONS)
    return tuple(told(row) for file in files for row in rows_of(file, "practice"))


@cache
def adoptions() -> tuple[Taken, ...]:
    return tuple(taken(row) for row in rows_of(FOLDER / ADOPTIONS, "adoption"))


def rows_of(file: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(file.read_text("utf-8"))[name]
    return rows


def told(row: dict[str, Any]) -> Told:
    language = row.get("language", "ru")
    return Told(
        key=row["key"],
        passport=passport_of(row, language),
        conditions=conditions_of(row),
        language=language,
        evidence=row.get("evidence", "told"),
        state=row.get("state", "published"),
        words=row.get("words", ""),
        before=row.get("before", {}),
        note=row.get("note", ""),
    )


def passport_of(row: dict[str, Any], language: str) -> Passport:
    return Passport(
        title=row["title"],
        territory=row["place"],
        year=row["year"],
        local_issues=tuple(row["local_issues"]),
        national_project=row.get("national_project", ""),
        problem=row["problem"],
        solution=row["solution"],
        steps=tuple(row["steps"]),
        resources=row.get("resources", ""),
        money=money_of(row.get("money", ())),
        partners=tuple(Partner(*one) for one in row.get("partners", ())),
        legal_acts=row.get("legal_acts", ""),
        results=results_of(row["results"]),
        mistakes=row.get("mistakes", ""),
        conditions=row.get("conditions", ""),
        contact=CONTACT[language],
    )


def money_of(rows: Iterable[Any]) -> tuple[Money, ...]:
    return tuple(Money(source, roubles * ROUBLE, note) for source, roubles, note in rows)


def results_of(rows: Iterable[Any]) -> tuple[Result, ...]:
    return tuple(Result(*one) for one in rows)


def conditions_of(row: dict[str, Any]) -> Conditions:
    return Conditions(
        needs=tuple(needs_of(row.get("needs", ()))),
        variants=tuple(
            Variant(
                name=one["name"],
                kopecks=one["roubles"] * ROUBLE,
                what=one.get("what", ""),
                instead=tuple(needs_of(one.get("instead", ()))),
            )
            for one in row.get("variants", ())
        ),
    )


def needs_of(rows: Iterable[dict[str, Any]]) -> Iterator[Condition]:
    for one in rows:
        need, least = Need(one["need"]), one.get("least")
        yield Condition(
            need=need,
            least=least * ROUBLE if need is Need.MONEY and least is not None else least,
            most=one.get("most"),
            code=one.get("code", ""),
            what=one.get("what", ""),
            essential=one.get("essential", True),
        )


def taken(row: dict[str, Any]) -> Taken:
    return Taken(
        key=row["practice"],
        state=row["state"],
        months=row["months"],
        changed=row["changed"],
        roubles=row.get("roubles"),
        reason=row.get("reason", ""),
        done=row.get("done", 0),
        half=results_of(row.get("half", ())),
        year=results_of(row.get("year", ())),
        words=row.get("words", ""),
        place=row.get("place", ""),
        grown=row.get("grown", {}),
    )

"""Lists that the law gives: issues of local significance and national projects, with their days.

They are files of data/ and not tables: a new edition of the law is a new row with its own days,
and a code that somebody has used keeps its name for good.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
TO_BE_CONFIRMED = "k"


@dataclass(frozen=True, slots=True)
class Listed:
    """One row; `group` is «own» or «other» of a local issue, the period of a national project."""

    code: str
    names: Mapping[str, str]  # by language
    group: str
    valid_from: date | None
    valid_to: date | None
    confirmed: bool
    source: str = ""
    level: str = ""  # of a local issue: rural, urban, district, okrug

    def name(self, language: str) -> str:
        return self.names.get(language) or self.names["ru"]

    def in_force(self, day: date) -> bool:
        began = self.valid_from is None or self.valid_from <= day
        return began and (self.valid_to is None or day <= self.valid_to)


def local_issues(day: date) -> tuple[Listed, ...]:
    """Those in force on the day, a settlement's own ones first."""
    return tuple(one for one in every_local_issue().values() if one.in_force(day))


def national_projects(day: date) -> tuple[Listed, ...]:
    """Lists that had begun by the day, the latest first: a project may be of the list before."""
    begun = [
        one
        for one in every_national_project().values()
        if one.valid_from is None or one.valid_from <= day
    ]
    return tuple(sorted(begun, key=lambda one: one.group, reverse=True))


def issue_name(code: str, language: str) -> str:
    """Its name; the code itself where nobody knows it any more."""
    known = every_local_issue().get(code)
    return known.name(language) if known is not None else code


def national_name(code: str, language: str) -> str:
    known = every_national_project().get(code)
    return f"{known.name(language)}, {known.group}" if known is not None else code


@lru_cache(maxsize=1)
def every_local_issue() -> dict[str, Listed]:
    return {
        row["code"]: listed(
            row,
            group="own" if row["own"] == "1" else "other",
            source=f"{row['law']}, статья {row['article']}, пункт {row['item']}",
        )
        for row in rows("local_issues.csv")
    }


@lru_cache(maxsize=1)
def every_national_project() -> dict[str, Listed]:
    return {
        row["code"]: listed(row, group=row["period"], source="")
        for row in rows("national_projects.csv")
    }


def listed(row: Mapping[str, str], *, group: str, source: str) -> Listed:
    return Listed(
        code=row["code"],
        names={language: row[f"name_{language}"] for language in ("ru", "ba", "en")},
        group=group,
        valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        confirmed=row["mark"] != TO_BE_CONFIRMED,
        source=source,
        level=row.get("level", ""),
    )


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))

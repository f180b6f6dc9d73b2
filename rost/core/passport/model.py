"""The passport of a practice: what was done, for whom, at what cost, with what result.

Its fields are those that regional contests of municipal practices ask for. A project offered
for the stage of a forum fills in the same passport, so that it becomes a practice as it stands.
Amounts are whole kopecks. Texts are plain; an empty one is not filled in yet.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Money:
    """One source of the project's money; `source` is federal, republican, local, business,
    residents, grant or other."""

    source: str
    kopecks: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """`kind` is authority, ngo, business, residents or other."""

    kind: str
    name: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One indicator before and after; values as people write them, with their unit."""

    indicator: str
    before: str = ""
    after: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Passport:
    title: str = ""
    territory: str = ""  # OKTMO code
    year: int | None = None
    local_issues: tuple[str, ...] = ()
    national_project: str = ""
    problem: str = ""
    solution: str = ""
    steps: tuple[str, ...] = ()
    resources: str = ""
    money: tuple[Money, ...] = ()
    partners: tuple[Partner, ...] = ()
    legal_acts: str = ""
    results: tuple[Result, ...] = ()
    mistakes: str = ""  # risks met and mistakes made
    conditions: str = ""  # of doing it again elsewhere
    contact: str = ""

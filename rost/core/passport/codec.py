"""The stored form of a passport: plain JSON, read back whatever an older version left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, TypeVar

from .model import Money, Partner, Passport, Result

Value = TypeVar("Value")


def dump(passport: Passport) -> dict[str, Any]:
    """
    >>> dump(Passport(steps=("Сход", "Ремонт")))["steps"]
    ['Сход', 'Ремонт']
    """
    stored = asdict(passport)
    return {name: list(one) if isinstance(one, tuple) else one for name, one in stored.items()}


def load(data: Any) -> Passport:
    """Keys that are missing or of another shape are not filled in; unknown keys are left out.

    >>> load({"title": "Родники", "year": "вчера", "colour": "blue"})
    Passport(title='Родники')
    """
    if not isinstance(data, Mapping):
        return Passport()
    year = data.get("year")
    return Passport(
        title=text(data.get("title")),
        territory=text(data.get("territory")),
        year=year if isinstance(year, int) and not isinstance(year, bool) else None,
        local_issues=texts(data.get("local_issues")),
        national_project=text(data.get("national_project")),
        problem=text(data.get("problem")),
        solution=text(data.get("solution")),
        steps=texts(data.get("steps")),
        resources=text(data.get("resources")),
        money=rows(data.get("money"), money),
        partners=rows(data.get("partners"), partner),
        legal_acts=text(data.get("legal_acts")),
        results=rows(data.get("results"), result),
        mistakes=text(data.get("mistakes")),
        conditions=text(data.get("conditions")),
        contact=text(data.get("contact")),
    )


def text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def texts(value: Any) -> tuple[str, ...]:
    return tuple(one for one in listed(value) if isinstance(one, str))


def rows(value: Any, one_of: Callable[[Mapping[str, Any]], Value]) -> tuple[Value, ...]:
    return tuple(one_of(one) for one in listed(value) if isinstance(one, Mapping))


def listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def money(row: Mapping[str, Any]) -> Money:
    amount = row.get("kopecks")
    known = isinstance(amount, int) and not isinstance(amount, bool)
    return Money(
        source=text(row.get("source")),
        kopecks=amount if known and amount is not None else 0,
        note=text(row.get("note")),
    )


def partner(row: Mapping[str, Any]) -> Partner:
    return Partner(text(row.get("kind")), text(row.get("name")), text(row.get("part")))


def result(row: Mapping[str, Any]) -> Result:
    return Result(
        indicator=text(row.get("indicator")),
        before=text(row.get("before")),
        after=text(row.get("after")),
        unit=text(row.get("unit")),
    )

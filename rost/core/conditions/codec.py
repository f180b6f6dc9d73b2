"""The stored form of conditions: plain JSON, read back whatever an older version left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from .model import Condition, Conditions, Need, Variant

NEEDS = frozenset(Need)


def dump(conditions: Conditions) -> dict[str, Any]:
    """
    >>> dump(Conditions(variants=(Variant("Своими силами", 100),)))["variants"]
    [{'name': 'Своими силами', 'kopecks': 100, 'what': '', 'instead': []}]
    """
    return {
        "needs": [row_of(one) for one in conditions.needs],
        "variants": [
            {
                "name": one.name,
                "kopecks": one.kopecks,
                "what": one.what,
                "instead": [row_of(condition) for condition in one.instead],
            }
            for one in conditions.variants
        ],
    }


def row_of(condition: Condition) -> dict[str, Any]:
    return {**asdict(condition), "need": condition.need.value}


def load(data: Any) -> Conditions:
    """Rows of no known need are left out; whatever else is of another shape is not filled in.

    >>> load({"needs": [{"need": "people", "least": "много"}, {"need": "luck"}]})
    Conditions(needs=(Condition(need=<Need.PEOPLE: 'people'>, least=None, most=None, code='', \
what='', essential=True),), variants=())
    """
    if not isinstance(data, Mapping):
        return Conditions()
    return Conditions(
        needs=conditions_in(data.get("needs")),
        variants=tuple(
            Variant(
                name=text(row.get("name")),
                kopecks=number(row.get("kopecks")) or 0,
                what=text(row.get("what")),
                instead=conditions_in(row.get("instead")),
            )
            for row in rows(data.get("variants"))
        ),
    )


def conditions_in(value: Any) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            need=Need(row["need"]),
            least=number(row.get("least")),
            most=number(row.get("most")),
            code=text(row.get("code")),
            what=text(row.get("what")),
            essential=row.get("essential") is not False,
        )
        for row in rows(value)
        if isinstance(row.get("need"), str) and row["need"] in NEEDS
    )


def rows(value: Any) -> Iterable[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None

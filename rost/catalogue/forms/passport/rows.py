"""Repeating questions of a passport: steps, money, partners, results; a row is a few fields.

The page always offers two empty rows more than are filled in; saving makes two more. A row that
is empty is left out, so clearing one removes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.catalogue.messages import PARTNER_NAMES, SOURCE_NAMES
from rost.core.passport import (
    LONGEST_ROW,
    MONEY_SOURCES,
    MOST_ROWS,
    PARTNER_KINDS,
    Money,
    Partner,
    Result,
)

from .fields import MoneyField, TextField, amount_text

SPARE = 2
Fields = dict[str, forms.Field]


@dataclass(frozen=True, slots=True)
class Rows:
    """One repeating question: how a row is drawn, filled, and read into the core's value."""

    name: str
    most: int
    fields: Callable[[], Fields]
    initial: Callable[[Any], dict[str, Any]]
    value: Callable[[Mapping[str, Any]], Any]
    more: str | Promise  # the words of the button that adds a row


def step_fields() -> Fields:
    return {
        "text": TextField(
            most=LONGEST_ROW["steps"],
            label=pgettext_lazy("project", "Step"),
            widget=forms.Textarea(attrs={"rows": 2}),
        )
    }


def money_fields() -> Fields:
    sources = [("", "–"), *((one, SOURCE_NAMES[one]) for one in MONEY_SOURCES)]
    return {
        "source": forms.ChoiceField(label=_("From where"), choices=sources, required=False),
        "amount": MoneyField(label=_("Roubles")),
        "note": TextField(most=LONGEST_ROW["money.note"], label=_("For what")),
    }


def partner_fields() -> Fields:
    kinds = [("", "–"), *((one, PARTNER_NAMES[one]) for one in PARTNER_KINDS)]
    return {
        "kind": forms.ChoiceField(label=_("Who"), choices=kinds, required=False),
        "name": TextField(
            most=LONGEST_ROW["partners.name"], label=pgettext_lazy("partner", "Name")
        ),
        "part": TextField(most=LONGEST_ROW["partners.part"], label=_("What they did")),
    }


def result_fields() -> Fields:
    return {
        "indicator": TextField(most=LONGEST_ROW["results.indicator"], label=_("What is measured")),
        "before": TextField(
            most=LONGEST_ROW["results.before"], label=pgettext_lazy("result", "Before")
        ),
        "after": TextField(
            most=LONGEST_ROW["results.after"], label=pgettext_lazy("result", "After")
        ),
        "unit": TextField(most=LONGEST_ROW["results.unit"], label=_("Unit")),
    }


ROWS: dict[str, Rows] = {
    one.name: one
    for one in (
        Rows(
            "steps",
            MOST_ROWS["steps"],
            step_fields,
            lambda step: {"text": step},
            lambda row: row["text"],
            _("Save and add a step"),
        ),
        Rows(
            "money",
            MOST_ROWS["money"],
            money_fields,
            lambda one: {
                "source": one.source,
                "amount": amount_text(one.kopecks),
                "note": one.note,
            },
            lambda row: Money(row["source"] or "other", row["amount"] or 0, row["note"]),
            _("Save and add a source"),
        ),
        Rows(
            "partners",
            MOST_ROWS["partners"],
            partner_fields,
            lambda one: {"kind": one.kind, "name": one.name, "part": one.part},
            lambda row: Partner(row["kind"] or "other", row["name"], row["part"]),
            _("Save and add a partner"),
        ),
        Rows(
            "results",
            MOST_ROWS["results"],
            result_fields,
            lambda one: {
                "indicator": one.indicator,
                "before": one.before,
                "after": one.after,
                "unit": one.unit,
            },
            lambda row: Result(row["indicator"], row["before"], row["after"], row["unit"]),
            _("Save and add a result"),
        ),
    )
}


def count_of(rows: Rows, stored: Sequence[Any], sent: Mapping[str, Any] | None) -> int:
    """How many rows to draw: those stored and two more, and as many as were sent."""
    wanted = len(stored) + SPARE
    parts = rows.fields()
    if sent is not None:
        numbers = [
            number
            for number in range(rows.most)
            if any(f"{rows.name}-{number}-{part}" in sent for part in parts)
        ]
        wanted = max([wanted, *(number + 1 for number in numbers)])
    return min(wanted, rows.most)


def fields_of(rows: Rows, count: int) -> Fields:
    return {
        f"{rows.name}-{number}-{part}": field
        for number in range(count)
        for part, field in rows.fields().items()
    }


def initial_of(rows: Rows, stored: Sequence[Any]) -> dict[str, Any]:
    return {
        f"{rows.name}-{number}-{part}": text
        for number, value in enumerate(stored)
        for part, text in rows.initial(value).items()
    }


def values_of(rows: Rows, form: forms.Form, count: int, stored: Sequence[Any]) -> tuple[Any, ...]:
    """The filled rows; one with a mistake in it stays as it was stored."""
    parts = tuple(rows.fields())
    values: list[Any] = []
    for number in range(count):
        names = {part: f"{rows.name}-{number}-{part}" for part in parts}
        if any(name in form.errors for name in names.values()):
            values.extend(stored[number : number + 1])
            continue
        row = {part: form.cleaned_data.get(name) for part, name in names.items()}
        if any(one not in ("", None, False) for one in row.values()):
            values.append(rows.value(row))
    return tuple(values)


def bound_rows(rows: Rows, form: forms.Form, count: int) -> list[list[BoundField]]:
    return [
        [form[f"{rows.name}-{number}-{part}"] for part in rows.fields()] for number in range(count)
    ]

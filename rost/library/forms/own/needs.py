"""What a practice needs, as questions: five figures, and rows for powers, land, partners.

Whatever a list brought that these questions do not show (a second sum, what a variant has instead)
goes through untouched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from rost.catalogue.forms.passport import MoneyField, Rows, TextField, amount_text
from rost.catalogue.messages import PARTNER_NAMES
from rost.core.conditions import (
    LONGEST_NAME,
    LONGEST_WHAT,
    MOST,
    MOST_VARIANTS,
    PARTNER_KINDS,
    Condition,
    Conditions,
    Need,
    Variant,
)
from rost.directory.queries.reference import every_local_issue

MOST_OTHERS = 10
NEED_PARTS = ("kind", "what", "code", "helps")
FIGURES = (Need.PEOPLE, Need.MONEY, Need.STAFF, Need.TERM)
HELPFUL: tuple[tuple[str, str | Promise], ...] = (
    (Need.PEOPLE, _("the size of the place")),
    (Need.MONEY, pgettext_lazy("needs", "the money")),
    (Need.STAFF, pgettext_lazy("needs", "the people who do it")),
    (Need.TERM, pgettext_lazy("needs", "the time")),
)


def whole(need: Need, **options: Any) -> forms.IntegerField:
    return forms.IntegerField(required=False, min_value=0, max_value=MOST[need], **options)


def figure_fields() -> dict[str, forms.Field]:
    return {
        "people_least": whole(Need.PEOPLE, label=_("Residents, at least")),
        "people_most": whole(Need.PEOPLE, label=_("Residents, at most")),
        "money_least": MoneyField(
            label=_("Money, at least, roubles"),
            help_text=_("Of the place's own or attracted; leave empty what does not matter."),
        ),
        "staff_least": whole(Need.STAFF, label=_("People who work on it, at least")),
        "term_least": whole(Need.TERM, label=_("Months until the result, at least")),
        "helpful": forms.MultipleChoiceField(
            label=_("Of these only helps, and it works without:"),
            choices=HELPFUL,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        ),
    }


def kinds() -> list[tuple[str, str | Promise]]:
    partners = [(f"partner:{kind}", PARTNER_NAMES[kind]) for kind in PARTNER_KINDS]
    return [
        ("", "–"),
        (Need.POWER, _("A power over a local issue")),
        (Need.LAND, _("Land or premises")),
        (_("A partner"), partners),  # type: ignore[list-item]
    ]


def other_fields() -> dict[str, forms.Field]:
    language = get_language() or "ru"
    issues = [(one.code, one.name(language)) for one in every_local_issue().values()]
    return {
        "kind": forms.ChoiceField(label=_("What is needed"), choices=kinds(), required=False),
        "what": TextField(
            most=LONGEST_WHAT,
            label=_("Which, on what right, to do what"),
        ),
        "code": forms.ChoiceField(
            label=_("Local issue (of a power)"), choices=[("", "–"), *issues], required=False
        ),
        "helps": forms.BooleanField(label=_("only helps"), required=False),
    }


def other_initial(one: Condition) -> dict[str, Any]:
    kind = f"partner:{one.code}" if one.need is Need.PARTNER else one.need.value
    return {
        "kind": kind,
        "what": one.what,
        "code": one.code if one.need is Need.POWER else "",
        "helps": not one.essential,
    }


def other_value(row: Mapping[str, Any]) -> Condition:
    """Of a row that `wrong_in` finds nothing wrong with."""
    need, _colon, partner = row["kind"].partition(":")
    return Condition(
        Need(need),
        code=row["code"] if need == Need.POWER else partner,
        what=row["what"],
        essential=not row["helps"],
    )


def wrong_in(row: Mapping[str, Any]) -> tuple[str, str | Promise] | None:
    """The field of a begun row that must still be filled in, and how to say so."""
    if not any(row.get(name) for name in NEED_PARTS):
        return None
    if not row.get("kind"):
        return "kind", _("Choose what is needed.")
    if row["kind"] == Need.POWER and not row.get("code"):
        return "code", _("Choose the local issue that the power is about.")
    if row["kind"] == Need.LAND and not row.get("what"):
        return "what", _("Write which land or premises, and on what right.")
    return None


def variant_fields() -> dict[str, forms.Field]:
    return {
        "name": TextField(most=LONGEST_NAME, label=pgettext_lazy("variant", "Way")),
        "roubles": MoneyField(label=_("Roubles")),
        "what": TextField(most=LONGEST_WHAT, label=_("What is done otherwise")),
    }


NEED_ROWS: dict[str, Rows] = {
    "needs": Rows(
        "needs", MOST_OTHERS, other_fields, other_initial, other_value, _("Save and add a need")
    ),
    "variants": Rows(
        "variants",
        MOST_VARIANTS,
        variant_fields,
        lambda one: {"name": one.name, "roubles": amount_text(one.kopecks), "what": one.what},
        lambda row: Variant(row["name"], row["roubles"] or 0, row["what"]),
        _("Save and add a way"),
    ),
}


def others_of(conditions: Conditions) -> list[Condition]:
    return [one for one in conditions.needs if one.need not in FIGURES]


def figures_of(conditions: Conditions) -> dict[str, Any]:
    """The first need of each kind, as it is asked for."""
    first: dict[Need, Condition] = {}
    for one in conditions.needs:
        first.setdefault(one.need, one)
    empty = Condition(Need.PEOPLE)
    money = first.get(Need.MONEY, empty).least
    return {
        "people_least": first.get(Need.PEOPLE, empty).least,
        "people_most": first.get(Need.PEOPLE, empty).most,
        "money_least": amount_text(money) if money is not None else "",
        "staff_least": first.get(Need.STAFF, empty).least,
        "term_least": first.get(Need.TERM, empty).least,
        "helpful": [need for need in FIGURES if need in first and not first[need].essential],
    }


def conditions_from(
    data: Mapping[str, Any],
    others: Iterable[Condition],
    variants: Iterable[Variant],
    stored: Conditions,
) -> Conditions:
    """What was typed; a figure with a mistake stays as it was stored."""
    before = list(stored.variants)
    return Conditions(
        needs=(*figures(data, stored), *others),
        variants=tuple(
            replace(one, instead=before[place].instead) if place < len(before) else one
            for place, one in enumerate(variants)
        ),
    )


def figures(data: Mapping[str, Any], stored: Conditions) -> Iterator[Condition]:
    known = figures_of(stored)
    helpful = data.get("helpful", known["helpful"])
    for need in FIGURES:
        of_kind = [one for one in stored.needs if one.need is need]
        first = of_kind[0] if of_kind else Condition(need)
        least = data.get(f"{need}_least", first.least)
        most = data.get("people_most", first.most) if need is Need.PEOPLE else None
        if least is not None or most is not None:
            essential = need not in helpful
            yield replace(first, least=least, most=most, essential=essential)
        yield from of_kind[1:]

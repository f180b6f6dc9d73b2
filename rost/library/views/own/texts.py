"""Two texts of one draft side by side: what stands saved, where it is not what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rost.catalogue.messages import FIELD_NAMES
from rost.core.conditions import dump as dump_conditions
from rost.core.passport import dump
from rost.library.forms.own import PracticeForm
from rost.library.models import Practice
from rost.library.queries.practices import conditions_of, passport_of


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that stands saved otherwise than it was typed here."""

    title: str | Promise
    there: str


def differences(practice: Practice, form: PracticeForm) -> Iterator[Difference]:
    saved = form.saved
    there, here = dump(passport_of(practice)), dump(saved["passport"])
    for name, title in FIELD_NAMES.items():
        if there[name] != here[name]:
            yield Difference(title, as_text(name, there[name], practice))
    needs = dump_conditions(conditions_of(practice))
    if needs != dump_conditions(saved["conditions"]):
        yield Difference(_("What it needs"), lines(needs["needs"]))
        yield Difference(_("Cheaper and dearer ways"), lines(needs["variants"]))
    if practice.videos != saved["videos"]:
        yield Difference(_("Videos"), lines(practice.videos))


def as_text(name: str, value: Any, practice: Practice) -> str:
    if name == "territory":
        return str(practice.municipality or "–")
    if isinstance(value, list):
        return lines(value)
    return str(value if value not in ("", None) else "–")


def lines(rows: list[Any]) -> str:
    return "\n".join(
        "; ".join(str(part) for part in one.values() if part not in ("", None, []))
        if isinstance(one, dict)
        else str(one)
        for one in rows
    )

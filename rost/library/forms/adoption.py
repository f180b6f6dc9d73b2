"""Forms of adoptions: taking up, the plan, a result, evidence, the end, the contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.catalogue.forms.passport.fields import MoneyField, TextField, amount_text
from rost.core.files import ENDINGS
from rost.core.passport import LONGEST_ROW, MOST_ROWS, Passport, Result
from rost.directory.forms.places import DayField, PlaceField
from rost.directory.models import Municipality
from rost.library.actions.adoption import PlannedStep
from rost.library.models import Adoption, AdoptionResult, AdoptionStep
from rost.library.queries.adoption.compared import results_in
from rost.library.rules.adoption import (
    LONGEST_CHANGED,
    LONGEST_REASON,
    LONGEST_RESULT,
    MOST_STEPS,
)

SPARE = 2
LONGEST_NOTE, LONGEST_CONTACT = 500, 300


class AdoptForm(forms.Form):
    """A place of the visitor's own posts, or any with a basis where they may adopt for others."""

    place = PlaceField(label=_("For which municipality"))
    begins_on = DayField(label=_("When you begin"))
    basis = forms.CharField(
        label=_("Basis"),
        max_length=300,
        required=False,
        help_text=_("Only if you have no post there: a call, a letter, a decision of the council"),
    )

    def __init__(
        self, *args: Any, day: date, own: Sequence[Municipality], for_others: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if own and not for_others:
            self.fields["place"] = forms.TypedChoiceField(
                label=_("For which municipality"),
                choices=[(one.code, str(one.name)) for one in own],
                coerce=lambda code: next(one for one in own if one.code == code),
            )
            del self.fields["basis"]
            self.order_fields(["place", "begins_on"])
        else:
            self.fields["place"].day = day  # type: ignore[attr-defined]


class PlanForm(forms.Form):
    """The plan as rows; the order is by their numbers, a row without words is left out."""

    begins_on = DayField(label=_("When we begin"))
    changed = TextField(
        most=LONGEST_CHANGED,
        label=_("What we do otherwise"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Other materials, another order, another partner: and why"),
    )
    kopecks = MoneyField(label=_("What it cost here, roubles"))
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, adoption: Adoption) -> None:
        steps = list(adoption.steps.order_by("number"))
        super().__init__(data, initial=initial_of(adoption, steps))
        self.count = rows_of(data, len(steps))
        for number in range(self.count):
            self.fields |= step_fields(number)

    @property
    def rows(self) -> list[list[BoundField]]:
        names = ("order", "text", "due_on", "done_on", "note")
        return [[self[f"step-{n}-{one}"] for one in names] for n in range(self.count)]

    @property
    def steps(self) -> list[PlannedStep]:
        """Filled rows by their numbers; of equal ones as they stand on the page."""
        rows = []
        for number in range(self.count):
            row = {one: self.cleaned_data.get(f"step-{number}-{one}") for one in PARTS}
            if row["text"]:
                planned = PlannedStep(
                    row["text"],
                    row["due_on"] or self.cleaned_data["begins_on"],
                    row["done_on"],
                    row["note"] or "",
                )
                rows.append((row["order"] or MOST_STEPS + number, number, planned))
        return [one for _order, _number, one in sorted(rows, key=lambda row: row[:2])]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for number in range(self.count):
            name = f"step-{number}-due_on"
            if data.get(f"step-{number}-text") and not data.get(name) and name not in self.errors:
                self.add_error(name, ValidationError(_("Write by which day."), code="required"))
        return data


PARTS = ("order", "text", "due_on", "done_on", "note")


def step_fields(number: int) -> dict[str, forms.Field]:
    order = forms.NumberInput(attrs={"min": 1, "max": 99})
    return {
        f"step-{number}-order": forms.IntegerField(
            label="№", required=False, min_value=1, max_value=99, widget=order
        ),
        f"step-{number}-text": TextField(
            most=LONGEST_ROW["steps"],
            label=pgettext_lazy("project", "Step"),
            widget=forms.Textarea(attrs={"rows": 2}),
        ),
        f"step-{number}-due_on": DayField(label=pgettext_lazy("commitment", "By"), required=False),
        f"step-{number}-done_on": DayField(
            label=pgettext_lazy("adoption step", "Done on"), required=False
        ),
        f"step-{number}-note": TextField(
            most=LONGEST_NOTE, label=pgettext_lazy("adoption step", "Note")
        ),
    }


def rows_of(data: Mapping[str, Any] | None, stored: int) -> int:
    """Stored rows and a few empty ones, and as many as were sent."""
    sent = [n for n in range(MOST_STEPS) if data is not None and f"step-{n}-text" in data]
    return min(MOST_STEPS, max(stored + SPARE, *(n + 1 for n in sent), 0))


def initial_of(adoption: Adoption, steps: Sequence[AdoptionStep]) -> dict[str, Any]:
    initial: dict[str, Any] = {
        "begins_on": adoption.begins_on,
        "changed": adoption.changed,
        "kopecks": amount_text(adoption.kopecks) if adoption.kopecks is not None else "",
        "seen": adoption.saving,
    }
    for number, step in enumerate(steps):
        initial |= {
            f"step-{number}-order": step.number,
            f"step-{number}-text": step.text,
            f"step-{number}-due_on": step.due_on,
            f"step-{number}-done_on": step.done_on,
            f"step-{number}-note": step.note,
        }
    return initial


class ResultForm(forms.Form):
    """The indicators of the original, then those of one's own."""

    text = TextField(
        most=LONGEST_RESULT,
        label=_("In your own words"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What worked, what did not, what you would do otherwise"),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        adoption: Adoption,
        result: AdoptionResult,
        passport: Passport,
        earlier: Sequence[Result] = (),
    ) -> None:
        self.known = rows_to_fill(passport, results_in(result.results), earlier)
        initial: dict[str, Any] = {"seen": adoption.saving, "text": result.text}
        self.count = min(MOST_ROWS["results"], len(self.known) + SPARE)
        for number, row in enumerate(self.known):
            for part in RESULT_PARTS:
                initial[f"result-{number}-{part}"] = getattr(row, part)
        super().__init__(data, initial=initial)
        for number in range(self.count):
            self.fields |= result_fields(number)

    @property
    def rows(self) -> list[list[BoundField]]:
        return [[self[f"result-{n}-{one}"] for one in RESULT_PARTS] for n in range(self.count)]

    @property
    def results(self) -> list[Result]:
        rows = [
            Result(*(self.cleaned_data.get(f"result-{n}-{one}") or "" for one in RESULT_PARTS))
            for n in range(self.count)
        ]
        return [one for one in rows if one.indicator]


RESULT_PARTS = ("indicator", "before", "after", "unit")


def result_fields(number: int) -> dict[str, forms.Field]:
    labels = {
        "indicator": _("What is measured"),
        "before": pgettext_lazy("result", "Before"),
        "after": pgettext_lazy("result", "After"),
        "unit": _("Unit"),
    }
    return {
        f"result-{number}-{part}": TextField(
            most=LONGEST_ROW[f"results.{part}"], label=labels[part]
        )
        for part in RESULT_PARTS
    }


def rows_to_fill(
    passport: Passport, told: Sequence[Result], earlier: Sequence[Result]
) -> list[Result]:
    """What was told already; else indicators of the original with what was before here."""
    known = {one.indicator: one for one in told}
    before = {one.indicator: one.before for one in earlier}
    rows = [
        known.pop(one.indicator, Result(""))
        if one.indicator in known
        else Result(one.indicator, before=before.get(one.indicator, ""), unit=one.unit)
        for one in passport.results
    ]
    return [*rows, *known.values()]


class EvidenceForm(forms.Form):
    file = forms.FileField(
        label=_("Photograph or file"),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join((*ENDINGS, "image/*"))}),
    )
    title = forms.CharField(
        label=_("What is seen"),
        max_length=300,
        help_text=_("A sentence: those who do not see the picture read it"),
    )


class GivingUpForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it did not work out here"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Everybody reads it, and the next one is spared the same. Name no persons."),
    )


class ContactForm(forms.Form):
    contact = forms.CharField(
        label=_("Whom to call and how"),
        max_length=LONGEST_CONTACT,
        help_text=_("Name, post, telephone or e-mail: exactly this is shown"),
    )
    agrees = forms.BooleanField(
        label=_(
            "I let everybody on this platform read this line, until I take it back. It is mine, "
            "or whoever is named agrees."
        )
    )

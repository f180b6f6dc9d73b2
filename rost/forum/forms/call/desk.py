"""The organiser's forms: the term of the call, its criteria, filters of the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.core.language import slug
from rost.forum.forms.desk.fields import moment_field
from rost.forum.models import Call, ProjectState, Track
from rost.forum.queries.call import Filter
from rost.forum.rules.call import MOST_CRITERIA, Criterion, criteria_from

TERMS = (
    "opens_at",
    "closes_at",
    "text",
    "minutes",
    "reviews_wanted",
    "hides_authors",
    "vote_opens_at",
    "vote_closes_at",
    "vote_marks",
)
SPARE = 2
WEIGHTS = 100


class CallForm(forms.Form):
    """Hours are those of the forum's place."""

    opens_at = moment_field(_("Opens"))
    closes_at = moment_field(_("Closes"))
    text = forms.CharField(
        label=_("What is expected"),
        max_length=5000,
        required=False,
        widget=forms.Textarea,
        help_text=_("Stands on the page of the call above the rules."),
    )
    minutes = forms.IntegerField(
        label=_("Minutes on the stage"), min_value=1, max_value=180, initial=10
    )
    reviews_wanted = forms.IntegerField(
        label=_("Reviews of each project"), min_value=1, max_value=20, initial=2
    )
    hides_authors = forms.BooleanField(
        label=_("Reviewers do not see who offers the project"), required=False
    )
    vote_opens_at = moment_field(_("Audience vote opens"), required=False)
    vote_closes_at = moment_field(_("Audience vote closes"), required=False)
    vote_marks = forms.IntegerField(
        label=_("How many projects one participant may mark"),
        min_value=1,
        max_value=50,
        initial=3,
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        opens, closes = facts.get("opens_at"), facts.get("closes_at")
        if opens and closes and opens >= closes:
            self.add_error("closes_at", _("The closing hour comes after the opening one."))
        opens, closes = facts.get("vote_opens_at"), facts.get("vote_closes_at")
        if "vote_opens_at" in self.errors or "vote_closes_at" in self.errors:
            return facts
        if bool(opens) != bool(closes):
            self.add_error("vote_closes_at", _("Give both hours of the vote or neither."))
        elif opens and closes and opens >= closes:
            self.add_error("vote_closes_at", _("The closing hour comes after the opening one."))
        return facts


def terms_of(call: Call | None) -> dict[str, Any]:
    return {name: getattr(call, name) for name in TERMS} if call is not None else {}


class CriteriaForm(forms.Form):
    """A row a criterion, two empty ones more; clearing the Russian name removes one."""

    def __init__(self, data: Any = None, *, call: Call) -> None:
        known = criteria_from(call.criteria)
        self.count = min(len(known) + SPARE, MOST_CRITERIA)
        initial: dict[str, Any] = {}
        for number, one in enumerate(known):
            initial |= {f"{number}-{name}": one.names.get(name, "") for name in ("ru", "ba", "en")}
            initial |= {
                f"{number}-explanation": one.explanation,
                f"{number}-weight": one.weight,
                f"{number}-most": one.most,
            }
        super().__init__(data, initial=initial)
        self.keys = [one.key for one in known]
        for number in range(self.count):
            self.fields |= {f"{number}-{part}": field for part, field in row_fields().items()}

    def rows(self) -> list[list[BoundField]]:
        return [[self[f"{number}-{part}"] for part in row_fields()] for number in range(self.count)]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if self.errors:
            return facts
        found = self.criteria
        if not found:
            raise ValidationError(_("Name at least one criterion."))
        if sum(one.weight for one in found) != WEIGHTS:
            raise ValidationError(
                _("The weights add up to %(sum)s; they must add up to 100."),
                params={"sum": sum(one.weight for one in found)},
            )
        return facts

    @property
    def criteria(self) -> list[Criterion]:
        found: list[Criterion] = []
        for number in range(self.count):
            row = {part: self.cleaned_data.get(f"{number}-{part}") for part in row_fields()}
            if not row["ru"]:
                continue
            taken = {one.key for one in found} | set(self.keys[number + 1 :])
            key = self.keys[number] if number < len(self.keys) else key_of(row["ru"], taken)
            names = {name: row[name] or "" for name in ("ru", "ba", "en")}
            found.append(
                Criterion(
                    key, names, row["explanation"] or "", row["weight"] or 0, row["most"] or 5
                )
            )
        return found


def key_of(name: str, taken: set[str]) -> str:
    base = slug(name, maximum=20) or "criterion"
    return next(
        key
        for key in (base, *(f"{base}-{number}" for number in range(2, MOST_CRITERIA + 2)))
        if key not in taken
    )


def row_fields() -> dict[str, forms.Field]:
    return {
        "ru": forms.CharField(label=_("In Russian"), max_length=120, required=False),
        "ba": forms.CharField(label=_("In Bashkir"), max_length=120, required=False),
        "en": forms.CharField(label=_("In English"), max_length=120, required=False),
        "explanation": forms.CharField(
            label=pgettext_lazy("criterion", "What is looked at"), max_length=500, required=False
        ),
        "weight": forms.IntegerField(
            label=_("Weight, %"), min_value=1, max_value=100, required=False
        ),
        "most": forms.IntegerField(
            label=_("Highest mark"), min_value=1, max_value=100, required=False
        ),
    }


class FilterForm(forms.Form):
    """Filters of the list; they stand in the address."""

    state = forms.ChoiceField(label=_("Status"), required=False)
    track = forms.ChoiceField(label=pgettext_lazy("programme", "Track"), required=False)
    text = forms.CharField(label=_("Name, author or place"), max_length=200, required=False)

    def __init__(self, *args: Any, tracks: Sequence[Track], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anything = ("", _("All"))
        states = [one for one in ProjectState.choices if one[0] != ProjectState.DRAFT]
        for name, choices in (
            ("state", [anything, *states]),
            ("track", [anything, *((str(one.pk), one.name) for one in tracks)]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    @property
    def wanted(self) -> Filter:
        """What is asked for; a value that is not offered asks for nothing."""
        self.is_valid()
        data = self.cleaned_data
        track = data.get("track", "")
        return Filter(
            state=data.get("state", ""),
            track=int(track) if track else None,
            text=data.get("text", ""),
        )

"""Choosing a municipality, and the forms of the register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Municipality
from rost.directory.queries.places import label_of, place_by_text


class PickerInput(forms.TextInput):
    """A text that names something; when it may mean several, radio buttons tell them apart.

    `address` is where a script, if there is one, asks for suggestions; without it the form
    comes back with the choices.
    """

    template_name = "directory/widgets/picker.html"

    def __init__(self, attrs: dict[str, Any] | None = None, *, address: str = "") -> None:
        super().__init__(attrs)
        self.address = address
        self.candidates: Sequence[tuple[str, str]] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {
            "address": self.address,
            "candidates": self.candidates,
            "choice_name": f"{name}-choice",
        }
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        return data.get(f"{name}-choice") or data.get(name)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and f"{name}-choice" not in data


class PlaceField(forms.CharField):
    """One municipality in force, named by its code or by any of its names with the district.

    `day` and `within` are set by the form that knows them; `within` holds codes of territories.
    """

    widget = PickerInput
    day: date = date.max
    within: tuple[str, ...] = ()
    default_error_messages: ClassVar[dict[str, Any]] = {
        "unknown": _("There is no such municipality in the register: check the name."),
        "ambiguous": _("Several municipalities have this name: choose one, or write more of it."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 420)
        kwargs.setdefault("help_text", _("Begin with the name; the district tells namesakes apart"))
        super().__init__(**kwargs)
        if isinstance(self.widget, PickerInput):
            self.widget.address = "places"

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Municipality):
            return label_of(value)
        return value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        found, candidates = place_by_text(text, day=self.day, within=self.within)
        if found is not None:
            return found
        if isinstance(self.widget, PickerInput):
            self.widget.candidates = [(place.code, label_of(place)) for place in candidates]
        raise ValidationError(
            self.error_messages["ambiguous" if candidates else "unknown"],
            code="ambiguous" if candidates else "unknown",
        )


class PlacesField(forms.CharField):
    """Several municipalities, one a line."""

    widget = forms.Textarea
    day: date = date.max

    def clean(self, value: Any) -> Any:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        places, unknown = [], []
        for line in lines:
            found, _candidates = place_by_text(line, day=self.day)
            if found is None:
                unknown.append(line)
            elif found not in places:
                places.append(found)
        if unknown:
            raise ValidationError(
                _("Not found, or several have this name: %(names)s. Write their codes."),
                params={"names": "; ".join(unknown)},
            )
        return places


class SearchForm(forms.Form):
    """Words typed into a list's search."""

    q = forms.CharField(label=_("Name or code"), max_length=200, required=False)


FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)


class DayField(forms.DateField):
    """A day; browsers show their own calendar."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None and not FIRST_DAY <= value <= LAST_DAY:
            raise ValidationError(_("Such a day cannot be: check the year."), code="far")


class SuccessionForm(forms.Form):
    """From which day, and on the strength of which act."""

    on = DayField(label=_("From which day"))
    basis = forms.CharField(
        label=_("Law or decision"),
        max_length=300,
        help_text=_("Its kind, date and number"),
    )


class MergeForm(SuccessionForm):
    """Which municipalities become part of which."""

    successor = PlaceField(label=_("Becomes part of"))
    others = PlacesField(
        label=_("Together with it"),
        required=False,
        help_text=_("Other municipalities that become part of the same one, one a line"),
    )
    field_order = ("successor", "others", "on", "basis")

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("successor", "others"):
            self.fields[name].day = day  # type: ignore[attr-defined]


class StatusForm(SuccessionForm):
    """A new code, which tells the new kind, and a name."""

    code = forms.CharField(
        label=_("New code"), max_length=20, help_text=_("Eight digits; they tell the new kind")
    )
    name = forms.CharField(label=_("New name"), max_length=200)
    name_ba = forms.CharField(label=_("Name in Bashkir"), max_length=200, required=False)
    field_order = ("code", "name", "name_ba", "on", "basis")


class RenamingForm(SuccessionForm):
    """Another name under the same code."""

    name = forms.CharField(label=_("New name"), max_length=200)
    name_ba = forms.CharField(label=_("Name in Bashkir"), max_length=200, required=False)
    field_order = ("name", "name_ba", "on", "basis")

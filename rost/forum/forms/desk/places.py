"""Halls, tracks, routes and their stops."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from .fields import ListField, NewNameField, PlaceField, moment_field

colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("A colour is written like #1f4e9c."))


class HallForm(forms.Form):
    name = NewNameField(label=_("Name"), max_length=120)
    capacity = forms.IntegerField(label=_("Seats"), min_value=0, max_value=100_000)
    equipment = ListField(
        label=_("Equipment"),
        required=False,
        help_text=_("Separated by commas: screen, microphones, broadcast"),
    )
    position = forms.IntegerField(
        label=_("Place in the order of halls"), min_value=0, max_value=1000, required=False
    )


class TrackForm(forms.Form):
    name = NewNameField(label=_("Name"), max_length=200)
    colour = forms.CharField(
        label=_("Colour"),
        validators=[colour],
        initial="#1f4e9c",
        widget=forms.TextInput(attrs={"type": "color"}),
    )
    position = forms.IntegerField(
        label=_("Place in the order of tracks"), min_value=0, max_value=1000, required=False
    )


class RouteForm(forms.Form):
    name = NewNameField(label=_("Name"), max_length=200)
    host = PlaceField(
        label=_("Host municipality"),
        help_text=_("Name with the district, or the code"),
    )
    bus = forms.CharField(label=_("Bus"), max_length=120, required=False)
    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=10_000)
    departs_at = moment_field(_("Departs"))
    departs_from = forms.CharField(label=_("From where"), max_length=200, required=False)
    returns_at = moment_field(_("Returns"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _as_of(self, "host", day)

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        start, end = facts.get("departs_at"), facts.get("returns_at")
        if start and end and end <= start:
            self.add_error("returns_at", _("The bus returns before it departs. Mend the times."))
        return facts


class StopForm(forms.Form):
    place = forms.CharField(label=_("Place"), max_length=200)
    territory = PlaceField(
        label=_("Municipality"), help_text=_("Name with the district, or the code")
    )
    at = moment_field(_("From"))
    until = moment_field(_("Until"))
    practice = forms.CharField(
        label=_("Practice"),
        max_length=300,
        help_text=_("What people come to see here"),
    )
    practice_url = forms.URLField(
        label=_("Link to the practice"), required=False, assume_scheme="https"
    )

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _as_of(self, "territory", day)

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        start, end = facts.get("at"), facts.get("until")
        if start and end and end < start:
            self.add_error("until", _("The stop ends before it begins. Mend the times."))
        return facts


def _as_of(form: forms.Form, name: str, day: date) -> None:
    field = form.fields[name]
    assert isinstance(field, PlaceField)
    field.day = day

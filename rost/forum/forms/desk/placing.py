"""Placing a session by a small form: day, time and place, or another session to swap with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import time_field


class PlaceForm(forms.Form):
    """Places are written `hall:slug` or `route:slug`; empty is a break for everybody."""

    day = forms.ChoiceField(label=_("Day"))
    time = time_field(_("Begins at"))
    place = forms.ChoiceField(label=_("Place"), required=False)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        days: Sequence[tuple[date, str]],
        places: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._choices("day", [(day.isoformat(), text) for day, text in days])
        self._choices("place", [("", _("Everywhere (a break for all)")), *places])

    def _choices(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def moment(self, zone: Any) -> datetime:
        """The chosen beginning in the forum's own time."""
        clock: time = self.cleaned_data["time"]
        return datetime.combine(date.fromisoformat(self.cleaned_data["day"]), clock, zone)


class SwapForm(forms.Form):
    other = forms.CharField(
        label=_("Code of the other session"),
        max_length=6,
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "size": 8}),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

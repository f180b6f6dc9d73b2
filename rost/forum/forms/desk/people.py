"""People of a session and when they can come."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rost.forum.models.programme import Part

from .fields import PlaceField, moment_field


class ContributionForm(forms.Form):
    part = forms.ChoiceField(label=_("Part"), choices=Part.choices, initial=Part.SPEAKER)
    post = forms.CharField(
        label=_("Post"),
        max_length=300,
        required=False,
        help_text=_("As it is printed in the programme"),
    )
    territory = PlaceField(
        label=_("Speaks for the municipality"),
        required=False,
        help_text=_("Name with the district, or the code"),
    )
    topic = forms.CharField(label=_("Topic"), max_length=300, required=False)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=1440, required=False)
    position = forms.IntegerField(
        label=_("Place in the order of speaking"), min_value=0, max_value=1000, required=False
    )

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["territory"]
        assert isinstance(field, PlaceField)
        field.day = day


class NewPersonForm(forms.Form):
    """Somebody the directory does not know yet."""

    surname = forms.CharField(label=_("Surname"), max_length=120)
    given_name = forms.CharField(label=_("Given name"), max_length=120)
    patronymic = forms.CharField(label=_("Patronymic"), max_length=120, required=False)
    email = forms.EmailField(
        label=_("E-mail"), required=False, help_text=_("The changes of the programme go there")
    )
    basis = forms.CharField(
        label=_("Basis of the consent"),
        max_length=300,
        help_text=_("How the person agreed to be entered: letter № 12, signed form, call"),
    )


class AvailabilityForm(forms.Form):
    starts_at = moment_field(_("Can come from"))
    ends_at = moment_field(_("Until"))

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        start, end = facts.get("starts_at"), facts.get("ends_at")
        if start and end and end <= start:
            self.add_error(
                "ends_at", _("The end must be later than the beginning. Mend the times.")
            )
        return facts

"""Organisations and those who speak for them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.directory.models import OrganisationKind, Person

from .people import PersonField
from .places import DayField, PlaceField


class OrganisationForm(forms.Form):
    """What is known about an organisation."""

    kind = forms.ChoiceField(label=_("Kind"), choices=OrganisationKind.choices)
    name = forms.CharField(label=pgettext_lazy("organisation", "Full name"), max_length=300)
    short_name = forms.CharField(label=_("Short name"), max_length=120, required=False)
    inn = forms.CharField(
        label=_("INN"), max_length=20, required=False, help_text=_("10 digits, from the charter")
    )
    ogrn = forms.CharField(label=_("OGRN"), max_length=20, required=False, help_text=_("13 digits"))
    municipality = PlaceField(label=_("Municipality"), required=False)
    site = forms.URLField(label=_("Site"), required=False, assume_scheme="https")

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["municipality"].day = day  # type: ignore[attr-defined]


class OwnOrganisationForm(OrganisationForm):
    """An organisation entered by the person who is going to speak for it."""

    title = forms.CharField(
        label=_("Your post in it"), max_length=300, help_text=_("For example: chair of the board")
    )
    basis = forms.CharField(
        label=_("By what document you speak for it"),
        max_length=300,
        help_text=_("Charter, order or power of attorney, its date and number"),
    )
    held_to = DayField(label=_("Until which day it is valid"))


class RepresentativeForm(forms.Form):
    """Another person who speaks for an organisation, until a day."""

    person = PersonField(label=_("Person"), max_length=400)
    title = forms.CharField(label=_("Post"), max_length=300)
    held_from = DayField(label=_("First day"))
    held_to = DayField(label=_("Last day"))
    basis = forms.CharField(
        label=_("Document"), max_length=300, help_text=_("Order or power of attorney, its date")
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].people = people  # type: ignore[attr-defined]

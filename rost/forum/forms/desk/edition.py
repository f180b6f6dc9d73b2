"""An edition and its documents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rost.core.language import size_text

from .fields import NewNameField, OrganisationsField, date_field

RESERVED = frozenset({"desk", "new"})

ZONES = (
    ("Europe/Kaliningrad", _("Kaliningrad time (Moscow − 1)")),
    ("Europe/Moscow", _("Moscow time")),
    ("Europe/Samara", _("Samara time (Moscow + 1)")),
    ("Asia/Yekaterinburg", _("Ufa time (Moscow + 2)")),
    ("Asia/Omsk", _("Omsk time (Moscow + 3)")),
    ("Asia/Krasnoyarsk", _("Krasnoyarsk time (Moscow + 4)")),
    ("Asia/Irkutsk", _("Irkutsk time (Moscow + 5)")),
    ("Asia/Yakutsk", _("Yakutsk time (Moscow + 6)")),
    ("Asia/Vladivostok", _("Vladivostok time (Moscow + 7)")),
    ("Asia/Magadan", _("Magadan time (Moscow + 8)")),
    ("Asia/Kamchatka", _("Kamchatka time (Moscow + 9)")),
)


class EditionForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=300)
    summary = forms.CharField(
        label=_("What it is about"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    starts_on = date_field(_("First day"))
    ends_on = date_field(_("Last day"))
    place = forms.CharField(label=_("Where"), max_length=300)
    timezone = forms.ChoiceField(label=_("Time"), choices=ZONES, initial="Asia/Yekaterinburg")
    organisers = OrganisationsField(
        label=_("Organisers"),
        required=False,
        help_text=_("Names of organisations from the directory, one a line"),
    )
    contact = forms.CharField(
        label=_("Contact"),
        max_length=300,
        required=False,
        help_text=_("Telephone or mail that everybody sees"),
    )
    participation_hours = forms.IntegerField(
        label=_("Hours of training in the certificate"), min_value=0, max_value=500, required=False
    )
    is_public = forms.BooleanField(label=_("Everybody sees the forum"), required=False)

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        first, last = facts.get("starts_on"), facts.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day is before the first. Mend the dates."))
        return facts


class NewEditionForm(EditionForm):
    slug = forms.SlugField(
        label=_("Address"),
        max_length=40,
        help_text=_("Latin letters, digits and hyphens; it never changes. For example: 2020"),
    )
    field_order = ("name", "slug")

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data["slug"])
        if slug in RESERVED:
            raise ValidationError(_("This address is taken by the site itself. Choose another."))
        return slug


class FileOrLinkForm(forms.Form):
    """Something to read: a file from this device or a link, one of the two."""

    title = NewNameField(label=_("Title"), max_length=300)
    file = forms.FileField(label=_("File"), required=False)
    url = forms.URLField(label=_("Or a link"), required=False, assume_scheme="https")

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > settings.UPLOAD_LIMIT:
            raise ValidationError(
                _("The file is larger than %(limit)s. Make it smaller or give a link to it."),
                params={"limit": size_text(settings.UPLOAD_LIMIT)},
            )
        return file

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if not self.errors and bool(facts.get("file")) == bool(facts.get("url")):
            raise ValidationError(_("Choose a file or give a link: one of the two."))
        return facts


class DocumentForm(FileOrLinkForm):
    """A regulation, order or letter of the edition."""

"""An edition and its documents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rost.core.language import size_text, slug
from rost.forum.queries.editions import address_free

from .fields import NewNameField, OrganisationsField, date_field

RESERVED = frozenset({"desk", "new"})
LONGEST_ADDRESS = 40
MOST_DAYS = 60  # a longer forum is a slip in the year

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
        elif first and last and (last - first).days >= MOST_DAYS:
            said = _("A forum lasts up to %(days)s days. Mend the dates.") % {"days": MOST_DAYS}
            self.add_error("ends_on", said)
        return facts


class NewEditionForm(EditionForm):
    slug = forms.SlugField(
        label=_("Address"),
        max_length=LONGEST_ADDRESS,
        required=False,
        help_text=_(
            "Latin letters, digits and hyphens; it never changes. For example: 2020. "
            "Empty: made of the name and the year."
        ),
    )
    field_order = ("name", "slug")

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data["slug"])
        if slug in RESERVED:
            raise ValidationError(_("This address is taken by the site itself. Choose another."))
        return slug

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if not facts.get("slug") and "slug" not in self.errors and facts.get("name"):
            day = facts.get("starts_on")
            facts["slug"] = address_of(facts["name"], day.year if day else None)
        return facts


def address_of(name: str, year: int | None) -> str:
    """«Форум глав», 2020 → «forum-glav-2020»; a number follows where that is taken."""
    ending = f"-{year}" if year and str(year) not in name else ""
    for number in range(1, 1000):
        tail = ending if number == 1 else f"{ending}-{number}"
        address = slug(name, maximum=LONGEST_ADDRESS - len(tail)) + tail
        if address not in RESERVED and address_free(address):
            return address
    return ""


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

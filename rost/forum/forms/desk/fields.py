"""Fields of the desk: a municipality by name or code, a list in one line, dates and times."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rost.core.language import fold
from rost.directory.models import Municipality, Organisation
from rost.directory.queries.places import label_of, place_by_text

SUGGESTED = 5
EARLIEST, LATEST = 1990, 2100


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class MomentInput(forms.DateTimeInput):
    """Date and time together, in the time of the forum."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


def sensible(moment: date) -> None:
    """Dates that no forum has are slips of the hand, and some of them no database can hold."""
    if not EARLIEST <= moment.year <= LATEST:
        raise ValidationError(
            _("The year is between %(first)s and %(last)s. Mend the date."),
            params={"first": EARLIEST, "last": LATEST},
        )


def date_field(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DateInput(), validators=[sensible], **options)


def time_field(label: Any, **options: Any) -> forms.TimeField:
    return forms.TimeField(label=label, widget=TimeInput(), **options)


def moment_field(label: Any, **options: Any) -> forms.DateTimeField:
    return forms.DateTimeField(label=label, widget=MomentInput(), validators=[sensible], **options)


class NewNameField(forms.CharField):
    """A name that nothing else here has: a form sent twice adds one thing."""

    taken: Collection[str] = ()  # names of the others; set by `keep_unique`

    def validate(self, value: Any) -> None:
        super().validate(value)
        if fold(value) in {fold(name) for name in self.taken}:
            raise ValidationError(_("There is one of this name already. Choose another name."))


def keep_unique(form: forms.Form, taken: Collection[str]) -> None:
    for field in form.fields.values():
        if isinstance(field, NewNameField):
            field.taken = taken


class PlaceField(forms.CharField):
    """A municipality as people write it: «Аскаровский сельсовет, Абзелиловский район» or a code."""

    day: date | None = None  # as of when; set by the form

    def prepare_value(self, value: Any) -> Any:
        return label_of(value) if isinstance(value, Municipality) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        assert self.day is not None
        place, meant = place_by_text(text, day=self.day)
        if place is None and meant:
            names = "; ".join(f"{label_of(one)} ({one.code})" for one in meant[:SUGGESTED])
            raise ValidationError(
                _("Several places are called so, write one of them or its code: %(names)s.")
                % {"names": names}
            )
        if place is None:
            raise ValidationError(
                _("There is no such municipality. Write its name with the district, or its code.")
            )
        return place

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(super().has_changed(self.prepare_value(initial), data))


class ListField(forms.CharField):
    """Words separated by commas."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        words = (" ".join(word.split()) for word in text.split(","))
        return list(dict.fromkeys(word for word in words if word))


class OrganisationsField(forms.CharField):
    """Organisations of the directory by name, one a line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return "\n".join(one.name for one in value)
        return value

    def clean(self, value: Any) -> Any:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        found = [_organisation(line) for line in lines]
        return list(dict.fromkeys(found))


def _organisation(line: str) -> Organisation:
    named = Organisation.objects.filter(name=line).first()
    if named is not None:
        return named
    alike = list(Organisation.objects.filter(search_name__contains=fold(line))[: SUGGESTED + 1])
    if len(alike) == 1:
        return alike[0]
    if alike:
        names = "; ".join(one.name for one in alike[:SUGGESTED])
        raise ValidationError(
            _("“%(line)s” may be several organisations, write the full name: %(names)s.")
            % {"line": line, "names": names}
        )
    raise ValidationError(
        _("There is no organisation “%(line)s” in the directory. Add it there first.")
        % {"line": line}
    )

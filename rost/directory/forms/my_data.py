"""Forms of «My data», the log of access and destruction."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rost.directory.forms.places import PlaceField
from rost.directory.models import AccessRecord
from rost.directory.models.people import Language


class ProfileForm(forms.Form):
    """One's own name, telephone, language and municipality."""

    surname = forms.CharField(label=_("Surname"), max_length=120)
    given_name = forms.CharField(label=_("Given name"), max_length=120, required=False)
    patronymic = forms.CharField(label=_("Patronymic"), max_length=120, required=False)
    phone = forms.RegexField(
        r"^[+\d][\d\s()-]{4,19}$",
        label=_("Telephone"),
        max_length=20,
        required=False,
        error_messages={"invalid": _("Write the number in digits, for example +7 347 000-00-00.")},
    )
    language = forms.ChoiceField(label=_("Language of letters"), choices=Language.choices)
    home = PlaceField(label=_("Municipality"), required=False)

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["home"].day = day  # type: ignore[attr-defined]


class FarewellForm(forms.Form):
    """The word is typed by hand, so that nobody leaves by a slip of the finger."""

    word = forms.CharField(label=_("Type the word “delete”"), max_length=20)

    def clean_word(self) -> str:
        word: str = self.cleaned_data["word"].strip().lower()
        if word != gettext("delete"):
            raise forms.ValidationError(_("This is another word: nothing was removed."))
        return word


class RecordsForm(forms.Form):
    """Filters of the log of access; they stand in the address."""

    who = forms.CharField(label=_("Who"), max_length=120, required=False)
    register = forms.CharField(label=_("Which register"), max_length=60, required=False)
    act = forms.ChoiceField(
        label=_("What was done"),
        required=False,
        choices=[("", _("any")), *AccessRecord.Act.choices],
    )
    since = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

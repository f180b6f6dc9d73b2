"""A new synonym as an editor says it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rost.catalogue.models import Way


class SynonymForm(forms.Form):
    said = forms.CharField(
        label=_("Word or term"),
        max_length=100,
        help_text=_("As it stands in a dictionary, or an abbreviation: «ФАП»."),
    )
    same_as = forms.CharField(
        label=_("Means the same as"),
        max_length=100,
        help_text=_("Words that the list has; if it has not, a new group is begun with both."),
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=(("ru", _("Russian")), ("ba", _("Bashkir")))
    )
    way = forms.ChoiceField(label=_("Which way it works"), choices=Way.choices)
    note = forms.CharField(label=_("Note"), max_length=200, required=False)

"""A person's own wording of the name, a line for each case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rost.directory.actions.names import LONGEST
from rost.directory.models import NameCase
from rost.directory.queries.people import CaseLine

QUESTIONS = {
    NameCase.GENITIVE: _("Genitive: of whom?"),
    NameCase.DATIVE: _("Dative: to whom?"),
    NameCase.ACCUSATIVE: _("Accusative: whom?"),
    NameCase.INSTRUMENTAL: _("Instrumental: by whom?"),
}


class DeclinedNamesForm(forms.Form):
    """Four lines; an empty one follows the rule."""

    def __init__(self, *args: Any, lines: Sequence[CaseLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in lines:
            self.fields[line.case] = forms.CharField(
                label=QUESTIONS[line.case],
                max_length=LONGEST,
                required=False,
                initial=line.written,
                widget=forms.TextInput(attrs={"lang": "ru", "autocomplete": "off"}),
            )

"""A person's own wording of the name, a line for each case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from rost.directory.actions.names import LONGEST
from rost.directory.queries.people import CaseLine


class DeclinedNamesForm(forms.Form):
    """Four lines; an empty one follows the rule."""

    def __init__(self, *args: Any, lines: Sequence[CaseLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in lines:
            self.fields[line.case] = forms.CharField(
                label=format_lazy("{} ({})", _("Own wording"), line.case.label),
                max_length=LONGEST,
                required=False,
                initial=line.written,
                widget=forms.TextInput(attrs={"lang": "ru", "autocomplete": "off"}),
            )

"""Forms of the search: a question to the experts and its answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_TEXT = 2_000
LONGEST_ANSWER = 10_000


class QuestionForm(forms.Form):
    text = forms.CharField(
        label=_("What would you like to know?"),
        help_text=_(
            "Say what you want to do and what is in the way: the expert sees your words and your "
            "municipality, nobody else does."
        ),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    query = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=_("Answer"),
        required=False,
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    card = forms.TypedChoiceField(
        label=_("A page that answers"),
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, cards: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["card"]
        field.choices = [("", _("None of these")), *cards]

"""What is said after a session or the forum."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 2000


class MarkForm(forms.Form):
    """The five buttons are the form: whichever was pressed sends its mark."""

    mark = forms.TypedChoiceField(choices=[(n, n) for n in range(1, 6)], coerce=int)


class WordsForm(forms.Form):
    words = forms.CharField(
        label=_("A few words, if you like"),
        help_text=_("No names are shown with it. Do not write what tells who you are."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        required=False,
    )

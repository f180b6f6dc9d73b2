"""Forms of documents: they parse, and decide nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rost.documents.kinds.model import Kind
from rost.documents.models import Act
from rost.documents.rules import shown_places, stored_places


class CheckForm(forms.Form):
    code = forms.CharField(
        label=_("Check code"),
        max_length=60,
        help_text=_(
            "Sixteen letters and digits under the square code. Spaces, hyphens and the keyboard "
            "layout do not matter."
        ),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class RevocationForm(forms.Form):
    why = forms.CharField(
        label=_("Why it is revoked"),
        max_length=300,
        help_text=_("It stays in the log. The check page shows only that it is revoked, and when."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PrintForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it is printed again"),
        max_length=300,
        required=False,
        help_text=_("For example: lost, a mistake in the name, spoilt by the printer."),
    )


class LogForm(forms.Form):
    act = forms.ChoiceField(label=_("What was done"), required=False)
    kind = forms.ChoiceField(label=_("Document"), required=False)

    def __init__(self, *args: Any, kinds: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = [("", _("Any"))]
        fields: Any = self.fields
        fields["act"].choices = every + list(Act.choices)
        fields["kind"].choices = every + list(kinds.items())


class WordingForm(forms.Form):
    """A field for each sentence of a kind, and what is new in this version."""

    def __init__(self, *args: Any, kind: Kind, texts: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.titles = {name: str(title) for name, title in kind.placeholders.items()}
        for name, text in texts.items():
            self.fields[name] = forms.CharField(
                label=str(kind.wording_titles.get(name, name)),
                initial=shown_places(text, self.titles),
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 9}),
            )
        self.fields["version_note"] = forms.CharField(
            label=_("What is new"),
            max_length=300,
            required=False,
            help_text=_("For those who will look through the versions later."),
        )

    @property
    def texts(self) -> dict[str, str]:
        """What was typed, as it is stored: plain line ends, places by their own names."""
        return {
            name: stored_places(value.replace("\r\n", "\n").strip(), self.titles)
            for name, value in self.cleaned_data.items()
            if name != "version_note"
        }

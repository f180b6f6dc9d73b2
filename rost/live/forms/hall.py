"""What telephones send from the hall. The actions decide; here it is only read."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.live.models import Naming, PollKind
from rost.live.rules.texts import LONGEST_NAME, LONGEST_QUESTION

HANDS = {"yes": True, "no": False}


class QuestionForm(forms.Form):
    text = forms.CharField(
        label=pgettext_lazy("hall", "Your question"),
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages={
            "required": _("Write the question first."),
            "max_length": _(
                "The question has %(show_value)d signs, it may have %(limit_value)d. "
                "It was not sent: shorten it."
            ),
        },
    )
    name = forms.CharField(
        label=pgettext_lazy("hall", "Name and where you are from"),
        help_text=_("All see it with the question."),
        max_length=LONGEST_NAME,
        required=False,
    )

    def __init__(self, *args: Any, naming: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if naming == Naming.ANONYMOUS:
            del self.fields["name"]
        else:
            self.fields["name"].required = naming == Naming.SIGNED


class BadgeForm(forms.Form):
    code = forms.CharField(
        label=_("Code of the badge"),
        help_text=_("Fourteen letters and digits under the square code."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={"required": _("Write the code first.")},
    )


def read_identity(text: str) -> UUID | None:
    """The number that the telephone gave its question, so that sent twice it is one."""
    try:
        return UUID(text)
    except ValueError:
        return None


def read_answer(kind: str, values: list[str]) -> Any:
    """A poll's answer as the action takes it; what cannot be read goes on as it came."""
    if kind == PollKind.WORDS:
        return values[0] if values else ""
    if kind == PollKind.HANDS:
        return HANDS.get(values[0]) if values else None
    numbers = [int(one) if one.isdecimal() and len(one) < 4 else -1 for one in values]
    if kind == PollKind.MANY:
        return numbers
    return numbers[0] if numbers else None

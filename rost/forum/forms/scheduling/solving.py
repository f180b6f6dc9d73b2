"""Asking for a solution; what becomes of the sessions of a speaker who does not come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rost.forum.actions.scheduling import Choice
from rost.forum.forms.desk.fields import moment_field
from rost.forum.models import Session, SolvingKind
from rost.forum.rules.scheduling import SECONDS

CHOICES = (
    (Choice.WITHOUT, _("Hold it without them")),
    (Choice.LATER, _("Move it to when they can come")),
    (Choice.CANCEL, _("Cancel it")),
)


class SolvingForm(forms.Form):
    kind = forms.ChoiceField(
        choices=SolvingKind.choices, initial=SolvingKind.ANEW, widget=forms.HiddenInput()
    )
    seconds = forms.TypedChoiceField(
        label=_("At most"),
        coerce=int,
        initial=60,
        choices=[
            (one, _("%(seconds)s s") % {"seconds": one})
            if one < 60
            else (one, _("%(minutes)s min") % {"minutes": one // 60})
            for one in SECONDS
        ],
    )


class DropoutForm(forms.Form):
    """A choice for each session; the hour is needed where one of them waits for the speaker."""

    comes_at = moment_field(
        _("Can come from"),
        required=False,
        help_text=_("Only where something is moved: from when the speaker can take part."),
    )

    def __init__(
        self, *args: Any, sessions: Sequence[tuple[Session, bool, bool]], **kwargs: Any
    ) -> None:
        """`sessions`: each with whether others take part in it, and whether it has begun."""
        super().__init__(*args, **kwargs)
        self.sessions = [one for one, _others, _begun in sessions]
        for one, others, begun in sessions:
            offered = [
                (choice, text)
                for choice, text in CHOICES
                if (others or begun or choice is not Choice.WITHOUT)
                and (not begun or choice is not Choice.LATER)
            ]
            self.fields[f"s_{one.code}"] = forms.ChoiceField(
                label=one.title,
                choices=offered,
                initial=offered[0][0],
                widget=forms.RadioSelect,
            )

    def choices(self) -> dict[str, Choice]:
        return {one.code: Choice(self.cleaned_data[f"s_{one.code}"]) for one in self.sessions}

    def rows(self) -> list[tuple[Session, Any]]:
        return [(one, self[f"s_{one.code}"]) for one in self.sessions]

"""«Can we do it?»: for which municipality, and what its people answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.core.conditions import MOST_NEEDS, MOST_VARIANTS
from rost.directory.forms.places import PlaceField
from rost.library.queries.conditions.words import Line

ANSWERS = {"yes": True, "no": False}
PREFIX = "n"
MOST_POSITIONS = MOST_NEEDS * (MOST_VARIANTS + 1)


class FitPlaceForm(forms.Form):
    place = PlaceField(label=_("Municipality"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].day = day  # type: ignore[attr-defined]


def answers_in(data: Mapping[str, Any]) -> dict[int, bool]:
    """`n3=yes`: what the address says of the fourth need; anything else is left out."""
    found = {}
    for number in range(MOST_POSITIONS):
        said = ANSWERS.get(str(data.get(f"{PREFIX}{number}", "")))
        if said is not None:
            found[number] = said
    return found


class AnswersForm(forms.Form):
    """A question for each need that no figure decides; «do not know» is an answer too."""

    def of(self, line: Line) -> BoundField | None:
        name = f"{PREFIX}{line.position}"
        return self[name] if name in self.fields else None

    def __init__(self, lines: Iterable[Line], answers: Mapping[int, bool]) -> None:
        super().__init__()
        for line in lines:
            said = answers.get(line.position)
            self.fields[f"{PREFIX}{line.position}"] = forms.ChoiceField(
                label=line.needs,
                choices=[
                    ("yes", pgettext_lazy("condition", "Yes")),
                    ("no", pgettext_lazy("condition", "No")),
                    ("", pgettext_lazy("condition", "I do not know")),
                ],
                initial="" if said is None else "yes" if said else "no",
                widget=forms.RadioSelect,
                required=False,
            )

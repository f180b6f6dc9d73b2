"""Three answers and a place: enough to begin a practice on a telephone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rost.catalogue.forms.passport import long_text
from rost.core.passport import LONGEST, LONGEST_ROW
from rost.directory.forms.places import PlaceField
from rost.directory.models import Municipality
from rost.directory.queries.places import label_of


class QuickForm(forms.Form):
    """The place is that of the person's post; asked for where there are several, or none."""

    problem = long_text(
        most=LONGEST["problem"],
        rows=3,
        required=True,
        label=_("What was the problem?"),
        help_text=_("Two or three sentences are enough: whom it troubled, how it was seen."),
    )
    solution = long_text(
        most=LONGEST["solution"], rows=4, required=True, label=_("What did you do?")
    )
    outcome = long_text(
        most=LONGEST_ROW["results.indicator"],
        rows=2,
        required=True,
        label=_("What came of it?"),
        help_text=_("The main result in a sentence; figures are asked for later."),
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        places: Sequence[Municipality],
        day: date,
    ) -> None:
        super().__init__(data)
        self.places = {one.code: one for one in places}
        if len(places) > 1:
            self.fields["place"] = forms.ChoiceField(
                label=_("For which municipality?"),
                choices=[(one.code, label_of(one)) for one in places],
                initial=places[0].code,
                widget=forms.RadioSelect,
            )
        elif not places:
            field = PlaceField(label=_("For which municipality?"), required=False)
            field.day = day
            self.fields["place"] = field

    @property
    def municipality(self) -> Municipality | None:
        if len(self.places) == 1:
            return next(iter(self.places.values()))
        chosen = self.cleaned_data["place"]
        return self.places.get(chosen) if self.places else chosen

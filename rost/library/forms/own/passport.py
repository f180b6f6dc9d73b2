"""The passport of a practice as a form: the common questions, needs and variants, videos."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.catalogue.forms.passport import (
    LANGUAGES,
    ROWS,
    Group,
    PassportQuestions,
    Rows,
    TextField,
    long_text,
)
from rost.catalogue.messages import FIELD_NAMES
from rost.core.passport import LONGEST
from rost.library.actions.own.drafts import Saved
from rost.library.models import Practice
from rost.library.queries.practices import conditions_of, passport_of
from rost.library.rules.uploads import LONGEST_URL, LONGEST_VIDEO_TITLE, MOST_VIDEOS

from .needs import (
    NEED_PARTS,
    NEED_ROWS,
    conditions_from,
    figure_fields,
    figures_of,
    others_of,
    wrong_in,
)

GROUPS = (
    Group("place", _("Place and name"), ("title", "territory", "year", "language")),
    Group("theme", _("What it belongs to"), ("local_issues", "national_project")),
    Group("problem", pgettext_lazy("passport", "Problem"), ("problem",)),
    Group("solution", _("Solution and steps"), ("solution",), rows="steps", after=("resources",)),
    Group("money", FIELD_NAMES["money"], rows="money"),
    Group("partners", FIELD_NAMES["partners"], rows="partners"),
    Group("results", FIELD_NAMES["results"], rows="results"),
    Group("lessons", _("Mistakes and conditions"), ("mistakes", "conditions", "legal_acts")),
    Group("needs", _("What it needs"), tuple(figure_fields()), rows="needs"),
    Group("variants", _("Cheaper and dearer ways"), rows="variants"),
    Group("contact", _("Whom to call, videos"), ("contact", "shows_contact"), rows="videos"),
)


def video_fields() -> dict[str, forms.Field]:
    return {
        "url": TextField(
            most=LONGEST_URL,
            label=_("Address of a video"),
            validators=[URLValidator(schemes=["https"])],
            error_messages={"invalid": _("Write the whole address: it begins with https://")},
            widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        ),
        "title": TextField(most=LONGEST_VIDEO_TITLE, label=_("What it shows")),
    }


VIDEOS = Rows(
    "videos",
    MOST_VIDEOS,
    video_fields,
    lambda one: {"url": one.get("url", ""), "title": one.get("title", "")},
    lambda row: {"url": row["url"], "title": row["title"]},
    _("Save and add a video"),
)


class PracticeForm(PassportQuestions):
    GROUPS: ClassVar[tuple[Group, ...]] = GROUPS
    ROWS: ClassVar[Mapping[str, Rows]] = ROWS | NEED_ROWS | {"videos": VIDEOS}

    title = TextField(
        most=LONGEST["title"],
        label=_("Name of the practice"),
        help_text=_("So that a neighbour understands at once what was done."),
    )
    contact = TextField(
        most=LONGEST["contact"],
        label=FIELD_NAMES["contact"],
        help_text=_("Name and telephone. The reviewer sees them; everybody – only if you allow."),
    )
    conditions = long_text(
        most=LONGEST["conditions"],
        rows=4,
        label=FIELD_NAMES["conditions"],
        help_text=_("In your own words; figures are asked for in the next step."),
    )
    language = forms.ChoiceField(label=_("Language of the text"), choices=LANGUAGES, required=False)
    shows_contact = forms.BooleanField(
        label=_("Show the contact to everybody on the page of the practice"),
        required=False,
        help_text=_(
            "If it names somebody else, ask them first. You can take this back at any time: it "
            "goes from the page at once."
        ),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, practice: Practice, day: date
    ) -> None:
        self.practice = practice
        self.stored_conditions = conditions_of(practice)
        super().__init__(
            data,
            passport=passport_of(practice),
            municipality=practice.municipality,
            day=day,
            more={
                "language": practice.language,
                "shows_contact": practice.shows_contact,
                **figures_of(self.stored_conditions),
            },
            rows={
                "needs": others_of(self.stored_conditions),
                "variants": self.stored_conditions.variants,
                "videos": practice.videos,
            },
        )
        self.fields |= figure_fields()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        data = self.cleaned_data
        least, most = data.get("people_least"), data.get("people_most")
        if least is not None and most is not None and least > most:
            self.add_error(
                "people_most",
                ValidationError(_("The most is less than the least: change one of them.")),
            )
        for number in range(self.counts["needs"]):
            row = {part: data.get(f"needs-{number}-{part}") for part in NEED_PARTS}
            wrong = wrong_in(row)
            if wrong is not None:
                self.add_error(f"needs-{number}-{wrong[0]}", ValidationError(str(wrong[1])))
        return cleaned

    def asked(self, names: Sequence[str]) -> list[tuple[BoundField, bool]]:
        """What says itself that it may stay empty is not marked so once more."""
        unmarked = {"language", *figure_fields()}
        return [
            (bound, optional and bound.name not in unmarked)
            for bound, optional in super().asked(names)
        ]

    @property
    def saved(self) -> Saved:
        """What can be saved: answers in order as typed, those with a mistake as they were."""
        data = self.cleaned_data
        return Saved(
            passport=self.passport,
            conditions=conditions_from(
                data,
                self.rows_written("needs"),
                self.rows_written("variants"),
                self.stored_conditions,
            ),
            videos=list(self.rows_written("videos")),
            municipality=self.place,
            language=data.get("language") or self.practice.language,
            shows_contact=bool(data.get("shows_contact")),
        )

"""The passport of a project as a form: the common questions, and those of the stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.catalogue.forms.passport import LANGUAGES, Group, PassportQuestions, TextField
from rost.core.passport import LONGEST
from rost.directory.models import Organisation
from rost.forum.actions.call.drafts import Saved
from rost.forum.messages.call import FIELD_NAMES
from rost.forum.models import Project, Track
from rost.forum.queries.call import passport_of

GROUPS = (
    Group("what", _("What it is"), ("title", "territory", "year")),
    Group("issue", _("What it belongs to"), ("local_issues", "national_project")),
    Group("problem", _("Problem and solution"), ("problem", "solution")),
    Group("steps", _("How you did it"), rows="steps", after=("resources",)),
    Group("money", FIELD_NAMES["money"], rows="money"),
    Group("partners", FIELD_NAMES["partners"], rows="partners"),
    Group("results", FIELD_NAMES["results"], rows="results"),
    Group("lessons", _("For those who repeat it"), ("mistakes", "conditions", "legal_acts")),
    Group("stage", _("On the stage"), ("contact", "track", "organisation", "language")),
)


class PassportForm(PassportQuestions):
    GROUPS: ClassVar[tuple[Group, ...]] = GROUPS

    title = TextField(
        most=LONGEST["title"],
        label=FIELD_NAMES["title"],
        help_text=_("As it should stand in the programme."),
    )
    contact = TextField(
        most=LONGEST["contact"],
        label=FIELD_NAMES["contact"],
        help_text=_("Name and telephone: the committee and the organisers see them."),
    )
    track = forms.ChoiceField(label=pgettext_lazy("programme", "Track"), required=False)
    organisation = forms.ChoiceField(
        label=_("On behalf of an organisation"),
        required=False,
        help_text=_("If an NGO or a business offers the project."),
    )
    language = forms.ChoiceField(label=_("Language of the talk"), choices=LANGUAGES, required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        project: Project,
        tracks: Sequence[Track],
        organisations: Sequence[Organisation],
        day: date,
    ) -> None:
        self.project = project
        self.tracks = {str(one.pk): one for one in tracks}
        self.organisations = {str(one.pk): one for one in organisations}
        super().__init__(
            data,
            passport=passport_of(project),
            municipality=project.municipality,
            day=day,
            more={
                "track": str(project.track_id or ""),
                "organisation": str(project.organisation_id or ""),
                "language": project.language,
            },
        )
        self.choose("track", [("", "–"), *((key, one.name) for key, one in self.tracks.items())])
        bodies = [(key, str(one)) for key, one in self.organisations.items()]
        self.choose("organisation", [("", _("No, on behalf of the municipality")), *bodies])

    @property
    def saved(self) -> Saved:
        data = self.cleaned_data
        return Saved(
            passport=self.passport,
            municipality=self.place,
            organisation=self.organisations.get(data.get("organisation", "")),
            track=self.tracks.get(data.get("track", "")),
            language=data.get("language") or self.project.language,
        )

    def asked(self, names: Sequence[str]) -> list[tuple[BoundField, bool]]:
        """Those with nothing to choose are left out."""
        return super().asked(
            [
                name
                for name in names
                if (name != "organisation" or self.organisations)
                and (name != "track" or self.tracks)
            ]
        )

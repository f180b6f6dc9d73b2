"""The passport of a project as a form: nine groups of a few questions, none of them required.

A draft may be half empty and half wrong: what can be saved is saved, what cannot comes back as it
was typed with the reason beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from rost.core.passport import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST,
    MOST_ROWS,
    WANTED,
    Passport,
    filled,
)
from rost.directory.forms.places import PlaceField
from rost.directory.models import Organisation
from rost.directory.queries.reference import issue_name, local_issues, national_projects
from rost.forum.actions.call.drafts import Saved
from rost.forum.messages.call import FIELD_NAMES
from rost.forum.models import Project, Track
from rost.forum.queries.call import passport_of

from .fields import TextField, long_text
from .rows import ROWS, Rows, bound_rows, count_of, fields_of, initial_of, values_of

LANGUAGES = (("ru", _("Russian")), ("ba", _("Bashkir")), ("en", _("English")))


@dataclass(frozen=True, slots=True)
class Group:
    """One screen on a telephone: a few questions, and perhaps one that repeats."""

    key: str
    title: str | Promise
    fields: tuple[str, ...] = ()
    rows: str = ""
    after: tuple[str, ...] = ()  # questions below the rows


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


class PassportForm(forms.Form):
    title = TextField(
        most=LONGEST["title"],
        label=FIELD_NAMES["title"],
        help_text=_("As it should stand in the programme."),
    )
    territory = PlaceField(
        label=FIELD_NAMES["territory"],
        required=False,
        help_text=_("Its name and district, for example: Аскаровский, Абзелиловский район"),
    )
    year = forms.IntegerField(
        label=FIELD_NAMES["year"],
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        help_text=_("When it was done or will be finished."),
    )
    local_issues = forms.MultipleChoiceField(
        label=FIELD_NAMES["local_issues"],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("At least one, at most five."),
    )
    national_project = forms.ChoiceField(label=FIELD_NAMES["national_project"], required=False)
    problem = long_text(
        most=LONGEST["problem"],
        label=FIELD_NAMES["problem"],
        help_text=_("Whom it troubled and how it was seen."),
    )
    solution = long_text(most=LONGEST["solution"], rows=7, label=FIELD_NAMES["solution"])
    resources = long_text(
        most=LONGEST["resources"],
        rows=3,
        label=FIELD_NAMES["resources"],
        help_text=_("People, machines, materials, time."),
    )
    mistakes = long_text(
        most=LONGEST["mistakes"],
        rows=4,
        label=FIELD_NAMES["mistakes"],
        help_text=_("What went wrong and what you would do otherwise."),
    )
    conditions = long_text(most=LONGEST["conditions"], rows=4, label=FIELD_NAMES["conditions"])
    legal_acts = long_text(
        most=LONGEST["legal_acts"],
        rows=3,
        label=FIELD_NAMES["legal_acts"],
        help_text=_("Which decisions and orders were needed."),
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
        self.project, self.stored = project, passport_of(project)
        self.tracks = {str(one.pk): one for one in tracks}
        self.organisations = {str(one.pk): one for one in organisations}
        self.counts = {name: count_of(rows, self.stored, data) for name, rows in ROWS.items()}
        super().__init__(data, initial=self.known())
        for name, rows in ROWS.items():
            self.fields |= fields_of(rows, self.counts[name])
        place = self.fields["territory"]
        assert isinstance(place, PlaceField)
        place.day = day
        self.offer(day)

    def known(self) -> dict[str, Any]:
        stored, project = self.stored, self.project
        texts = {name: getattr(stored, name) for name in LONGEST}
        known: dict[str, Any] = texts | {
            "territory": project.municipality,
            "year": stored.year,
            "local_issues": list(stored.local_issues),
            "national_project": stored.national_project,
            "track": str(project.track_id or ""),
            "organisation": str(project.organisation_id or ""),
            "language": project.language,
        }
        for rows in ROWS.values():
            known |= initial_of(rows, stored)
        return known

    def offer(self, day: date) -> None:
        """The choices, in the reader's language; what was chosen before stays on offer."""
        language = get_language() or "ru"
        issues = local_issues(day)
        own = [(one.code, one.name(language)) for one in issues if one.group == "own"]
        other = [(one.code, one.name(language)) for one in issues if one.group != "own"]
        offered = {one.code for one in issues}
        kept = [code for code in self.stored.local_issues if code not in offered]
        other += [(code, issue_name(code, language)) for code in kept]
        groups = [(_("Own issues of a rural settlement"), own)]
        if other:
            groups.append((_("Others, by a law of the Republic"), other))
        self.choose("local_issues", groups)
        periods: dict[str, list[tuple[str, str]]] = {}
        for one in national_projects(day):
            periods.setdefault(one.group, []).append((one.code, one.name(language)))
        self.choose("national_project", [("", _("None")), *periods.items()])
        self.choose("track", [("", "–"), *((key, one.name) for key, one in self.tracks.items())])
        bodies = [(key, str(one)) for key, one in self.organisations.items()]
        self.choose("organisation", [("", _("No, on behalf of the municipality")), *bodies])

    def choose(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean_local_issues(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["local_issues"]
        if len(chosen) > MOST_ROWS["local_issues"]:
            raise ValidationError(_("Choose five at most: those that the project is really about."))
        return chosen

    @property
    def saved(self) -> Saved:
        """What can be saved: answers in order as typed, those with a mistake as they were."""
        data, stored = self.cleaned_data, self.stored
        place = data.get("territory", self.project.municipality)
        written: dict[str, Any] = {
            name: data.get(name, getattr(stored, name))
            for name in (*LONGEST, "year", "national_project")
        }
        for name, rows in ROWS.items():
            written[name] = values_of(rows, self, self.counts[name], stored)
        passport = Passport(
            territory=place.code if place is not None else "",
            local_issues=tuple(data.get("local_issues", stored.local_issues)),
            **written,
        )
        return Saved(
            passport=passport,
            municipality=place,
            organisation=self.organisations.get(data.get("organisation", "")),
            track=self.tracks.get(data.get("track", "")),
            language=data.get("language") or self.project.language,
        )

    def groups(self) -> Iterator[GroupShown]:
        keys = ["", *(one.key for one in GROUPS), ""]
        for number, one in enumerate(GROUPS):
            rows = ROWS.get(one.rows)
            yield GroupShown(
                group=one,
                before_it=keys[number],
                after_it=keys[number + 2],
                before=self.asked(one.fields),
                rows=rows,
                drawn=bound_rows(rows, self, self.counts[one.rows]) if rows else [],
                after=self.asked(one.after),
                done=done(one, self.stored),
            )

    def asked(self, names: Sequence[str]) -> list[tuple[BoundField, bool]]:
        """Questions with whether they may stay empty; those with nothing to choose are left out."""
        return [
            (self[name], name not in WANTED)
            for name in names
            if (name != "organisation" or self.organisations) and (name != "track" or self.tracks)
        ]


@dataclass(frozen=True, slots=True)
class GroupShown:
    group: Group
    before_it: str  # keys of its neighbours
    after_it: str
    before: list[tuple[BoundField, bool]]
    rows: Rows | None
    drawn: list[list[BoundField]]
    after: list[tuple[BoundField, bool]]
    done: bool  # nothing in it is wanted any more, and something is written

    @property
    def rows_wanted(self) -> bool:
        return self.group.rows in WANTED


def done(group: Group, passport: Passport) -> bool:
    names = [one for one in (*group.fields, group.rows, *group.after) if hasattr(passport, one)]
    wanted = [one for one in names if one in WANTED]
    if wanted:
        return all(filled(passport, one) for one in wanted)
    return any(filled(passport, one) for one in names)

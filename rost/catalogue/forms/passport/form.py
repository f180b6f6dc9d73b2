"""The passport of a practice as a form: groups of a few questions, none of them required.

A draft may be half empty and half wrong: what can be saved is saved, what cannot comes back as it
was typed with the reason beside it. A room takes this form and adds questions of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rost.catalogue.messages import FIELD_NAMES
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
from rost.directory.models import Municipality
from rost.directory.queries.reference import issue_name, local_issues, national_projects

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


class PassportQuestions(forms.Form):
    GROUPS: ClassVar[tuple[Group, ...]] = ()
    ROWS: ClassVar[Mapping[str, Rows]] = ROWS

    title = TextField(most=LONGEST["title"], label=FIELD_NAMES["title"])
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
    contact = TextField(most=LONGEST["contact"], label=FIELD_NAMES["contact"])

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        passport: Passport,
        municipality: Municipality | None,
        day: date,
        more: Mapping[str, Any],
        rows: Mapping[str, Sequence[Any]] | None = None,
    ) -> None:
        """`more` holds what is known of the room's own questions, `rows` of its own rows."""
        self.stored, self.municipality = passport, municipality
        own = {name: getattr(passport, name) for name in ROWS}
        self.before: dict[str, Sequence[Any]] = own | dict(rows or {})
        self.counts = {
            name: count_of(one, self.before[name], data) for name, one in self.ROWS.items()
        }
        super().__init__(data, initial=self.known() | dict(more))
        for name, one in self.ROWS.items():
            self.fields |= fields_of(one, self.counts[name])
        place = self.fields["territory"]
        assert isinstance(place, PlaceField)
        place.day = day
        self.offer(day)

    def known(self) -> dict[str, Any]:
        stored = self.stored
        known: dict[str, Any] = {name: getattr(stored, name) for name in LONGEST} | {
            "territory": self.municipality,
            "year": stored.year,
            "local_issues": list(stored.local_issues),
            "national_project": stored.national_project,
        }
        for name, rows in self.ROWS.items():
            known |= initial_of(rows, self.before[name])
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
    def place(self) -> Municipality | None:
        found: Municipality | None = self.cleaned_data.get("territory", self.municipality)
        return found

    def rows_written(self, name: str) -> tuple[Any, ...]:
        return values_of(self.ROWS[name], self, self.counts[name], self.before[name])

    @property
    def passport(self) -> Passport:
        """What can be saved: answers in order as typed, those with a mistake as they were."""
        data, stored, place = self.cleaned_data, self.stored, self.place
        written: dict[str, Any] = {
            name: data.get(name, getattr(stored, name))
            for name in (*LONGEST, "year", "national_project")
        }
        written |= {name: self.rows_written(name) for name in ROWS}
        return Passport(
            territory=place.code if place is not None else "",
            local_issues=tuple(data.get("local_issues", stored.local_issues)),
            **written,
        )

    def groups(self) -> Iterator[GroupShown]:
        keys = ["", *(one.key for one in self.GROUPS), ""]
        for number, one in enumerate(self.GROUPS):
            rows = self.ROWS.get(one.rows)
            yield GroupShown(
                group=one,
                before_it=keys[number],
                after_it=keys[number + 2],
                before=self.asked(one.fields),
                rows=rows,
                drawn=bound_rows(rows, self, self.counts[one.rows]) if rows else [],
                after=self.asked(one.after),
                done=self.done(one),
            )

    def asked(self, names: Sequence[str]) -> list[tuple[BoundField, bool]]:
        """Questions with whether they may stay empty."""
        return [(self[name], name not in WANTED) for name in names]

    def done(self, group: Group) -> bool:
        """Nothing in it is wanted any more, and something is written."""
        names = [*group.fields, group.rows, *group.after]
        wanted = [one for one in names if one in WANTED]
        if wanted:
            return all(filled(self.stored, one) for one in wanted)
        own = (one for one in names if one in LONGEST)
        return bool(self.before.get(group.rows)) or any(filled(self.stored, one) for one in own)


@dataclass(frozen=True, slots=True)
class GroupShown:
    group: Group
    before_it: str  # keys of its neighbours
    after_it: str
    before: list[tuple[BoundField, bool]]
    rows: Rows | None
    drawn: list[list[BoundField]]
    after: list[tuple[BoundField, bool]]
    done: bool

    @property
    def rows_wanted(self) -> bool:
        return self.group.rows in WANTED

"""People, their posts and roles."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Organisation, Person, Post, PostKind, RoleName, ScopeKind
from rost.directory.models.people import Language
from rost.directory.queries.organisations import find_organisations
from rost.directory.queries.people import find_people
from rost.directory.queries.spaces import spaces_by_kind

from .places import DayField, PickerInput, PlaceField

MOST_CANDIDATES = 12


class PersonField(forms.CharField):
    """One of the people the visitor may see, named by a part of the name."""

    widget = PickerInput
    people: QuerySet[Person] | None = None

    def prepare_value(self, value: Any) -> Any:
        return value.full_name if isinstance(value, Person) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        people = self.people if self.people is not None else Person.objects.none()
        if text.startswith("#") and text[1:].isdecimal():
            chosen = people.filter(pk=int(text[1:])).first()
            if chosen is not None:
                return chosen
        found = list(find_people(people, text)[:MOST_CANDIDATES]) if text else []
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(_("There is no such person yet: enter the person first."))
        if isinstance(self.widget, PickerInput):
            self.widget.candidates = [(f"#{one.pk}", _named(one)) for one in found]
        raise ValidationError(_("Several people have this name: choose one."))


def _named(person: Person) -> str:
    home = person.home.name if person.home else ""
    return ", ".join(filter(None, (person.full_name, home)))


class OrganisationField(forms.CharField):
    """One of the organisations the visitor may see, named by a part of its name or its number."""

    widget = PickerInput
    organisations: QuerySet[Organisation] | None = None

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, Organisation) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        known = self.organisations
        known = Organisation.objects.none() if known is None else known
        if text.startswith("#") and text[1:].isdecimal():
            chosen = known.filter(pk=int(text[1:])).first()
            if chosen is not None:
                return chosen
        found = list(find_organisations(known, text)[:MOST_CANDIDATES])
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(_("There is no such organisation yet: enter it first."))
        if isinstance(self.widget, PickerInput):
            self.widget.candidates = [(f"#{one.pk}", one.name) for one in found]
        raise ValidationError(_("Several organisations have this name: choose one."))


class PersonForm(forms.Form):
    """What is known about a person."""

    surname = forms.CharField(label=_("Surname"), max_length=120)
    given_name = forms.CharField(label=_("Given name"), max_length=120, required=False)
    patronymic = forms.CharField(label=_("Patronymic"), max_length=120, required=False)
    home = PlaceField(label=_("Municipality"), required=False)
    phone = forms.CharField(label=_("Phone"), max_length=20, required=False)
    email = forms.EmailField(label=_("E-mail"), max_length=254, required=False)
    language = forms.ChoiceField(label=_("Language of letters"), choices=Language.choices)

    def __init__(
        self,
        *args: Any,
        day: date,
        within: tuple[str, ...] = (),
        address_fixed: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        home = self.fields["home"]
        home.day, home.within = day, within  # type: ignore[attr-defined]
        home.required = bool(within)
        if address_fixed:
            self.fields["email"].disabled = True
            self.fields["email"].help_text = _("The person looks after the address alone")


class NewPersonForm(PersonForm):
    """A person entered by somebody else."""

    language = forms.ChoiceField(
        label=_("Language of letters"), choices=Language.choices, initial=Language.RUSSIAN
    )
    basis = forms.CharField(
        label=_("On what grounds you enter this person"),
        max_length=300,
        help_text=_("How the person agreed: a signed form, a letter or a call, and its date"),
    )


class PostForm(forms.Form):
    """A post of a person."""

    kind = forms.ChoiceField(
        label=_("Post"),
        choices=[one for one in PostKind.choices if one[0] != PostKind.REPRESENTATIVE],
    )
    title = forms.CharField(
        label=_("As written on a badge"),
        max_length=300,
        required=False,
        help_text=_("For example: head of the rural settlement"),
    )
    municipality = PlaceField(label=_("Municipality"), required=False)
    organisation = OrganisationField(
        label=_("Or organisation"),
        required=False,
        help_text=_("If the post is in an organisation and not in a municipality"),
    )
    held_from = DayField(label=_("First day"))
    held_to = DayField(label=_("Last day"), required=False)
    elected_first_time = forms.BooleanField(label=_("Elected for the first time"), required=False)
    basis = forms.CharField(label=_("Document"), max_length=300, required=False)

    def __init__(
        self,
        *args: Any,
        day: date,
        organisations: QuerySet[Organisation],
        within: tuple[str, ...] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        place = self.fields["municipality"]
        place.day, place.within = day, within  # type: ignore[attr-defined]
        self.fields["organisation"].organisations = organisations  # type: ignore[attr-defined]


class EndForm(forms.Form):
    """The last day of a post or a role."""

    on = DayField(label=_("Last day"))


class HandoverForm(forms.Form):
    """Who takes a post over, from which day."""

    successor = PersonField(label=_("Who takes the post"), max_length=400)
    on = DayField(label=_("First day of the successor"))
    held_to = DayField(label=_("Last day of the successor"), required=False)
    elected_first_time = forms.BooleanField(label=_("Elected for the first time"), required=False)
    basis = forms.CharField(
        label=_("Document"), max_length=300, help_text=_("Decision of the council, its date")
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].people = people  # type: ignore[attr-defined]


class RoleForm(forms.Form):
    """A role granted by a document: on the platform, in a territory or in one space."""

    name = forms.ChoiceField(label=_("Role"), choices=[("", _("Choose a role")), *RoleName.choices])
    scope = forms.ChoiceField(
        label=_("Where it holds"), choices=ScopeKind.choices, widget=forms.RadioSelect
    )
    territory = PlaceField(
        label=_("Territory"), required=False, help_text=_("If it holds in one territory")
    )
    space = forms.ChoiceField(
        label=_("Forum or another space"), required=False, help_text=_("If it holds in one space")
    )
    post: forms.ModelChoiceField[Post] = forms.ModelChoiceField(
        label=_("Rests on the post"),
        queryset=Post.objects.none(),
        required=False,
        empty_label="–",
        help_text=_("The role then ends together with the post"),
    )
    held_from = DayField(label=_("First day"))
    held_to = DayField(label=_("Last day"), required=False)
    basis = forms.CharField(label=_("Document"), max_length=300)

    def __init__(self, *args: Any, day: date, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["territory"].day = day  # type: ignore[attr-defined]
        self.fields["post"].queryset = person.posts.all()  # type: ignore[attr-defined]
        spaces = self.fields["space"]
        assert isinstance(spaces, forms.ChoiceField)
        spaces.choices = [("", _("Choose…")), *spaces_by_kind()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        scope = cleaned.get("scope")
        if scope == ScopeKind.TERRITORY:
            if cleaned.get("territory") is None and "territory" not in self.errors:
                self.add_error("territory", _("Choose the territory."))
        elif scope is not None:
            cleaned["territory"] = None
        if scope == ScopeKind.SPACE:
            if not cleaned.get("space") and "space" not in self.errors:
                self.add_error("space", _("Choose the space."))
        elif scope is not None:
            cleaned["space"] = ""
        return cleaned

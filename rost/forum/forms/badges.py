"""Forms of the badge desk: filters, replacing, handing a spare one, a guest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rost.core.language import fold
from rost.directory.forms.places import PickerInput, PlaceField
from rost.directory.models import Municipality
from rost.directory.queries.places import label_of
from rost.forum.actions.proxies import Entry
from rost.forum.models import Badge, BadgeEnd, Category, Edition, Registration
from rost.forum.queries.badges import BadgeFilter, BadgeState, badge_in_hand
from rost.forum.queries.papers import participants

from .papers import offer

MOST_CANDIDATES = 12
LEAST_LETTERS = 3  # of one word, before any name is shown: nobody reads the list letter by letter
YES, NO = "yes", "no"
WHY_REPLACED = [one for one in BadgeEnd.choices if one[0] != BadgeEnd.CANCELLED]


class BadgeFilterForm(forms.Form):
    """The filters of the badge desk; they stand in the address."""

    state = forms.ChoiceField(label=_("State"), required=False)
    category = forms.ChoiceField(label=_("Category"), required=False)
    district = forms.ChoiceField(label=_("District"), required=False)
    text = forms.CharField(label=_("Name, number or code"), max_length=200, required=False)

    def __init__(
        self,
        *args: Any,
        categories: Sequence[Category],
        districts: Sequence[Municipality],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        every = ("", _("All"))
        offer(self, "state", [every, *BadgeState.choices])
        offer(self, "category", [every, *((str(one.pk), one.name) for one in categories)])
        offer(self, "district", [every, *((one.code, one.name) for one in districts)])

    @property
    def wanted(self) -> BadgeFilter:
        """What is asked for; a value that is not offered asks for nothing."""
        self.is_valid()
        data: Mapping[str, Any] = self.cleaned_data
        category = data.get("category", "")
        return BadgeFilter(
            state=data.get("state", ""),
            category=int(category) if category else None,
            district=data.get("district", ""),
            text=data.get("text", ""),
        )


class SparesForm(forms.Form):
    count = forms.IntegerField(
        label=_("How many spare badges to make"), min_value=1, max_value=500, initial=20
    )


class ReplacementForm(forms.Form):
    """What became of the badge."""

    why = forms.ChoiceField(
        label=_("What became of the badge"), choices=WHY_REPLACED, widget=forms.RadioSelect
    )


class ParticipantField(forms.CharField):
    """One confirmed participant of the edition, named by a part of the name.

    A short name («Ли Ян») is found when it is typed whole.
    """

    widget = PickerInput
    edition: Edition | None = None

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text or self.edition is None:
            return None
        people = participants(self.edition)
        if text.startswith("#") and text[1:].isdecimal():
            return people.filter(pk=int(text[1:])).first()
        words = fold(text).split()
        enough = any(len(word) >= LEAST_LETTERS for word in words)
        for word in words:
            people = people.filter(person__search_name__contains=word)
        if not enough:
            people = people.filter(person__search_name=" ".join(words))
        found = list(people[:MOST_CANDIDATES])
        if len(found) == 1:
            return found[0]
        if not found and not enough:
            raise ValidationError(
                _("Write at least three letters of the name, or a short name in full.")
            )
        if not found:
            raise ValidationError(_("Nobody confirmed has this name: check it, or register them."))
        if isinstance(self.widget, PickerInput):
            self.widget.candidates = [(f"#{one.pk}", _named(one)) for one in found]
        raise ValidationError(_("Several people have this name: choose one."))

    @property
    def candidates(self) -> Sequence[tuple[str, str]]:
        """Whom the last answer offered to choose from, by full name and place."""
        return self.widget.candidates if isinstance(self.widget, PickerInput) else ()


def _named(one: Registration) -> str:
    place = label_of(one.municipality) if one.municipality else one.post
    return ", ".join(filter(None, (one.person.full_name, place)))


class OwnerForm(forms.Form):
    """To whom a spare badge is handed, and what became of the one they had."""

    registration = ParticipantField(label=_("To whom"), help_text=_("Surname and name."))
    instead = forms.ChoiceField(
        label=_("If the person had a badge, it is"),
        required=False,
        choices=[("", _("There was none")), *WHY_REPLACED],
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["registration"].edition = edition  # type: ignore[attr-defined]


class GuestForm(forms.Form):
    """Somebody at the desk without a registration."""

    surname = forms.CharField(label=_("Surname"), max_length=120)
    given_name = forms.CharField(label=_("Given name"), max_length=120)
    patronymic = forms.CharField(label=_("Patronymic"), max_length=120, required=False)
    post = forms.CharField(
        label=_("Organisation and post"),
        max_length=300,
        required=False,
        help_text=_("As on the badge."),
    )
    place = PlaceField(label=_("Municipality"), required=False)
    category = forms.TypedChoiceField(label=_("Takes part as"))
    basis = forms.CharField(
        label=_("How the consent was given"),
        max_length=300,
        required=False,
        help_text=_("For example: signed form № 7; in own words at the desk, 18 February."),
    )
    photo = forms.ChoiceField(
        label=_("May be photographed and filmed"),
        choices=((YES, _("Yes")), (NO, _("No"))),
        widget=forms.RadioSelect,
    )
    minor = forms.BooleanField(label=_("Under 18"), required=False)
    parent = ParticipantField(
        label=_("Parent who is here"),
        required=False,
        help_text=_("Surname and name; the parent is registered first."),
    )
    parent_paper = forms.CharField(
        label=_("Paper of a parent who is not here"),
        max_length=300,
        required=False,
        help_text=_("What paper, who signed it and when."),
    )
    badge = forms.CharField(
        label=_("Spare badge: its number"),
        max_length=60,
        required=False,
        help_text=_("The number in the corner, or the code. Empty: a badge is printed later."),
    )

    def __init__(
        self,
        *args: Any,
        edition: Edition,
        categories: Sequence[Category],
        day: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition
        known = {one.pk: one for one in categories}
        offer(self, "category", [(str(one.pk), one.name) for one in categories])
        field = self.fields["category"]
        assert isinstance(field, forms.TypedChoiceField)
        field.coerce = lambda number: known[int(number)]
        field.initial = next((one.pk for one in categories if not one.from_municipality), None)
        place = self.fields["place"]
        assert isinstance(place, PlaceField)
        place.day = day
        self.fields["parent"].edition = edition  # type: ignore[attr-defined]

    def clean_badge(self) -> Badge | None:
        text: str = self.cleaned_data["badge"]
        if not text.strip():
            return None
        found = badge_in_hand(self.edition, text)
        if found is None:
            raise ValidationError(
                _("There is no such badge in force: look at its number, or take another one.")
            )
        return found

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("basis") and not (data.get("minor") and data.get("parent_paper")):
            self.add_error("basis", _("Write how the consent was given: on paper, in own words."))
        return data

    @property
    def entry(self) -> Entry:
        data = self.cleaned_data
        return Entry(
            surname=data["surname"],
            given_name=data["given_name"],
            patronymic=data["patronymic"],
            post=data["post"],
        )

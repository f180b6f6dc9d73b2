"""Forms of the organiser's and curator's pages of registration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rost.directory.forms.people import PersonField
from rost.directory.models import Municipality, Person
from rost.forum.models import Category, Edition, QuestionTopic, RegistrationStatus
from rost.forum.queries.registrations_table import Filter

from .desk.fields import sensible

MOST_SEATS = 100_000
LONGEST_ANSWER = 200


class FilterForm(forms.Form):
    """The filters of the table; they stand in the address, so a view can be kept as a link."""

    status = forms.ChoiceField(label=_("Status"), required=False)
    category = forms.ChoiceField(label=_("Category"), required=False)
    district = forms.ChoiceField(label=_("District"), required=False)
    text = forms.CharField(label=_("Full name"), max_length=200, required=False)

    def __init__(
        self,
        *args: Any,
        categories: Sequence[Category],
        districts: Sequence[Municipality],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        anything = ("", _("All"))
        self._offer("status", [anything, *RegistrationStatus.choices])
        self._offer("category", [anything, *((str(one.pk), one.name) for one in categories)])
        self._offer("district", [anything, *((one.code, one.name) for one in districts)])

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def wanted(self) -> Filter:
        """What is asked for; a value that is not offered asks for nothing."""
        self.is_valid()
        data = self.cleaned_data
        category = data.get("category", "")
        return Filter(
            status=data.get("status", ""),
            category=int(category) if category else None,
            district=data.get("district", ""),
            text=data.get("text", ""),
        )


def moment_widget() -> forms.SplitDateTimeWidget:
    """A day and a time as browsers show them; each half is named for screen readers."""
    day: dict[str, Any] = {"type": "date", "aria-label": _("Day")}
    time: dict[str, Any] = {"type": "time", "aria-label": _("Time")}
    return forms.SplitDateTimeWidget(
        date_attrs=day, time_attrs=time, date_format="%Y-%m-%d", time_format="%H:%M"
    )


class HoursForm(forms.Form):
    """When registration opens and closes, in the forum's own time."""

    opens_at = forms.SplitDateTimeField(
        label=_("Opens"), required=False, widget=moment_widget(), validators=[sensible]
    )
    closes_at = forms.SplitDateTimeField(
        label=_("Closes"), required=False, widget=moment_widget(), validators=[sensible]
    )
    confirm_by_hand = forms.BooleanField(
        label=_("Organisers confirm each registration"), required=False
    )


class LimitsForm(forms.Form):
    """Seats of the edition and of each category; an empty field is no limit."""

    capacity = forms.IntegerField(
        label=_("Seats in all"),
        required=False,
        min_value=0,
        max_value=MOST_SEATS,
        help_text=_("Empty: no limit."),
    )

    def __init__(self, *args: Any, categories: Sequence[Category], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.categories = categories
        for category in categories:
            self.fields[f"category_{category.pk}"] = forms.IntegerField(
                label=category.name,
                required=False,
                min_value=0,
                max_value=MOST_SEATS,
                initial=category.seats,
            )

    @property
    def category_seats(self) -> dict[int, int | None]:
        return {one.pk: self.cleaned_data[f"category_{one.pk}"] for one in self.categories}

    def category_fields(self) -> list[forms.BoundField]:
        return [self[f"category_{one.pk}"] for one in self.categories]


class CategoryForm(forms.Form):
    """A new category of participants."""

    name = forms.CharField(label=_("Category"), max_length=120)
    seats = forms.IntegerField(label=_("Seats"), required=False, min_value=0, max_value=MOST_SEATS)
    needs_invitation = forms.BooleanField(label=_("By personal invitation only"), required=False)
    from_municipality = forms.BooleanField(
        label=_("Its people come from a municipality and must name it"),
        required=False,
        initial=True,
    )


class QuestionForm(forms.Form):
    """A new question of the registration page."""

    topic = forms.ChoiceField(label=_("About what"), choices=QuestionTopic.choices)
    text = forms.CharField(label=_("Question"), max_length=300)
    choices = forms.CharField(
        label=_("Answers to choose from"),
        required=False,
        max_length=2000,
        widget=forms.Textarea,
        help_text=_("One a line; empty: people answer in their own words."),
    )
    required = forms.BooleanField(label=_("An answer is needed"), required=False)

    def clean_choices(self) -> list[str]:
        text: str = self.cleaned_data["choices"]
        answers = [line.strip() for line in text.splitlines() if line.strip()]
        if any(len(one) > LONGEST_ANSWER for one in answers):
            raise forms.ValidationError(
                _("An answer to choose from has at most %(most)s signs. Shorten it."),
                params={"most": LONGEST_ANSWER},
            )
        return answers


class CategoryChoiceForm(forms.Form):
    """As whom people are invited."""

    category = forms.ModelChoiceField(
        label=_("Category"), queryset=Category.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["category"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Category.objects.filter(edition=edition)


class InvitationForm(CategoryChoiceForm):
    """Whom to invite, in words, and as whom."""

    person = PersonField(label=_("Whom to invite"), help_text=_("Surname and name."))
    field_order = ("person", "category")

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, PersonField)
        field.people = people


class ListForm(forms.Form):
    """A list of participants and the grounds on which they are entered."""

    file = forms.FileField(label=_("List (XLSX or CSV)"))
    basis = forms.CharField(
        label=_("Basis of the people's consent"),
        max_length=300,
        help_text=_("For example: signed forms kept by the administration, letter № 12."),
    )

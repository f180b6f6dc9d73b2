"""The registration page as a form: who, from where, as whom, what is needed, what is agreed to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rost.directory.forms.consents import add_consent_fields, consents_given
from rost.directory.forms.places import PlaceField
from rost.directory.models import ConsentText, Municipality, Person, Purpose
from rost.forum.actions.proxies import Entry
from rost.forum.actions.registration import Names
from rost.forum.models import Edition, Question
from rost.forum.queries.registration import categories_once

ANSWER_SIGNS = 500
PHONE_SIGNS = frozenset("+()- 0123456789")
CONSENTS = (Purpose.PARTICIPATION, Purpose.MAILING, Purpose.PHOTO_VIDEO)


class ParticipantForm(forms.Form):
    """What is asked of every participant, whoever fills it in.

    `within` are codes of territories that the municipality must lie in; none are no bounds.
    """

    surname = forms.CharField(label=_("Surname"), max_length=120)
    given_name = forms.CharField(label=_("Given name"), max_length=120)
    patronymic = forms.CharField(label=_("Patronymic"), max_length=120, required=False)
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=20,
        help_text=_("The organisers call it only if something changes at the last hour."),
    )
    place = PlaceField(
        label=_("Municipality"),
        required=False,
        help_text=_("Its name and district, for example: Аскаровский, Абзелиловский район"),
    )
    post = forms.CharField(
        label=_("Post"), max_length=300, required=False, help_text=_("As on the badge.")
    )
    category = forms.TypedChoiceField(
        label=_("Takes part as"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the lines."),
            "invalid_choice": _("Choose one of the lines."),
        },
    )

    def __init__(
        self,
        *args: Any,
        edition: Edition,
        categories: Iterable[int],
        questions: Sequence[Question],
        day: date,
        within: tuple[str, ...] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        self.offered = list(categories)
        field = self.fields["category"]
        assert isinstance(field, forms.TypedChoiceField)
        known = {one.pk: one for one in categories_once(edition) if one.pk in self.offered}
        field.choices = [(str(number), one.name) for number, one in known.items()]
        field.coerce = lambda number: known[int(number)]
        if not self.offered:
            field.widget = forms.HiddenInput()  # instead of an empty choice
        for question in questions:
            self.fields[f"question_{question.pk}"] = question_field(question)
        place = self.fields["place"]
        assert isinstance(place, PlaceField)
        place.day, place.within = day, within

    def clean_phone(self) -> str:
        phone: str = " ".join(self.cleaned_data["phone"].split())
        if phone and (
            not PHONE_SIGNS.issuperset(phone) or sum(sign.isdigit() for sign in phone) < 6
        ):
            raise forms.ValidationError(
                _("This is not a telephone number: write digits, for example +7 347 200-00-00.")
            )
        return phone

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        category = data.get("category")
        if "place" in data and data["place"] is None and category and category.from_municipality:
            self.add_error("place", _("Name the municipality: seats are counted by district."))
        return data

    @property
    def answers(self) -> dict[str, str]:
        return answers_given(self, self.questions)

    @property
    def names(self) -> Names:
        data = self.cleaned_data
        return Names(data["surname"], data["given_name"], data["patronymic"], data["phone"])

    def question_fields(self) -> list[forms.BoundField]:
        return [self[f"question_{one.pk}"] for one in self.questions]


class AnswersForm(forms.Form):
    """What can be corrected after registering: the post and the answers."""

    post = forms.CharField(
        label=_("Post"), max_length=300, required=False, help_text=_("As on the badge.")
    )

    def __init__(self, *args: Any, questions: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for question in questions:
            self.fields[f"question_{question.pk}"] = question_field(question)

    @property
    def answers(self) -> dict[str, str]:
        return answers_given(self, self.questions)


def answers_given(form: forms.Form, questions: Sequence[Question]) -> dict[str, str]:
    """What was answered, by the number of the question; unanswered ones are left out."""
    given = {str(one.pk): form.cleaned_data[f"question_{one.pk}"] for one in questions}
    return {number: text for number, text in given.items() if text}


def question_field(question: Question) -> forms.Field:
    if not question.choices:
        return forms.CharField(
            label=question.text, max_length=ANSWER_SIGNS, required=question.required
        )
    options: list[tuple[str, Any]] = [(one, one) for one in question.choices]
    options.insert(0, ("", _("Choose…") if question.required else _("Does not matter")))
    return forms.ChoiceField(label=question.text, choices=options, required=question.required)


class RegistrationForm(ParticipantForm):
    """One's own registration; a stranger's waits until they have signed in."""

    def __init__(self, *args: Any, person: Person | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].label = _("I take part as")
        add_consent_fields(self, CONSENTS, required=(Purpose.PARTICIPATION,), person=person)

    @property
    def consents(self) -> list[ConsentText]:
        return consents_given(self)

    def consent_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("consent_")]


class ProxyForm(ParticipantForm):
    """Registering somebody else: who it is, and on what grounds."""

    email = forms.EmailField(
        label=_("E-mail"), required=False, help_text=_("The answer and the changes go there.")
    )
    basis = forms.CharField(
        label=_("Basis of the person's consent"),
        max_length=300,
        help_text=_("For example: a call on 20 January, a signed form № 7, a letter of the head."),
    )

    def __init__(self, *args: Any, must_name_place: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].required = False
        self.fields["place"].required = must_name_place  # curators act in their territory only

    @property
    def entry(self) -> Entry:
        data = self.cleaned_data
        return Entry(
            surname=data["surname"],
            given_name=data["given_name"],
            patronymic=data["patronymic"],
            email=data["email"],
            phone=data["phone"],
            post=data["post"],
        )


def initial_of(
    person: Person, *, place: Municipality | None, post: str, category: int | None
) -> Mapping[str, Any]:
    """What is known already and need not be typed."""
    return {
        "surname": person.surname,
        "given_name": person.given_name,
        "patronymic": person.patronymic,
        "phone": person.phone,
        "place": place,
        "post": post,
        "category": category,
    }

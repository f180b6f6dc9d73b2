"""Forms of the moderator's desk."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.directory.models import Person
from rost.forum.forms.desk.fields import date_field, moment_field
from rost.live.actions.polls.keeping import LONGEST_TEXT, WITH_OPTIONS
from rost.live.models import Floor, HallQuestion, HallRules, Naming, Poll, PollKind
from rost.live.rules.polls import MOST_OPTIONS
from rost.live.rules.texts import LONGEST_NAME, LONGEST_QUESTION


class HallRulesForm(forms.Form):
    opens_before = forms.IntegerField(
        label=_("The hall opens, minutes before the session"), min_value=0, max_value=600
    )
    closes_after = forms.IntegerField(
        label=_("The hall closes, minutes after the session"), min_value=0, max_value=6000
    )
    naming = forms.ChoiceField(
        label=_("Names under questions"), choices=Naming.choices, widget=forms.RadioSelect
    )
    moderated = forms.BooleanField(
        label=_("A question is shown once the moderator lets it"), required=False
    )
    takes_questions = forms.BooleanField(label=_("Questions are taken"), required=False)

    @classmethod
    def of(cls, rules: HallRules, data: Any) -> HallRulesForm:
        return cls(data, initial={name: getattr(rules, name) for name in cls.base_fields})


class FloorForm(forms.Form):
    is_on = forms.BooleanField(label=_("The hall has its page"), required=False)
    takes_questions = forms.BooleanField(label=_("Questions are taken"), required=False)
    moderated = forms.BooleanField(
        label=_("A question is shown once the moderator lets it"), required=False
    )
    naming = forms.ChoiceField(
        label=_("Names under questions"), choices=Naming.choices, widget=forms.RadioSelect
    )
    people = forms.IntegerField(
        label=_("People in the hall"),
        min_value=1,
        max_value=100_000,
        required=False,
        help_text=_(
            "Empty: as many as the hall seats. Votes of the hall's own line count up to it."
        ),
    )
    opens_at = moment_field(
        pgettext_lazy("hall", "Opens"),
        required=False,
        help_text=_("Empty: by the programme and the rules of the forum"),
    )
    closes_at = moment_field(
        pgettext_lazy("hall", "Closes"),
        required=False,
        help_text=_("Empty: by the programme and the rules of the forum"),
    )

    @classmethod
    def of(cls, floor: Floor, data: Any) -> FloorForm:
        return cls(data, initial={name: getattr(floor, name) for name in cls.base_fields})


class HidingForm(forms.Form):
    why = forms.CharField(label=_("Why it is hidden"), max_length=300)


class RedactionForm(forms.Form):
    text = forms.CharField(
        label=_("The question"),
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    name = forms.CharField(label=_("The name under it"), max_length=LONGEST_NAME, required=False)


class WritingForm(forms.Form):
    owner = forms.ModelChoiceField(label=_("Who answers"), queryset=Person.objects.none())
    due_on = date_field(_("By when"))

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["owner"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Person.objects.filter(pk__in=[one.pk for one in people])
        field.choices = [(one.pk, one.full_name) for one in people]  # in their order

    @staticmethod
    def initial_of(question: HallQuestion, people: list[Person], usual: date) -> dict[str, Any]:
        owner = question.owner or next(iter(people), None)
        return {"owner": owner.pk if owner else None, "due_on": question.due_on or usual}


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("Your answer"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Everybody will read it on the page of the session."),
    )


class PollForm(forms.Form):
    text = forms.CharField(label=_("What is asked"), max_length=LONGEST_TEXT)
    kind = forms.ChoiceField(
        label=_("How it is answered"), choices=PollKind.choices, widget=forms.RadioSelect
    )
    options = forms.CharField(
        label=_("Options, one on each line"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Only where one or several are chosen; two to twelve"),
    )
    most = forms.IntegerField(
        label=_("How many may be chosen"),
        min_value=1,
        max_value=MOST_OPTIONS,
        required=False,
        help_text=_("Only where several are chosen"),
    )
    results_at_once = forms.BooleanField(
        label=_("Everybody sees the results while it is open"), required=False
    )

    @classmethod
    def of(cls, poll: Poll | None, data: Any) -> PollForm:
        if poll is None:
            return cls(data, initial={"kind": PollKind.ONE, "results_at_once": True})
        known = {
            "text": poll.text,
            "kind": poll.kind,
            "options": "\n".join(poll.options),
            "most": poll.most,
            "results_at_once": poll.results_at_once,
        }
        return cls(data, initial=known)

    @property
    def facts(self) -> dict[str, Any]:
        found = self.cleaned_data
        options = found["options"].splitlines() if found["kind"] in WITH_OPTIONS else []
        return found | {"options": options, "most": found["most"] or len(options) or 1}

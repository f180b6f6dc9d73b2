"""What a reviewer sends: the checklist, remarks by field, a decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.catalogue.messages import FIELD_NAMES
from rost.directory.models import Person
from rost.library.actions.reviews import Written
from rost.library.models import Decision, Evidence, Review
from rost.library.rules.review import (
    LONGEST_BASIS,
    LONGEST_NOTE,
    LONGEST_REASON,
    LONGEST_REMARK,
    LONGEST_REMARKS,
    NO,
    UNFIT,
    YES,
    Question,
)

ANSWERS = (
    (YES, pgettext_lazy("answer", "Yes")),
    (NO, pgettext_lazy("answer", "No")),
    (UNFIT, pgettext_lazy("answer", "Does not apply")),
)
DECISIONS = {
    Decision.PUBLISHED: _("Into the library: everybody will read it"),
    Decision.CONFIRMED: _("It still holds: the seal is given anew"),
    Decision.RETURNED: _("Return to the authors with remarks"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it is drawn."""

    question: Question
    text: str
    hint: str
    answer: BoundField
    note: BoundField


class ReviewForm(forms.Form):
    """A draft may lack anything; what a decision needs, the action says."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    evidence = forms.ChoiceField(
        label=_("Evidence of the result"), required=False, widget=forms.RadioSelect
    )
    review_by = forms.DateField(
        label=_("Look again by"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Empty: two months before the seal ends."),
    )
    remarks = forms.CharField(
        label=_("To the authors"),
        required=False,
        max_length=LONGEST_REMARKS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What is good and what is to be mended. To return, it is required."),
    )
    decision = forms.ChoiceField(label=_("Decision"), required=False, widget=forms.RadioSelect)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        review: Review,
        questions: Sequence[Question],
        levels: Sequence[str],
        decisions: Sequence[Decision],
        saving: int,
        language: str,
    ) -> None:
        self.questions, self.language = questions, language
        super().__init__(data, initial=known_of(review, saving))
        for one in questions:
            self.fields[f"answer_{one.key}"] = forms.ChoiceField(
                label=one.text(language),
                choices=ANSWERS,
                required=False,
                widget=forms.RadioSelect,
            )
            self.fields[f"note_{one.key}"] = forms.CharField(
                label=_("Note"), required=False, max_length=LONGEST_NOTE
            )
        for name, title in FIELD_NAMES.items():
            self.fields[f"field_{name}"] = forms.CharField(
                label=_("Remark about «%(field)s»") % {"field": title},
                required=False,
                max_length=LONGEST_REMARK,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        self.choose("evidence", [(one, Evidence(one).label) for one in levels])
        self.choose("decision", [(one.value, DECISIONS[one]) for one in decisions])

    def choose(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def asked(self) -> list[Asked]:
        return [
            Asked(
                one,
                one.text(self.language),
                one.hint(self.language),
                self[f"answer_{one.key}"],
                self[f"note_{one.key}"],
            )
            for one in self.questions
        ]

    @property
    def written(self) -> Written:
        """Whatever can be kept, also of a form with a mistake in it."""
        data = self.cleaned_data
        return Written(
            checklist={
                one.key: {
                    "answer": data.get(f"answer_{one.key}", ""),
                    "note": data.get(f"note_{one.key}", ""),
                }
                for one in self.questions
            },
            remarks=data.get("remarks", ""),
            by_field={name: data.get(f"field_{name}", "") for name in FIELD_NAMES},
            evidence=data.get("evidence", ""),
            review_by=data.get("review_by"),
        )


def known_of(review: Review, saving: int) -> dict[str, Any]:
    known: dict[str, Any] = {
        "seen": saving,
        "evidence": review.evidence,
        "review_by": review.review_by,
        "remarks": review.remarks,
    }
    for key, row in review.checklist.items():
        known |= {f"answer_{key}": row.get("answer"), f"note_{key}": row.get("note")}
    return known | {f"field_{name}": words for name, words in review.by_field.items()}


class ReviewerForm(forms.Form):
    """An editor gives the practice to somebody."""

    reviewer = forms.ChoiceField(label=_("Reviewer"))

    def __init__(self, data: Mapping[str, Any] | None = None, *, people: Sequence[Person]) -> None:
        super().__init__(data)
        self.people = {str(one.pk): one for one in people}
        field = self.fields["reviewer"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, one.full_name) for key, one in self.people.items()]

    @property
    def person(self) -> Person:
        return self.people[self.cleaned_data["reviewer"]]


class DeskFilterForm(forms.Form):
    district = forms.ChoiceField(label=_("District or okrug"), required=False)
    text = forms.CharField(
        label=_("Words of the title"), required=False, max_length=100, widget=forms.SearchInput
    )
    overdue = forms.BooleanField(label=_("Only over the term"), required=False)

    def __init__(
        self, data: Mapping[str, Any] | None, *, districts: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(data)
        field = self.fields["district"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("All")), *districts]


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody reads it: no names and nothing personal."),
    )
    basis = forms.CharField(
        label=_("Basis"),
        max_length=LONGEST_BASIS,
        help_text=_("A document, a rule of the library, a complaint with its number."),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, by_author: bool) -> None:
        super().__init__(data)
        if by_author:
            del self.fields["basis"]

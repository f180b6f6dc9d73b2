"""What reviewers and organisers send."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.forum.models import Advice, ConflictKind, ProjectState
from rost.forum.rules.committee import Criterion

LONGEST = 4000
OUTCOMES = (
    (ProjectState.ACCEPTED.value, pgettext_lazy("decision", "Accept")),
    (ProjectState.RESERVE.value, pgettext_lazy("decision", "Keep in reserve")),
    (ProjectState.DECLINED.value, pgettext_lazy("decision", "Decline")),
)


class ConflictForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What kind of conflict"), choices=ConflictKind, widget=forms.RadioSelect
    )
    words = forms.CharField(label=_("In a few words"), max_length=500, required=False)


class ReviewForm(forms.Form):
    """A whole mark for each criterion, advice, words; a draft may lack any of them."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        criteria: Sequence[Criterion],
        language: str,
        **known: Any,
    ) -> None:
        super().__init__(data, **known)
        self.criteria = criteria
        for number, one in enumerate(criteria):
            self.fields[f"mark_{number}"] = forms.IntegerField(
                label=_("%(name)s, from 0 to %(most)s")
                % {"name": one.name(language), "most": one.most},
                help_text=one.explanation,
                min_value=0,
                max_value=one.most,
                required=False,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )
        self.fields["advice"] = forms.ChoiceField(
            label=_("Your advice"), choices=Advice, required=False, widget=forms.RadioSelect
        )
        self.fields["to_author"] = forms.CharField(
            label=_("To the author"),
            help_text=_("What is good and what to mend. Shown after the decision, without a name."),
            widget=forms.Textarea(attrs={"rows": 4}),
            max_length=LONGEST,
            required=False,
        )
        self.fields["to_committee"] = forms.CharField(
            label=_("To the committee"),
            help_text=_("Organisers read it, and reviewers who have sent their marks."),
            widget=forms.Textarea(attrs={"rows": 3}),
            max_length=LONGEST,
            required=False,
        )

    @property
    def marks(self) -> dict[str, int]:
        found = {
            one.key: self.cleaned_data.get(f"mark_{number}")
            for number, one in enumerate(self.criteria)
        }
        return {key: mark for key, mark in found.items() if mark is not None}


def review_initial(
    marks: Mapping[str, int], criteria: Sequence[Criterion], words: Mapping[str, str]
) -> dict[str, Any]:
    known = {f"mark_{n}": marks.get(one.key) for n, one in enumerate(criteria)}
    return {**known, **words}


class DecisionForm(forms.Form):
    state = forms.ChoiceField(label=_("Decision"), choices=OUTCOMES, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason for the author"),
        help_text=_("The author reads it. To decline, it is required."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        required=False,
    )


class StageForm(forms.Form):
    """How accepted projects go on the stage: a session each, or slots of one."""

    title = forms.CharField(label=_("Title of the session"), max_length=300, required=False)
    minutes = forms.IntegerField(label=_("Minutes for each"), min_value=1, max_value=240)

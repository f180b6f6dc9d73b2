"""Levels of the rules, a choice each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from rost.core.programme.findings import LEVELS, Level, Rule
from rost.forum.messages.findings import LEVEL_NAMES, RULE_NAMES
from rost.forum.rules.programme import CHANGEABLE_RULES

CHOICES = [(str(level), LEVEL_NAMES[level]) for level in Level]


class LevelsForm(forms.Form):
    def __init__(self, *args: Any, levels: Mapping[Rule, Level] = LEVELS, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for rule in CHANGEABLE_RULES:
            self.fields[str(rule)] = forms.ChoiceField(
                label=RULE_NAMES[rule], choices=CHOICES, initial=str(levels[rule])
            )

    def levels(self) -> dict[Rule, Level]:
        return {rule: Level(self.cleaned_data[str(rule)]) for rule in CHANGEABLE_RULES}

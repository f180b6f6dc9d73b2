"""By what places are compared: themes, the weight of each factor, among whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rost.core.similarity import Factor
from rost.directory.queries.indicators.figures import NEARBY, Figures
from rost.directory.queries.indicators.wording import THEMES

KIND, ALL = "kind", "all"
WEIGHTS = (0, 1, 2, 4)  # not counted, as usual, more, most of all
EVERYTHING = "everything"
PRESETS = (EVERYTHING, *THEMES)
NEIGHBOURS = NEARBY.code


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader has chosen; `weights` holds only the factors that differ from the theme's."""

    theme: str = EVERYTHING
    weights: tuple[tuple[str, int], ...] = ()
    among: str = KIND

    def weight_of(self, factor: Factor) -> float:
        """Weights of a factor of another theme than the chosen one begin at nothing."""
        told = dict(self.weights).get(factor.code)
        if told is not None:
            return float(told)
        return factor.weight if self.theme in (EVERYTHING, factor.theme) else 0.0


def choice_of(asked: Mapping[str, str], figures: Figures) -> Choice:
    """What an address says; what makes no sense in it is passed over."""
    theme = asked.get("theme", "")
    chosen = Choice(theme=theme if theme in PRESETS else EVERYTHING)
    weights = tuple(
        (one.code, weight)
        for one in figures.factors
        if (weight := _weight(asked.get(one.code, ""))) is not None
        and weight != chosen.weight_of(one)
    )
    among = ALL if asked.get("among") == ALL else KIND
    return Choice(chosen.theme, weights, among)


def _weight(text: str) -> int | None:
    """A weight of the list, as one digit."""
    return int(text) if text in {str(one) for one in WEIGHTS} else None


def weighed(figures: Figures, choice: Choice) -> tuple[Factor, ...]:
    """Every factor with the weight that the reader chose."""
    return figures.weighed({one.code: choice.weight_of(one) for one in figures.factors})


def mapped(weights: Mapping[str, float] | None, figures: Figures) -> tuple[Factor, ...]:
    """Weights given by another room: what is not named keeps its own."""
    return figures.weighed(weights or {})

"""Questions to a place about itself, and the names that files give our indicators."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rost.directory.models import FormerValue, Indicator, IndicatorValue, Shape
from rost.directory.queries.indicators import ProfilePage
from rost.directory.queries.indicators.wording import UNIT_NAMES, figure_text, name_of

YES, NO = "1", "0"
MOST = {"percent": 100, "km": 3000, "count": 10_000, "head": 1_000_000}
MOST_OF_ALL = 1_000_000_000
LONGEST = 20
# What a file and the statistics count for the whole place, though it is compared per head.
WHOLE = {
    "own_revenue": _("Own revenue of the budget in a year"),
    "budget": _("Spending of the budget in a year"),
    "livestock": _("Cattle in the whole place"),
}


class FigureField(forms.CharField):
    """A number as people write it: spaces between thousands, a comma or a point."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        self.most = most
        super().__init__(max_length=LONGEST, **kwargs)
        self.widget.attrs["inputmode"] = "decimal"

    def clean(self, value: Any) -> Any:
        text = "".join(super().clean(value).split()).replace(",", ".")
        if not text:
            return None
        try:
            number = Decimal(text)
        except ArithmeticError as wrong:
            raise ValidationError(_("Write a number, such as 34 or 12,5.")) from wrong
        if not number.is_finite() or number < 0:
            raise ValidationError(_("Write a number, such as 34 or 12,5."))
        if number > self.most:
            raise ValidationError(
                _("More than %(most)s cannot be: check the number and its unit.")
                % {"most": self.most}
            )
        return float(number)


class ProfileForm(forms.Form):
    """One question an indicator; an empty answer means «not known»."""

    def __init__(self, *args: Any, page: ProfilePage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page
        for one in page.indicators:
            self.fields[one.code] = self._question(one)
            declared = page.declared.get(one.code)
            if declared is not None:
                self.initial[one.code] = _as_typed(one, declared.value)

    def _question(self, indicator: Indicator) -> forms.Field:
        label = WHOLE.get(indicator.code) or name_of(indicator)
        told = self.page.statistics.get(indicator.code)
        help_text = _said(indicator, told) if told else ""
        if indicator.shape == Shape.YES_NO:
            return forms.ChoiceField(
                label=label,
                required=False,
                choices=(("", _("not known")), (YES, _("Yes")), (NO, _("No"))),
                help_text=help_text,
            )
        unit = UNIT_NAMES.get(indicator.unit, "")
        return FigureField(
            label=_("%(name)s, %(unit)s") % {"name": label, "unit": unit} if unit else label,
            required=False,
            most=MOST.get(indicator.unit, MOST_OF_ALL),
            help_text=help_text,
        )

    def values(self) -> dict[str, float | None]:
        """What was answered, by the code of the indicator."""
        return {code: _as_value(told) for code, told in self.cleaned_data.items()}

    def past(self) -> Iterator[tuple[FormerValue, str, str]]:
        """Earlier answers with names of what they are about."""
        for one in self.page.past:
            yield one, name_of(one.indicator), figure_text(one.indicator, one.value)


def _as_typed(indicator: Indicator, value: float) -> str:
    if indicator.shape == Shape.YES_NO:
        return YES if value >= 0.5 else NO
    return f"{value:.10g}".replace(".", ",")


def _as_value(told: Any) -> float | None:
    return float(told) if told not in ("", None) else None


def _said(indicator: Indicator, told: IndicatorValue) -> Any:
    return _("Statistics say: %(figure)s, %(year)s. They count before what you write.") % {
        "figure": figure_text(indicator, told.value),
        "year": told.year,
    }


class CodeForm(forms.Form):
    """What a file calls one of our indicators."""

    code = forms.CharField(
        label=_("Code or name in the file"),
        max_length=300,
        help_text=_("As it stands in the file; letters, spaces and signs may differ"),
    )
    indicator = forms.ModelChoiceField(
        label=_("Our indicator"), queryset=Indicator.objects.none(), to_field_name="code"
    )
    source = forms.CharField(label=_("Whose name it is"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["indicator"]
        field.queryset = Indicator.objects.all()
        field.label_from_instance = name_of

"""Fields of a passport. None of them cuts what is typed: too long a text comes back whole."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from rost.core.passport import MOST_KOPECKS

SPACES = re.compile(r"[\s\u00a0\u202f]+")
AMOUNT = re.compile(r"\d+(\.\d{1,2})?", re.ASCII)


class TextField(forms.CharField):
    """Without `maxlength` in the page, where browsers would cut a pasted text in silence."""

    def __init__(self, *, most: int, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(**options)
        self.validators.append(MaxLengthValidator(most))

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


def long_text(*, most: int, rows: int = 5, **options: Any) -> TextField:
    return TextField(most=most, widget=forms.Textarea(attrs={"rows": rows}), **options)


class MoneyField(forms.CharField):
    """Roubles as people write them, «12 000,50»; its value is whole kopecks, None when empty."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(**options)
        self.widget.attrs.update({"inputmode": "decimal", "autocomplete": "off"})

    def clean(self, value: Any) -> Any:
        text = SPACES.sub("", super().clean(value)).replace(",", ".")
        if not text:
            return None
        try:
            kopecks = int(Decimal(text) * 100) if AMOUNT.fullmatch(text) else -1
        except InvalidOperation:
            kopecks = -1
        if not 0 <= kopecks <= MOST_KOPECKS:
            raise ValidationError(
                _("Write the sum in roubles, for example 12 000,50, not below zero.")
            )
        return kopecks


def amount_text(kopecks: int) -> str:
    """«12000,50» as it is typed; whole roubles without kopecks."""
    roubles, rest = divmod(kopecks, 100)
    return f"{roubles},{rest:02}" if rest else str(roubles)

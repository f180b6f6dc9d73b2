"""Sending a list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _


class ListFile(forms.FileField):
    """A file with a list, no larger than a list may be."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("File"))
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = ".xlsx,.csv,.txt"

    def clean(self, data: Any, initial: Any = None) -> Any:
        sent = super().clean(data, initial)
        if isinstance(sent, UploadedFile) and (sent.size or 0) > settings.UPLOAD_LIMIT:
            raise ValidationError(_("The file is too large: split it into several."))
        return sent


class RegisterListForm(forms.Form):
    """The classifier, figures of a census or of statistics, where centres lie."""

    CLASSIFIER, POPULATIONS = "classifier", "populations"
    INDICATORS, LOCATIONS = "indicators", "locations"
    kind = forms.ChoiceField(
        label=_("What is in the file"),
        choices=(
            (CLASSIFIER, _("Municipalities: the official classifier")),
            (POPULATIONS, _("Population: a census or statistics")),
            (INDICATORS, _("Indicators: figures of places by years")),
            (LOCATIONS, _("Coordinates of centres")),
        ),
        widget=forms.RadioSelect,
    )
    file = ListFile()
    source = forms.CharField(
        label=_("Source"),
        max_length=100,
        help_text=_("Who published the list and as of which day; it will stand under the figures"),
    )
    year = forms.IntegerField(
        label=_("Year"),
        required=False,
        min_value=1897,
        max_value=2100,
        help_text=_("For figures whose list names no year"),
    )

"""A day of the forum and its hours."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import date_field, time_field


class DayForm(forms.Form):
    date = date_field(_("Day"))
    opens = time_field(_("Begins at"))
    closes = time_field(
        _("Ends at"), help_text=_("A time up to 6:00 means the night after this day")
    )

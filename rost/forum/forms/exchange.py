"""Sending a programme file of another system."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _


class ScheduleFile(forms.FileField):
    def clean(self, data: Any, initial: Any = None) -> Any:
        sent = super().clean(data, initial)
        if isinstance(sent, UploadedFile) and (sent.size or 0) > settings.UPLOAD_LIMIT:
            raise ValidationError(_("The file is too large for a programme. Nothing was changed."))
        return sent


class ScheduleForm(forms.Form):
    file = ScheduleFile(
        label=_("Programme file"),
        help_text=_("The file schedule.xml or schedule.json that conference systems give"),
        error_messages={"empty": _("The file is empty. Nothing was changed.")},
        widget=forms.ClearableFileInput(attrs={"accept": ".xml,.json"}),
    )

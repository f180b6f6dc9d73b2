"""Small forms around a practice: photographs, a file, what changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files import File
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.core.files import ENDINGS


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """One or several at once; the value is always a list."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        several = data if isinstance(data, list | tuple) else [data]
        clean = super().clean
        return [clean(one, initial) for one in several if one or self.required]


class PhotosForm(forms.Form):
    photos = PhotosField(
        label=_("Photographs"),
        widget=SeveralFiles(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        error_messages={"required": _("Choose at least one photograph.")},
    )
    agreed = forms.BooleanField(
        label=_("People who can be recognised on them have agreed to be shown"),
        help_text=_(
            "Ask adults, and parents of children. Crowds and public events need no agreement."
        ),
        error_messages={
            "required": _(
                "Ask the people on the photographs first, or choose others. Nothing was added."
            )
        },
    )

    @property
    def chosen(self) -> list[File[bytes]]:
        found: list[File[bytes]] = self.cleaned_data["photos"]
        return found


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("File"), widget=forms.ClearableFileInput(attrs={"accept": ",".join(ENDINGS)})
    )
    title = forms.CharField(
        label=pgettext_lazy("file", "What it is"), max_length=300, required=False
    )


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_("What has changed since the version in the library"),
        max_length=300,
        required=False,
        help_text=_("One sentence for the list of versions."),
    )

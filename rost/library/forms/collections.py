"""Sending a collection of practices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.directory.forms.imports import ListFile
from rost.library.queries.exchange.known import NEW, SKIP, UPDATE

WAYS = {
    NEW: pgettext_lazy("collection", "as a new one"),
    UPDATE: pgettext_lazy("collection", "write over my draft"),
    SKIP: pgettext_lazy("collection", "leave out"),
}


class CollectionForm(forms.Form):
    file = ListFile(
        help_text=_("A workbook (xlsx), a list (csv), or an archive (zip) with DOCX passports.")
    )

    def __init__(self, *args: Any, **known: Any) -> None:
        super().__init__(*args, **known)
        self.fields["file"].widget.attrs["accept"] = ".xlsx,.csv,.txt,.zip,.docx"


def ways_chosen(data: Mapping[str, Any], count: int) -> dict[int, str]:
    """The way of each row by its position; what is no way is left to the rule of the row."""
    found = {}
    for position in range(count):
        way = data.get(f"way-{position}")
        if way in WAYS:
            found[position] = str(way)
    return found

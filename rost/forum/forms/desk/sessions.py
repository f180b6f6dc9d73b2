"""A session and its materials."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rost.forum.models import Edition, Track
from rost.forum.models.programme import Form, State

from .edition import FileOrLinkForm

LANGUAGES = (("ru", _("Russian")), ("ba", _("Bashkir")), ("en", _("English")))


class SessionForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=300)
    form = forms.ChoiceField(label=_("Form"), choices=Form.choices)
    track = forms.ModelChoiceField(
        label=_("Track"), queryset=Track.objects.none(), required=False, empty_label=_("No track")
    )
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=24 * 60, initial=60)
    state = forms.ChoiceField(label=_("State"), choices=State.choices, initial=State.ACCEPTED)
    abstract = forms.CharField(
        label=_("Description"), required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    seats = forms.IntegerField(
        label=_("Own limit of seats"),
        min_value=1,
        max_value=100_000,
        required=False,
        help_text=_("Empty: as many as the hall or the bus has"),
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, initial="ru")
    broadcast_url = forms.URLField(label=_("Broadcast link"), required=False, assume_scheme="https")
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    guid = forms.UUIDField(required=False, widget=forms.HiddenInput)  # of a new one

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tracks = self.fields["track"]
        assert isinstance(tracks, forms.ModelChoiceField)
        tracks.queryset = Track.objects.filter(edition=edition)


class MaterialForm(FileOrLinkForm):
    """A presentation, a text, a recording."""

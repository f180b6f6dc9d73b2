"""Small forms around a project: a co-author, a file, a reason."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.core.files import ENDINGS
from rost.forum.actions.call.sending import LONGEST_REASON


class CoAuthorForm(forms.Form):
    name = forms.CharField(label=_("Full name"), max_length=200)
    post = forms.CharField(label=_("Post"), max_length=300, required=False)
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("A letter with a link goes there; the address is not kept."),
    )


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("File"), widget=forms.ClearableFileInput(attrs={"accept": ",".join(ENDINGS)})
    )
    title = forms.CharField(
        label=pgettext_lazy("file", "What it is"), max_length=300, required=False
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The organisers read it."),
    )

"""Approving the draft."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ApprovalForm(forms.Form):
    note = forms.CharField(label=_("What is new, in a few words"), max_length=300, required=False)
    seen = forms.CharField(widget=forms.HiddenInput)

"""Boxes of consent: one a purpose, never ticked beforehand, each beside the text it agrees to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rost.directory.models import ConsentText, Person, Purpose
from rost.directory.queries.consents import current_texts, purposes_in_force

AGREEMENTS: dict[str, Any] = {
    Purpose.PARTICIPATION: _("I agree that my data are processed so that I can take part"),
    Purpose.MAILING: _("I agree to get news and invitations"),
    Purpose.PHOTO_VIDEO: _("I agree to be photographed and filmed at events"),
}


def add_consent_fields(
    form: forms.BaseForm,
    purposes: Sequence[str],
    *,
    required: Collection[str] = (),
    person: Person | None = None,
) -> None:
    """Add a box for each purpose that the person has not agreed to yet.

    Purposes whose text does not exist get no box: there is nothing to agree to.
    """
    given = purposes_in_force(person) if person is not None else set()
    texts = current_texts(purposes, get_language() or "ru")
    for purpose in purposes:
        text = texts.get(purpose)
        if purpose in given or text is None:
            continue
        field = forms.BooleanField(
            label=AGREEMENTS[purpose],
            required=purpose in required,
            initial=False,
            help_text=format_html(
                '<a href="{}" target="_blank">{}</a>', text_url(text), _("Read the text")
            ),
            error_messages={"required": _("Without this consent the form cannot be accepted.")},
        )
        field.consent_text = text  # type: ignore[attr-defined]
        form.fields[f"consent_{purpose}"] = field


def consents_given(form: forms.BaseForm) -> list[ConsentText]:
    """The texts whose boxes were ticked; each is for one `give_consent`."""
    return [
        field.consent_text
        for name, field in form.fields.items()
        if hasattr(field, "consent_text") and form.cleaned_data.get(name)
    ]


class ConsentFields(forms.Form):
    """The boxes as a form of its own, to stand beside another one inside the same <form>."""

    def __init__(
        self,
        *args: object,
        purposes: Sequence[str] = (Purpose.PARTICIPATION, Purpose.MAILING, Purpose.PHOTO_VIDEO),
        required: Collection[str] = (Purpose.PARTICIPATION,),
        person: Person | None = None,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        add_consent_fields(self, purposes, required=required, person=person)

    @property
    def given(self) -> list[ConsentText]:
        return consents_given(self)


def text_url(text: ConsentText) -> str:
    return reverse("directory:consent_text", args=[text.purpose, text.language, text.version])

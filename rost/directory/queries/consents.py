"""Reads of consents and of the texts people agree to."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Consent, ConsentText, Person

# What may be shown to everyone, each by a consent of its own (152-FZ art. 10.1).
DISSEMINATED = {
    "name": _("Surname, given name, patronymic"),
    "post": _("Post and place of work"),
    "photo": _("Photograph"),
    "email": _("E-mail address"),
    "phone": _("Telephone"),
}


def current_text(purpose: str, language: str) -> ConsentText | None:
    """The newest text in this language; in Russian where there is none."""
    for wanted in (language, "ru"):
        text = ConsentText.objects.filter(purpose=purpose, language=wanted).first()
        if text is not None:
            return text
    return None


def consents_of(person: Person) -> QuerySet[Consent]:
    """All consents of the person, withdrawn ones too, the newest first."""
    return person.consents.select_related("text", "given_by").order_by("-given_at", "-id")


def purposes_in_force(person: Person) -> set[str]:
    return set(person.consents.filter(withdrawn_at__isnull=True).values_list("purpose", flat=True))


def agreed(person: Person, purpose: str, field: str = "") -> bool:
    """Whether the person agrees to this now; for dissemination name the datum."""
    return person.consents.filter(purpose=purpose, field=field, withdrawn_at__isnull=True).exists()


def consent_for(person: Person, number: int) -> Consent | None:
    return person.consents.filter(pk=number).first()

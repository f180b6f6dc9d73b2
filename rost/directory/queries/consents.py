"""Reads of consents and of the texts people agree to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Consent, ConsentText, Person, Purpose

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
    return current_texts((purpose,), language).get(purpose)


def current_texts(purposes: Collection[str], language: str) -> dict[str, ConsentText]:
    """The same for several purposes; one query. Purposes without a text are left out."""
    rows = ConsentText.objects.filter(purpose__in=purposes, language__in={language, "ru"})
    newest: dict[tuple[str, str], ConsentText] = {}
    for row in rows:  # the newest first
        newest.setdefault((row.purpose, row.language), row)
    found = ((one, newest.get((one, language)) or newest.get((one, "ru"))) for one in purposes)
    return {purpose: text for purpose, text in found if text is not None}


def consents_of(person: Person) -> QuerySet[Consent]:
    """All consents of the person, withdrawn ones too, the newest first."""
    return person.consents.select_related("text", "given_by").order_by("-given_at", "-id")


def purposes_in_force(person: Person) -> set[str]:
    return set(person.consents.filter(withdrawn_at__isnull=True).values_list("purpose", flat=True))


def agreed(person: Person, purpose: str, field: str = "") -> bool:
    """Whether the person agrees to this now; for dissemination name the datum."""
    return person.consents.filter(purpose=purpose, field=field, withdrawn_at__isnull=True).exists()


def agreed_to_be_named() -> Q:
    """Condition on rows with a `person` who agreed to show everyone both the name and the post."""
    condition = Q()
    for field in ("name", "post"):
        consents = Consent.objects.filter(
            person=OuterRef("person"),
            purpose=Purpose.DISSEMINATION,
            field=field,
            withdrawn_at__isnull=True,
        )
        condition &= Q(Exists(consents))
    return condition


def consent_for(person: Person, number: int) -> Consent | None:
    return person.consents.filter(pk=number).first()


@dataclass(frozen=True, slots=True)
class Offer:
    """A consent that is given or may be given: its text now, and the one in force, if any."""

    purpose: Purpose
    field: str
    text: ConsentText
    in_force: Consent | None


def consent_offers(person: Person) -> list[Offer]:
    """Every purpose, and every datum for dissemination, that has a text."""
    given = {
        (one.purpose, one.field): one
        for one in person.consents.filter(withdrawn_at__isnull=True).select_related("text")
    }
    offers = []
    for purpose in Purpose:
        text = current_text(purpose, get_language() or "ru")
        fields = tuple(DISSEMINATED) if purpose == Purpose.DISSEMINATION else ("",)
        if text is not None:
            offers += [
                Offer(purpose, field, text, given.get((purpose.value, field))) for field in fields
            ]
    return offers


def text_of(purpose: str, language: str, version: int) -> ConsentText | None:
    return ConsentText.objects.filter(purpose=purpose, language=language, version=version).first()


def versions_of(purpose: str) -> QuerySet[ConsentText]:
    return ConsentText.objects.filter(purpose=purpose).order_by("-version", "language")

"""Giving and withdrawing consents: one purpose, one text, one moment."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Consent, ConsentText, Person, Purpose
from rost.ui.refusals import Refusal

SHIPPED = Path(__file__).resolve().parents[1] / "data"
SHIPPED_FROM = date(2020, 1, 1)  # before the first registration of the first forum


class BasisMissing(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Nothing was saved: a consent entered for somebody else needs its basis, for "
                "example a signed paper form or a recorded call, with its date."
            )
        )


class ConsentUnfit(Refusal):
    """The text is of another purpose, or dissemination does not name its one datum."""

    def __init__(self) -> None:
        super().__init__(
            _("Nothing was saved: the consent and its text are about different things.")
        )


@transaction.atomic
def give_consent(
    *,
    person: Person,
    purpose: Purpose | str,
    text: ConsentText,
    now: datetime,
    field: str = "",
    given_by: Person | None = None,
    basis: str = "",
) -> Consent:
    """Record the consent; an earlier one to another text ends, to the same text it stands."""
    if text.purpose != purpose or (purpose == Purpose.DISSEMINATION) != bool(field):
        raise ConsentUnfit
    if given_by is not None and given_by != person and not basis.strip():
        raise BasisMissing
    if given_by == person:
        given_by = None
    in_force = Consent.objects.select_for_update().filter(
        person=person, purpose=purpose, field=field, withdrawn_at__isnull=True
    )
    for earlier in in_force:
        if earlier.text_id == text.pk:
            return earlier
        withdraw_consent(consent=earlier, now=now)
    return Consent.objects.create(
        person=person,
        purpose=purpose,
        field=field,
        text=text,
        given_at=now,
        given_by=given_by,
        basis=basis.strip(),
    )


def load_consent_texts() -> int:
    """Add the shipped texts that are not there yet; a text once added is never changed."""
    added = 0
    for path in sorted(SHIPPED.glob("consent.*.txt")):
        _word, purpose, version, language, _ending = path.name.split(".")
        _text, new = ConsentText.objects.get_or_create(
            purpose=purpose,
            version=int(version),
            language=language,
            defaults={
                "body": path.read_text(encoding="utf-8").strip(),
                "valid_from": SHIPPED_FROM,
            },
        )
        added += new
    return added


def withdraw_consent(*, consent: Consent, now: datetime) -> Consent:
    """End the consent now; one withdrawn before keeps its first moment."""
    if consent.withdrawn_at is None:
        consent.withdrawn_at = max(now, consent.given_at)
        consent.save(update_fields=["withdrawn_at"])
    return consent

"""What a participant sees of their own presence: sessions, hours, the certificate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from rost.core.programme.model import Session
from rost.documents.models import Document
from rost.documents.queries.numbers import label_of
from rost.forum.models import Registration
from rost.forum.queries.attendance import presence_of, rules_row
from rost.forum.queries.published import published_of
from rost.forum.rules.certificates import Why, hours_text, refused

from .entitlement import KIND, about_of


@dataclass(frozen=True, slots=True)
class Own:
    """`came` is False while there is no mark; `number` and `code` are of a certificate in force."""

    came: bool
    sessions: tuple[Session, ...]  # those that count, in order of time
    hours: int
    hours_said: str  # «12 академических часов»
    least_hours: int
    why: Why | None
    number: str = ""
    code: str = ""


def own_of(registration: Registration, now: datetime, *, language: str) -> Own | None:
    """Four queries; None before the first day and while there is nothing to say."""
    edition = registration.edition
    zone = ZoneInfo(edition.timezone)
    if now.astimezone(zone).date() < edition.starts_on and not edition.is_demonstration:
        return None
    found = presence_of(edition, registration.pk).get(registration.pk)
    document = Document.objects.filter(
        kind=KIND, about=about_of(registration.pk), revoked_at__isnull=True
    ).first()
    if found is None and document is None:
        return None
    rules = rules_row(edition)
    published = published_of(edition)
    known = published.sessions if published and found else {}
    there = [known[code] for code in (found.sessions if found else ()) if code in known]
    hours = found.hours if found else 0
    return Own(
        came=found is not None,
        sessions=tuple(sorted(there, key=lambda one: (one.start or now, one.number))),
        hours=hours,
        hours_said=hours_text(hours, language, hour_minutes=rules.hour_minutes),
        least_hours=rules.least_hours,
        why=refused(
            status=registration.status,
            came=found is not None,
            hours=hours,
            least_hours=rules.least_hours,
        ),
        number=label_of(document) if document else "",
        code=document.code if document else "",
    )

"""What badges say: of people by district and surname, then blank ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.db.models import F, QuerySet

from rost.directory.queries.places import label_of
from rost.documents.kinds.badge.content import Badge as Content
from rost.forum.models import Badge, Edition, Registration
from rost.forum.queries.badges import badges_with_owners, photo_consents_of
from rost.forum.rules.badges import PATH

from .words import dates_of, serial_text


def printing_order(badges: QuerySet[Badge]) -> QuerySet[Badge]:
    """As the stacks lie at the desk: by district, then by surname; blank ones last."""
    return badges.order_by(
        F("registration__district__sort_key").asc(nulls_last=True),
        F("registration__person__sort_key").asc(nulls_last=True),
        "serial",
    )


def badges_to_print(edition: Edition, identities: Iterable[int]) -> list[Badge]:
    """Badges in force of these ids with their owners, in the order of printing; one query."""
    rows = badges_with_owners(edition).filter(pk__in=list(identities), ended_at__isnull=True)
    return list(printing_order(rows))


def badge_contents(badges: Sequence[Badge], language: str) -> list[Content]:
    """One query beside that of the badges, however many they are."""
    if not badges:
        return []
    edition = badges[0].edition
    event, dates, photo = edition.name, dates_of(edition, language), photo_consents_of(edition)
    return [content_of(badge, event=event, dates=dates, photo=photo) for badge in badges]


def content_of(badge: Badge, *, event: str, dates: str, photo: set[int]) -> Content:
    owner: Registration | None = badge.registration
    person = owner.person if owner is not None else None
    return Content(
        surname=person.surname if person else "",
        given_names=f"{person.given_name} {person.patronymic}".strip() if person else "",
        post=owner.post if owner else "",
        place=label_of(owner.municipality) if owner and owner.municipality else "",
        category=owner.category.name if owner else "",
        colour=owner.category.colour if owner else "",
        address=settings.SITE_URL + PATH + badge.code,
        serial=serial_text(badge.serial),
        photo=person is not None and person.pk in photo,
        minor=owner is not None and owner.minor,
        event=event,
        dates=dates,
    )

"""What the registration page shows, to whoever opens it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from rost.directory.models import Municipality, Person, Post
from rost.forum.models import Edition, Question, Registration, RegistrationStatus
from rost.forum.queries.registration import (
    categories_once,
    invitation_of,
    limits_of,
    place_in_queue,
    taken_of,
)
from rost.forum.rules.registration import Claim, Hours, Limit, full_limits, hours


@dataclass(frozen=True, slots=True)
class Known:
    """What the platform knows of a person already: nothing of it need be typed again."""

    place: Municipality | None = None
    post: str = ""
    category: int | None = None


def hours_of(edition: Edition, now: datetime) -> Hours:
    """Where registration stands; without a category it is still being prepared."""
    state = hours(
        opens_at=edition.registration_opens_at, closes_at=edition.registration_closes_at, now=now
    )
    promised = state in (Hours.OPEN, Hours.NOT_YET)
    if promised and not categories_once(edition):
        return Hours.PREPARED
    return state


def known_of(edition: Edition, person: Person, now: datetime) -> Known:
    """Place and post from the post held today, else the home; the category of an invitation."""
    today = now.astimezone(ZoneInfo(edition.timezone)).date()
    post = (
        Post.objects.filter(person=person)
        .held_on(today)
        .select_related("municipality__parent", "organisation")
        .order_by("-held_from")
        .first()
    )
    invitation = invitation_of(edition, person)
    place = post.municipality if post is not None else None
    return Known(
        place=place or person.home,
        post=_post_text(post),
        category=invitation.category_id if invitation is not None else None,
    )


def _post_text(post: Post | None) -> str:
    if post is None:
        return ""
    return f"{post.title}, {post.organisation}" if post.organisation is not None else post.title


def open_categories(edition: Edition, invited_to: int | None) -> list[int]:
    """Categories one may choose: all but those by invitation, and the one invited to."""
    return [
        one.pk
        for one in categories_once(edition)
        if not one.needs_invitation or one.pk == invited_to
    ]


def all_categories(edition: Edition) -> list[int]:
    return [one.pk for one in categories_once(edition)]


def questions_of(edition: Edition) -> list[Question]:
    return list(Question.objects.filter(edition=edition).order_by("position", "id"))


def edition_is_full(edition: Edition, categories: Iterable[int]) -> bool:
    """Whether whoever comes now goes on the waiting list whichever category they choose."""
    taken, limits = taken_of(edition), limits_of(edition)
    claims = [Claim(category) for category in categories]
    return bool(claims) and all(full_limits(limits, taken, claim) for claim in claims)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a registration stands: its place on the waiting list and why it waits."""

    place: int
    reasons: tuple[Limit, ...]


def standing_of(registration: Registration) -> Standing:
    if registration.status != RegistrationStatus.WAITING:
        return Standing(0, ())
    claim = Claim(registration.category_id, registration.district_id)
    edition = registration.edition
    return Standing(
        place_in_queue(registration), full_limits(limits_of(edition), taken_of(edition), claim)
    )


def answers_of(registration: Registration) -> list[tuple[str, str]]:
    """Questions with what was answered; a question removed meanwhile takes its answer along."""
    answers = registration.answers
    return [
        (one.text, answers[str(one.pk)])
        for one in questions_of(registration.edition)
        if answers.get(str(one.pk))
    ]

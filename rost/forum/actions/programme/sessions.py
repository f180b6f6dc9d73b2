"""Adding a session to the draft, changing what it is, cancelling it."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import TypedDict, Unpack
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max

from rost.core.language import slug as slug_of
from rost.forum.actions.locking import lock_edition
from rost.forum.models import Edition, Session, Track
from rost.forum.models.programme import State

from .locking import keeping_rules, lock_session
from .refusals import CodeTaken, ForeignPart, WrongLength

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
SIGNS = LETTERS + "23456789"  # nothing that reads like something else
LONGEST = 24 * 60
SLUG_LENGTH = 60


class SessionFacts(TypedDict, total=False):
    """What `change_session` changes; what is not given stays."""

    title: str
    form: str
    minutes: int
    track: Track | None
    abstract: str
    language: str
    state: str
    seats: int | None
    broadcast_url: str


@transaction.atomic
def add_session(
    *,
    edition: Edition,
    title: str,
    form: str,
    minutes: int,
    now: datetime,
    track: Track | None = None,
    abstract: str = "",
    language: str = "ru",
    state: str = State.ACCEPTED,
    seats: int | None = None,
    broadcast_url: str = "",
    code: str = "",
    guid: UUID | None = None,
    slug: str = "",
    number: int | None = None,
) -> Session:
    """A new session, not placed yet; what identifies it is kept when it comes from a file."""
    edition = lock_edition(edition)
    _refuse_wrong(edition, minutes, track)
    others = Session.objects.filter(edition=edition)
    if code and others.filter(code=code).exists():
        raise CodeTaken(code)
    if number is None or others.filter(number=number).exists():
        number = (others.aggregate(last=Max("number"))["last"] or 0) + 1
    return Session.objects.create(
        edition=edition,
        code=code or _free_code(edition),
        guid=guid or uuid4(),
        number=number,
        slug=_free_slug(edition, slug or title),
        title=title,
        form=form,
        minutes=minutes,
        track=track,
        abstract=abstract,
        language=language,
        state=state,
        seats=seats,
        broadcast_url=broadcast_url,
        changed_at=now,
    )


@transaction.atomic
def change_session(
    *,
    session: Session,
    now: datetime,
    seen: datetime | None = None,
    **facts: Unpack[SessionFacts],
) -> Session:
    """Change the given facts. The code, address and identifier of a session never change."""
    session = lock_session(session, seen=seen)
    _refuse_wrong(
        session.edition, facts.get("minutes", session.minutes), facts.get("track", session.track)
    )
    with keeping_rules(session.edition):
        for name, value in facts.items():
            setattr(session, name, value)
        session.changed_at = now
        session.save(update_fields=[*facts, "changed_at"])
    return session


def cancel_session(*, session: Session, now: datetime, seen: datetime | None = None) -> Session:
    """The session stays in the programme, marked as cancelled, so that nobody waits for it."""
    return change_session(session=session, now=now, seen=seen, state=State.CANCELLED)


@transaction.atomic
def remove_session(*, session: Session, now: datetime, seen: datetime | None = None) -> None:
    """Take a session out of the draft; one that people know of is cancelled instead."""
    session = lock_session(session, seen=seen)
    if session.marks.exists():
        cancel_session(session=session, now=now)
        return
    if session.edition.published is None:
        session.delete()
        return
    published = {one["code"] for one in session.edition.published.content["sessions"]}
    if session.code in published or session.agenda_items.exists():
        cancel_session(session=session, now=now)
    else:
        session.delete()


def _refuse_wrong(edition: Edition, minutes: int, track: Track | None) -> None:
    if not 1 <= minutes <= LONGEST:
        raise WrongLength
    if track is not None and track.edition_id != edition.pk:
        raise ForeignPart


def _free_code(edition: Edition) -> str:
    taken = set(Session.objects.filter(edition=edition).values_list("code", flat=True))
    while True:
        # A letter first, so that a spreadsheet never takes a code for a number.
        code = secrets.choice(LETTERS) + "".join(secrets.choice(SIGNS) for _ in range(5))
        if code not in taken:
            return code


def _free_slug(edition: Edition, text: str) -> str:
    made = slug_of(text, maximum=SLUG_LENGTH, fallback="session")
    taken = set(
        Session.objects.filter(edition=edition, slug__startswith=made).values_list(
            "slug", flat=True
        )
    )
    number = 1
    free = made
    while free in taken:
        number += 1
        free = f"{made}-{number}"
    return free

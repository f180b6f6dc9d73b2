"""The plain rows of an edition's account, in a fixed number of queries; no names of people."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q

from rost.core.language import time_range_text
from rost.core.programme.model import Form, Programme, Session, State
from rost.directory.models import Municipality
from rost.documents.models import Act, Document, Handling
from rost.forum.models import Badge, Category, Day, Edition, Invitation, Mark, Registration
from rost.forum.queries.agenda import place_seats
from rost.forum.queries.attendance import presence_of
from rost.forum.queries.draft import draft_programme
from rost.forum.queries.published import programme_of
from rost.forum.rules.account import Attendee, Group, Invited, Issued, Rows, Slot
from rost.forum.rules.agenda import seats_of
from rost.forum.rules.certificates import hours_said

CERTIFICATE = "certificate"
ABOUT = "forum.registration:"
SENT = (Act.SENT, Act.SENT_AGAIN)


def rows_of(edition: Edition) -> Rows:
    people = tuple(_people(edition))
    invited = tuple(_invited(edition))
    mentioned = {one.district for one in people} | {one.district for one in invited}
    return Rows(
        days=tuple(Day.objects.filter(edition=edition).values_list("date", flat=True)),
        districts=_districts(edition, mentioned),
        categories=tuple(
            Group(str(one.pk), one.name) for one in Category.objects.filter(edition=edition)
        ),
        sessions=tuple(_sessions(edition)),
        people=people,
        invited=invited,
        certificates=tuple(_certificates(edition)),
        strangers=_strangers(edition),
    )


def _people(edition: Edition) -> Iterator[Attendee]:
    found = presence_of(edition)
    rows = Registration.objects.filter(edition=edition).order_by("pk")
    for pk, status, at_door, category, district in rows.values_list(
        "pk", "status", "at_door", "category_id", "district__code"
    ):
        presence = found.get(pk)
        yield Attendee(
            id=pk,
            status=status,
            at_door=at_door,
            category=str(category),
            district=district or "",
            days=presence.days if presence else frozenset(),
            sessions=frozenset(presence.sessions) if presence else frozenset(),
            hours=presence.hours if presence else 0,
        )


def _invited(edition: Edition) -> Iterator[Invited]:
    """By the home of the invited; districts are the second step of a municipality's path."""
    rows = Invitation.objects.filter(edition=edition).order_by("pk")
    for category, path in rows.values_list("category_id", "person__home__path"):
        steps = (path or "").strip(".").split(".")
        yield Invited(str(category), steps[1] if len(steps) > 1 else "")


def _districts(edition: Edition, mentioned: set[str]) -> tuple[Group, ...]:
    """Those in force on the first day, any other that somebody came from, and none at all."""
    valid = Municipality.objects.valid_on(edition.starts_on).upper()
    rows = Municipality.objects.filter(Q(pk__in=valid.values("pk")) | Q(code__in=mentioned))
    named = rows.order_by("sort_key", "code").values_list("code", "name")
    return (*(Group(code, name) for code, name in named), Group("", ""))


def _sessions(edition: Edition) -> Iterator[Slot]:
    """What the published programme (the draft, while nothing is published) has to come to."""
    programme = programme_of(edition) or draft_programme(edition)
    zone = ZoneInfo(edition.timezone)
    held = [one for one in programme.sessions if counts(one) and one.start and one.end]
    for one in sorted(held, key=lambda one: (one.start, one.number)):
        assert one.start is not None
        assert one.end is not None
        starts, ends = one.start.astimezone(zone), one.end.astimezone(zone)
        yield Slot(
            key=one.code,
            name=one.title,
            day=starts.date(),
            time=time_range_text(starts, ends),
            place=_place(programme, one),
            seats=seats_of(own=one.seats, place=place_seats(programme, one)),
        )


def counts(session: Session) -> bool:
    return session.placed and session.state is State.ACCEPTED and session.form is not Form.BREAK


def _place(programme: Programme, session: Session) -> str:
    halls = {one.slug: one.name for one in programme.halls}
    routes = {one.slug: one.name for one in programme.routes}
    return halls.get(session.hall) or routes.get(session.route, "")


def _certificates(edition: Edition) -> Iterator[Issued]:
    issued = Document.objects.filter(kind=CERTIFICATE, space=edition.space).order_by("pk")
    sent = set(
        Handling.objects.filter(
            kind=CERTIFICATE, document__space=edition.space, act__in=SENT
        ).values_list("document_id", flat=True)
    )
    for pk, about, revoked_at, said in issued.values_list(
        "pk", "about", "revoked_at", "content__hours"
    ):
        number = about.removeprefix(ABOUT)
        yield Issued(
            registration=int(number) if number.isdecimal() else None,
            sent=pk in sent,
            revoked=revoked_at is not None,
            hours=hours_said(said or ""),
        )


def _strangers(edition: Edition) -> int:
    """Spare badges with a mark that were handed to nobody we know."""
    spare = Badge.objects.filter(edition=edition, registration__isnull=True)
    marked = Mark.objects.filter(badge=OuterRef("pk"), voided_at__isnull=True)
    return spare.filter(Exists(marked)).count()

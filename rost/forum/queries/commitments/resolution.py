"""What the resolution of a forum says: its confirmed commitments by track, and what it takes up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from rost.core.language import date_range_text, date_text
from rost.documents.kinds.resolution.content import Group, Point, Resolution
from rost.documents.queries.templates import wording_in_force
from rost.documents.rules import fill
from rost.forum.models import (
    AttendanceRules,
    Commitment,
    CommitmentKind,
    CommitmentState,
    Edition,
)

KIND = "resolution"
IN_FORCE = (CommitmentState.CONFIRMED, CommitmentState.KEPT)


def resolution_of(edition: Edition, *, language: str, others: str, materials: str) -> Resolution:
    """`others` and `materials` head what belongs to no track, and what speakers promised."""
    facts = {
        "event": edition.name,
        "dates": date_range_text(edition.starts_on, edition.ends_on, language),
        "place": edition.place,
    }
    text = fill(wording_in_force(KIND, language, edition.space).texts["preamble"], facts)
    rules = AttendanceRules.objects.filter(edition=edition).first()
    groups = tuple(grouped(edition, language, others, materials))
    return Resolution(
        event=edition.name,
        date=date_text(edition.ends_on, language),
        place=edition.place,
        wording=tuple(part.strip() for part in text.split("\n\n") if part.strip()),
        groups=groups,
        reports=tuple(points(len(groups) + 1, carried_to(edition), language)),
        signatory_post=rules.signatory_post if rules else "",
        signatory_name=rules.signatory_name if rules else "",
        demonstration=edition.is_demonstration,
    )


def grouped(edition: Edition, language: str, others: str, materials: str) -> Iterator[Group]:
    rows = list(in_force(edition))
    promised = [one for one in rows if one.kind == CommitmentKind.COMMITMENT]
    tracks: list[tuple[str, list[Commitment]]] = [
        (track.name, [one for one in promised if track_of(one) == track.pk])
        for track in edition.tracks.all()
    ]
    tracks.append((others, [one for one in promised if track_of(one) is None]))
    tracks.append((materials, [one for one in rows if one.kind == CommitmentKind.MATERIALS]))
    filled = [(title, own) for title, own in tracks if own]
    for at, (title, own) in enumerate(filled, 1):
        yield Group(f"{at}", title, tuple(points(at, own, language)))


def points(at: int, rows: Iterable[Commitment], language: str) -> Iterator[Point]:
    for of, one in enumerate(rows, 1):
        due = date_text(one.due_on, language)
        yield Point(f"{at}.{of}", one.promiser or "–", one.text, due, one.indicator)


def in_force(edition: Edition) -> QuerySet[Commitment]:
    rows = Commitment.objects.filter(edition=edition, state__in=IN_FORCE)
    return rows.select_related("session").order_by("due_on", "number")


def carried_to(edition: Edition) -> QuerySet[Commitment]:
    return edition.carried.select_related("edition").order_by("edition__starts_on", "number")


def track_of(one: Commitment) -> int | None:
    return one.session.track_id if one.session is not None else None

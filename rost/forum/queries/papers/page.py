"""The page of papers: what can be printed, how many, when it was last, what is new since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from rost.directory.rules import Visitor
from rost.documents.models import Batch, Handling
from rost.documents.queries.batches import may_see, of_space
from rost.documents.queries.handling import PRINTS
from rost.forum.models import (
    Badge,
    Day,
    Edition,
    Registration,
    RegistrationStatus,
    Route,
    Session,
    Sheet,
)
from rost.forum.models.programme import Form, State
from rost.forum.queries.badges import face_of, photo_consents_of

from .sheets import Target, people_of

LIST = "participant_list"
WORKS = ("forum.badges", "forum.sheets", "forum.lists")
WORK_SHOWN = 8


@dataclass(frozen=True, slots=True)
class BadgeFacts:
    """How the badges of an edition stand; `new` are of people whose badge is on no paper yet."""

    people: int
    new: int
    changed: int  # since they were printed
    spares: int  # in force and handed to nobody
    new_spares: int
    printed_at: datetime | None


@dataclass(frozen=True, slots=True)
class SheetLine:
    """What a sheet can be printed of; `last` is the newest that was printed."""

    value: str  # "session:12", as the form sends it
    target: Target
    people: int
    new: int  # since the last print
    last: Sheet | None


@dataclass(frozen=True, slots=True)
class ListFacts:
    people: int
    new: int
    printed_at: datetime | None


def badge_facts(edition: Edition) -> BadgeFacts:
    """Three queries."""
    people = list(
        Registration.objects.filter(
            edition=edition, status=RegistrationStatus.CONFIRMED
        ).select_related("person", "category")
    )
    badges = list(Badge.objects.filter(edition=edition))
    photo = photo_consents_of(edition)
    standing = {
        one.registration_id: one
        for one in badges
        if one.registration_id is not None and one.ended_at is None
    }
    printed = [
        (one, standing[one.pk]) for one in people if one.pk in standing and standing[one.pk].prints
    ]
    spares = [one for one in badges if one.registration_id is None and one.ended_at is None]
    return BadgeFacts(
        people=len(people),
        new=len(people) - len(printed),
        changed=sum(is_changed(badge, face_of(one, photo)) for one, badge in printed),
        spares=len(spares),
        new_spares=sum(not one.prints for one in spares),
        printed_at=max((one.printed_at for one in badges if one.printed_at), default=None),
    )


def is_changed(badge: Badge, face: str) -> bool:
    """Whether the badge says on paper something else than it would now; a spare says nothing."""
    return bool(badge.prints and badge.printed_as and badge.printed_as != face)


def sheet_targets(edition: Edition) -> list[Target]:
    """Days, routes, then sessions that are held, in the order of time; three queries."""
    sessions = Session.objects.filter(
        edition=edition, state=State.ACCEPTED, starts_at__isnull=False
    ).exclude(form=Form.BREAK)
    placed = sessions.filter(Q(hall__isnull=False) | Q(route__isnull=False))
    return [
        *Day.objects.filter(edition=edition).order_by("date"),
        *Route.objects.filter(edition=edition).order_by("departs_at", "id"),
        *placed.select_related("hall", "route").order_by("starts_at", "hall__position", "number"),
    ]


def sheet_lines(edition: Edition) -> list[SheetLine]:
    """Six queries, however many sessions there are."""
    targets = sheet_targets(edition)
    last: dict[str, Sheet] = {}
    for sheet in Sheet.objects.filter(edition=edition, printed_at__isnull=False).order_by("serial"):
        last[value_of_sheet(sheet)] = sheet
    return [
        _line(target, people, last.get(value_of(target)))
        for target, people in zip(targets, people_of(edition, targets), strict=True)
    ]


def value_of(target: Target) -> str:
    return f"{type(target).__name__.lower()}:{target.pk}"


def value_of_sheet(sheet: Sheet) -> str:
    if sheet.session_id is not None:
        return f"session:{sheet.session_id}"
    return f"day:{sheet.day_id}" if sheet.day_id is not None else f"route:{sheet.route_id}"


def _line(target: Target, people: Sequence[int], last: Sheet | None) -> SheetLine:
    new = len(set(people) - set(last.people)) if last is not None else len(people)
    return SheetLine(value_of(target), target, len(people), new, last)


def list_facts(edition: Edition) -> ListFacts:
    """Three queries."""
    confirmed = Registration.objects.filter(edition=edition, status=RegistrationStatus.CONFIRMED)
    lines = Handling.objects.filter(space=edition.space, kind=LIST, act__in=PRINTS)
    printed_at = lines.order_by("-at").values_list("at", flat=True).first()
    people = confirmed.count()
    new = confirmed.filter(changed_at__gt=printed_at).count() if printed_at else people
    return ListFacts(people, new, printed_at)


def work_of(visitor: Visitor, edition: Edition) -> list[Batch]:
    """Printing under way or ready, the newest first; one query."""
    found = of_space(edition.space).filter(work__in=WORKS)[:WORK_SHOWN]
    return [one for one in found if may_see(visitor, one)]

"""Taking a solved programme over into the draft."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.core.programme.model import Programme
from rost.core.scheduling import codec
from rost.directory.models import Person
from rost.forum.actions.locking import lock_edition
from rost.forum.actions.programme.locking import keeping_rules
from rost.forum.messages.scheduling import Names, stale_lines
from rost.forum.models import Edition, Hall, Route, Session, Solving, SolvingKind
from rost.forum.queries.scheduling.asked import Asked
from rost.forum.queries.scheduling.clock import load_clock
from rost.forum.queries.scheduling.ground import now_for
from rost.forum.queries.scheduling.plans import placed
from rost.forum.queries.scheduling.problem import asked_of
from rost.forum.queries.scheduling.solvings import UNDER_WAY
from rost.forum.queries.scheduling.stale import changed_since
from rost.forum.queries.versions import approved_programme

from .refusals import AlreadyBegun, DraftMoved, NotFinished, NothingFound


@transaction.atomic
def accept_solving(*, solving: Solving, by: Person | None, now: datetime) -> int:
    """Put every session where the plan has it; how many of them moved.

    Refused if the draft is not the one that was solved, or if time has gone over the plan.
    Nobody is told: that comes with the approval, as after any change.
    """
    edition = lock_edition(solving.edition_id)
    row = Solving.objects.select_related("batch").get(pk=solving.pk)
    if row.batch is not None and row.batch.state in UNDER_WAY:
        raise NotFinished
    if not row.plan:
        raise NothingFound
    base = approved_programme(edition) if row.kind == SolvingKind.REPLAN else None
    asked = refuse_stale(row, edition, base)
    clock = load_clock(row.frame)
    new = placed(asked.programme, codec.load_plan(row.plan), clock, base)
    moved = _moved(asked.programme, new, now_for(new, now))
    with keeping_rules(edition):
        _move(edition, moved, now)
    row.accepted_at, row.accepted_by = now, by
    row.save(update_fields=["accepted_at", "accepted_by"])
    return len(moved)


def refuse_stale(row: Solving, edition: Edition, base: Programme | None) -> Asked:
    """The draft as a problem once more; refused unless it asks what was solved."""
    asked = asked_of(edition, now=row.asked_at, base=base)
    changed = changed_since(codec.load_problem(row.problem), row.draft, asked)
    if changed:
        names = Names.of(asked.programme, asked.clock)
        raise DraftMoved(stale_lines(changed, names, row.draft))
    return asked


def _moved(old: Programme, new: Programme, now: datetime) -> dict[str, tuple[datetime, str, str]]:
    before = {one.code: one for one in old.sessions}
    found = {}
    for one in new.sessions:
        was = before[one.code]
        if (was.start, was.hall, was.route) == (one.start, one.hall, one.route):
            continue
        assert one.start is not None
        if one.start < now or (was.start is not None and was.start <= now):
            raise AlreadyBegun(one.title)
        found[one.code] = (one.start, one.hall, one.route)
    return found


def _move(edition: Edition, moved: dict[str, tuple[datetime, str, str]], now: datetime) -> None:
    halls = {one.slug: one for one in Hall.objects.filter(edition=edition)}
    routes = {one.slug: one for one in Route.objects.filter(edition=edition)}
    rows = list(Session.objects.filter(edition=edition, code__in=moved))
    for one in rows:
        one.starts_at, hall, route = moved[one.code]
        one.hall, one.route = halls.get(hall), routes.get(route)
        one.changed_at = now
    Session.objects.bulk_update(rows, ["starts_at", "hall", "route", "changed_at"])

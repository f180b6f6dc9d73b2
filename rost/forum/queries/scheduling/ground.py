"""All that a programme is made from, read in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from rost.core.programme.model import Programme, Window
from rost.forum.models import (
    AgendaItem,
    Edition,
    HallClosure,
    Penalty,
    RegistrationStatus,
    SchedulingRules,
    SessionNeeds,
    SessionOrder,
    SimilarTracks,
    SpeakerNeeds,
    Wish,
)
from rost.forum.queries.draft import draft_programme
from rost.forum.queries.findings import windows_of


@dataclass(frozen=True, slots=True)
class Ground:
    """`wanted`: codes of the sessions each registration wants; `base`: the approved programme
    that is moved as little as may be, None where it is made anew."""

    programme: Programme
    rules: SchedulingRules
    needs: Mapping[str, SessionNeeds]
    penalties: tuple[Penalty, ...]
    orders: tuple[SessionOrder, ...]
    similar: tuple[SimilarTracks, ...]
    speakers: Mapping[int, SpeakerNeeds]
    closures: tuple[HallClosure, ...]
    windows: tuple[Window, ...]
    wanted: Mapping[int, frozenset[str]]
    now: datetime
    base: Programme | None = None

    @property
    def demand(self) -> Mapping[str, int]:
        """How many people want each session."""
        counted: defaultdict[str, int] = defaultdict(int)
        for codes in self.wanted.values():
            for code in codes:
                counted[code] += 1
        return counted


def now_for(programme: Programme, now: datetime) -> datetime:
    """Of a forum that is over nothing has begun: it is solved to learn, not to be held."""
    ends = [day.end for day in programme.days]
    if not ends or now < max(ends):
        return now
    return min(day.start for day in programme.days) - timedelta(days=1)


def rules_of(edition: Edition) -> SchedulingRules:
    """The forum's own, or unsaved ones with the defaults."""
    return SchedulingRules.objects.filter(edition=edition).first() or SchedulingRules(
        edition=edition
    )


def ground_of(edition: Edition, *, now: datetime, base: Programme | None = None) -> Ground:
    needs = SessionNeeds.objects.filter(session__edition=edition).select_related("session")
    penalties = Penalty.objects.filter(edition=edition).select_related("session", "track", "hall")
    orders = SessionOrder.objects.filter(first__edition=edition).select_related("first", "then")
    similar = SimilarTracks.objects.filter(first__edition=edition)
    closures = HallClosure.objects.filter(hall__edition=edition).select_related("hall")
    programme = draft_programme(edition)
    return Ground(
        programme=programme,
        rules=rules_of(edition),
        needs={one.session.code: one for one in needs},
        penalties=tuple(penalties),
        orders=tuple(orders),
        similar=tuple(similar.select_related("first", "second")),
        speakers={one.person_id: one for one in SpeakerNeeds.objects.filter(edition=edition)},
        closures=tuple(closures),
        windows=tuple(windows_of(edition)),
        wanted=wanted_of(edition),
        now=now_for(programme, now),
        base=base,
    )


def wanted_of(edition: Edition) -> dict[int, frozenset[str]]:
    """Wishes, and what people put into their agendas; whoever cancelled wants nothing."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for rows in (
        Wish.objects.filter(session__edition=edition).exclude(
            registration__status=RegistrationStatus.CANCELLED
        ),
        AgendaItem.objects.filter(session__edition=edition).exclude(
            registration__status=RegistrationStatus.CANCELLED
        ),
    ):
        for registration, code in rows.order_by().values_list("registration_id", "session__code"):
            found[registration].add(code)
    return {one: frozenset(codes) for one, codes in found.items()}

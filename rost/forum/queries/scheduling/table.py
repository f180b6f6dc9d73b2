"""The table of sessions with what each needs, in a fixed number of queries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rost.core.language import fold
from rost.forum.models import Edition, Penalty, Session, SessionNeeds, SessionOrder
from rost.forum.models.programme import Form, State

from .wishes import wish_counts


@dataclass(frozen=True, slots=True)
class Wanted:
    words: str = ""
    track: str = ""
    need: str = ""  # any, stays, wished, bare


@dataclass(frozen=True, slots=True)
class NeedsRow:
    session: Session
    needs: SessionNeeds | None
    penalties: int
    orders: int
    wishes: int

    @property
    def bare(self) -> bool:
        needs = self.needs
        own = needs is not None and (
            needs.stays
            or bool(needs.equipment)
            or needs.expected is not None
            or needs.earliest is not None
            or needs.latest is not None
        )
        return not own and not self.penalties and not self.orders


def needs_table(edition: Edition, wanted: Wanted) -> list[NeedsRow]:
    rows = Session.objects.filter(edition=edition).exclude(form=Form.BREAK)
    rows = rows.exclude(state=State.CANCELLED).select_related("track", "hall", "route")
    if wanted.track:
        rows = rows.filter(track__slug=wanted.track)
    needs = {one.session_id: one for one in SessionNeeds.objects.filter(session__edition=edition)}
    penalties = Counter(
        Penalty.objects.filter(edition=edition, session__isnull=False).values_list(
            "session_id", flat=True
        )
    )
    orders: Counter[int] = Counter()
    for pair in SessionOrder.objects.filter(first__edition=edition).values_list("first", "then"):
        orders.update(pair)
    wishes = wish_counts(edition)
    words = fold(wanted.words).split()
    found = [
        NeedsRow(
            one,
            needs.get(one.pk),
            penalties.get(one.pk, 0),
            orders.get(one.pk, 0),
            wishes.get(one.code, 0),
        )
        for one in rows.order_by("track__position", "track__pk", "number")
    ]
    return [one for one in found if _fits(one, wanted.need, words)]


def _fits(row: NeedsRow, need: str, words: list[str]) -> bool:
    text = fold(f"{row.session.code} {row.session.title}")
    kept = {
        "any": not row.bare,
        "bare": row.bare,
        "stays": row.needs is not None and row.needs.stays,
        "wished": row.wishes > 0,
    }
    return kept.get(need, True) and all(word in text for word in words)

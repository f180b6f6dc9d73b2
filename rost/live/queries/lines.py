"""How many votes one line brought, for the limit and for the moderator."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from rost.live.models import Device, LineRuling, PollAnswer, QuestionVote
from rost.live.queries.doors import Hall
from rost.live.rules.limits import Line

Votes = QuerySet[QuestionVote] | QuerySet[PollAnswer]


def question_subject(question: UUID) -> str:
    return f"question:{question}"


def poll_subject(poll: int) -> str:
    return f"poll:{poll}"


def line_before(hall: Hall, votes: Votes, subject: str, device: Device) -> Line:
    """The line of this telephone among the votes for one thing; two queries."""
    same = votes.filter(registration__isnull=True, device__network=device.network)
    found = same.aggregate(
        line=Count("pk", filter=Q(set_aside=False)),
        browser=Count("pk", filter=Q(device__browser=device.browser, set_aside=False)),
    )
    ruling = LineRuling.objects.filter(
        floor=hall.floor, subject=subject, network=device.network, browser=device.browser
    ).first()
    return Line(
        same_browser=found["browser"],
        same_line=found["line"],
        is_hall=bool(device.network) and device.network == hall.floor.hall_network,
        people=hall.people,
        ruled=ruling.counts if ruling is not None else None,
    )


@dataclass(frozen=True, slots=True)
class Crowd:
    """Votes without a badge of one line and browser for one thing; `sample` is one of them."""

    subject: str
    sample: int
    counted: int
    aside: int
    lonely: int  # counted ones whose telephones did nothing else in the whole forum
    is_hall: bool
    ruled: bool | None

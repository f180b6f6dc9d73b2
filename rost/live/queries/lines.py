"""How many votes one line brought, for the limit and for the moderator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from rost.live.models import Device, Floor, LineRuling, PollAnswer, QuestionVote
from rost.live.queries.doors import Hall
from rost.live.rules.limits import Line, worth_a_look

LONGEST_KEY = 16
Votes = QuerySet[QuestionVote] | QuerySet[PollAnswer]


def question_subject(question: UUID) -> str:
    return f"question:{question}"


def poll_subject(poll: int) -> str:
    return f"poll:{poll}"


def votes_for(floor: Floor, subject: str) -> Votes:
    """Votes for the named thing of this floor; none for what is not of it."""
    kind, _colon, key = subject.partition(":")
    if kind == "poll" and key.isdecimal() and len(key) < LONGEST_KEY:
        return PollAnswer.objects.filter(poll__floor=floor, poll=int(key))
    try:
        question = UUID(key)
    except ValueError:
        return QuestionVote.objects.none()
    if subject != question_subject(question):
        return QuestionVote.objects.none()
    return QuestionVote.objects.filter(question__floor=floor, question=question)


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
    """Votes without a badge of one line and browser for one thing; `sample` is one of them.

    `lonely` are counted ones whose telephones voted for nothing else in the whole forum.
    """

    subject: str
    sample: int
    counted: int
    aside: int
    lonely: int
    is_hall: bool
    ruled: bool | None

    @property
    def decided(self) -> bool:
        return self.ruled is not None


def crowds_of(floor: Floor) -> dict[str, list[Crowd]]:
    """By the thing voted for: what a moderator should look at; three queries."""
    rulings = {
        (one.subject, one.network, one.browser): one.counts
        for one in LineRuling.objects.filter(floor=floor)
    }
    found: dict[str, list[Crowd]] = {}
    for subject, total, row in (*_question_rows(floor), *_poll_rows(floor)):
        network, browser = row["device__network"], row["device__browser"]
        ruled = rulings.get((subject, network, browser))
        look = worth_a_look(aside=row["aside"], lonely=row["lonely"], counted=total)
        if look or ruled is not None:
            crowd = Crowd(
                subject=subject,
                sample=row["sample"],
                counted=row["counted"],
                aside=row["aside"],
                lonely=row["lonely"],
                is_hall=bool(network) and network == floor.hall_network,
                ruled=ruled,
            )
            found.setdefault(subject, []).append(crowd)
    return found


Rows = list[tuple[str, int, dict[str, Any]]]  # the thing, its counted votes, one line of it


def _question_rows(floor: Floor) -> Rows:
    other = QuestionVote.objects.filter(device=OuterRef("device")).exclude(pk=OuterRef("pk"))
    rows: Any = (
        QuestionVote.objects.filter(question__floor=floor, registration__isnull=True)
        .order_by()
        .values("question_id", "question__counted", "device__network", "device__browser")
        .annotate(
            lonely=Count("pk", filter=Q(~Exists(other), set_aside=False)),
            sample=Min("pk"),
            **COUNTS,
        )
        .order_by("question_id", "sample")
    )
    return [(question_subject(row["question_id"]), row["question__counted"], row) for row in rows]


def _poll_rows(floor: Floor) -> Rows:
    """That a telephone answers the poll and does nothing else is no wonder: none is lonely."""
    rows: Any = (
        PollAnswer.objects.filter(poll__floor=floor, registration__isnull=True)
        .order_by()
        .values("poll_id", "device__network", "device__browser")
        .annotate(sample=Min("pk"), **COUNTS)
        .order_by("poll_id", "sample")
    )
    return [(poll_subject(row["poll_id"]), 0, {**row, "lonely": 0}) for row in rows]


COUNTS: dict[str, Any] = {
    "counted": Count("pk", filter=Q(set_aside=False)),
    "aside": Count("pk", filter=Q(set_aside=True)),
}

"""What all telephones and the screen of one hall see: one value, the same for everybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from rost.live.models import Floor, HallQuestion, Poll, PollState, QuestionState
from rost.live.queries.doors import Hall
from rost.live.queries.results import results_of
from rost.live.rules.polls import Results

SEEN = (QuestionState.SHOWN, QuestionState.LIVE, QuestionState.LATER, QuestionState.WRITTEN)


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    id: str
    text: str
    name: str
    language: str
    state: str  # shown, live, later, written
    votes: int
    asked_at: datetime
    current: bool
    answer: str = ""
    redacted: bool = False


@dataclass(frozen=True, slots=True)
class ShownPoll:
    """The open poll, or a closed one on the screen; no results while they are kept back."""

    id: int
    kind: str
    text: str
    options: tuple[str, ...]
    most: int
    open: bool
    answers: int
    results: Results | None


@dataclass(frozen=True, slots=True)
class HallState:
    """Questions to vote for by counted votes, then time; the answered ones after them."""

    revision: int
    opens_at: datetime | None
    closes_at: datetime | None
    takes_questions: bool
    moderated: bool
    naming: str
    questions: tuple[ShownQuestion, ...]
    poll: ShownPoll | None

    @property
    def current(self) -> ShownQuestion | None:
        return next((one for one in self.questions if one.current), None)


def hall_state(hall: Hall) -> HallState:
    """Four queries at most, however many questions and votes; the floor is read anew first, so
    the state is never older than the revision it names.
    """
    floor = Floor.objects.only("revision", "takes_questions", "moderated", "naming").get(
        pk=hall.floor.pk
    )
    return HallState(
        revision=floor.revision,
        opens_at=hall.hours.opens_at,
        closes_at=hall.hours.closes_at,
        takes_questions=floor.takes_questions,
        moderated=floor.moderated,
        naming=floor.naming,
        questions=tuple(_questions(floor)),
        poll=_poll(floor),
    )


def revision_of(floor: Floor) -> int:
    """One small query."""
    return Floor.objects.values_list("revision", flat=True).get(pk=floor.pk)


def dump(state: HallState) -> dict[str, Any]:
    """Ready for JSON; short, because a thousand telephones fetch it."""
    return {
        "revision": state.revision,
        "opens": state.opens_at.isoformat() if state.opens_at else None,
        "closes": state.closes_at.isoformat() if state.closes_at else None,
        "takes": state.takes_questions,
        "moderated": state.moderated,
        "naming": state.naming,
        "questions": [_dump_question(one) for one in state.questions],
        "poll": _dump_poll(state.poll),
    }


def _questions(floor: Floor) -> list[ShownQuestion]:
    rows = HallQuestion.objects.filter(floor=floor, state__in=SEEN)
    found = [
        ShownQuestion(
            id=str(row.pk),
            text=row.text,
            name=row.name,
            language=row.language,
            state=row.state,
            votes=row.counted,
            asked_at=row.asked_at,
            current=row.current,
            answer=row.answer if row.state == QuestionState.WRITTEN else "",
            redacted=row.redacted_at is not None,
        )
        for row in rows.order_by("-counted", "asked_at", "id")
    ]
    return sorted(found, key=lambda one: one.state != QuestionState.SHOWN)


def _poll(floor: Floor) -> ShownPoll | None:
    """The open one first; otherwise the closed one that the moderator keeps on the screen."""
    rows = Poll.objects.filter(floor=floor).filter(
        Q(state=PollState.OPEN) | Q(state=PollState.CLOSED, on_screen=True)
    )
    found = max(rows, key=lambda one: (one.state == PollState.OPEN, one.pk), default=None)
    if found is None:
        return None
    is_open = found.state == PollState.OPEN
    results = results_of([found])[found.pk]
    seen = found.results_at_once or not is_open
    return ShownPoll(
        id=found.pk,
        kind=found.kind,
        text=found.text,
        options=tuple(found.options),
        most=found.most,
        open=is_open,
        answers=results.answers,
        results=results if seen else None,
    )


def _dump_question(one: ShownQuestion) -> dict[str, Any]:
    full = {
        "id": one.id,
        "text": one.text,
        "name": one.name,
        "lang": one.language,
        "state": one.state,
        "votes": one.votes,
        "current": one.current,
        "answer": one.answer,
    }
    return {name: value for name, value in full.items() if value or name == "votes"}


def _dump_poll(poll: ShownPoll | None) -> Mapping[str, Any] | None:
    if poll is None:
        return None
    results = poll.results
    return {
        "id": poll.id,
        "kind": poll.kind,
        "text": poll.text,
        "options": list(poll.options),
        "most": poll.most,
        "open": poll.open,
        "answers": poll.answers,
        "results": None
        if results is None
        else {
            "counts": list(results.counts),
            "words": [list(pair) for pair in results.words],
        },
    }

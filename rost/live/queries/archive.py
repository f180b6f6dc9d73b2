"""What a session's hall left behind: questions with how they were answered, and polls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rost.forum.models import Session
from rost.live.models import HallQuestion, Poll, PollState, QuestionState
from rost.live.queries.hall import SEEN
from rost.live.queries.results import results_of
from rost.live.rules.polls import Results


@dataclass(frozen=True, slots=True)
class ArchivedQuestion:
    """`owner` answers in writing, or has answered; their name is in the programme anyway."""

    id: str
    text: str
    name: str
    language: str
    state: str
    votes: int
    answer: str
    owner: str
    due_on: date | None
    redacted: bool


@dataclass(frozen=True, slots=True)
class ArchivedPoll:
    kind: str
    text: str
    options: tuple[str, ...]
    results: Results


@dataclass(frozen=True, slots=True)
class Archive:
    questions: tuple[ArchivedQuestion, ...]
    polls: tuple[ArchivedPoll, ...]

    def __bool__(self) -> bool:
        return bool(self.questions or self.polls)


def archive_of(session: Session) -> Archive:
    """Three queries; by counted votes, then time. Hidden questions and words are not in it."""
    rows = HallQuestion.objects.filter(floor__session=session, state__in=SEEN)
    questions = rows.select_related("owner").order_by("-counted", "asked_at", "id")
    polls = list(Poll.objects.filter(floor__session=session, state=PollState.CLOSED))
    found = results_of(polls)
    return Archive(
        questions=tuple(_archived(one) for one in questions),
        polls=tuple(
            ArchivedPoll(one.kind, one.text, tuple(one.options), found[one.pk]) for one in polls
        ),
    )


def _archived(row: HallQuestion) -> ArchivedQuestion:
    written = row.state in (QuestionState.LATER, QuestionState.WRITTEN)
    return ArchivedQuestion(
        id=str(row.pk),
        text=row.text,
        name=row.name,
        language=row.language,
        state=row.state,
        votes=row.counted,
        answer=row.answer if row.state == QuestionState.WRITTEN else "",
        owner=row.owner.full_name if written and row.owner is not None else "",
        due_on=row.due_on if row.state == QuestionState.LATER else None,
        redacted=row.redacted_at is not None,
    )

"""The moderator's desk: everything of one floor, and the floors of an edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from rost.core.language import fold
from rost.core.programme.model import Form, State
from rost.core.programme.model import Session as Planned
from rost.forum.models import Contribution, Edition, Session
from rost.forum.queries.published import published_of
from rost.live.models import Device, Floor, HallQuestion, Poll, PollAnswer, PollState, QuestionState
from rost.live.queries.doors import Hall, hall_of
from rost.live.queries.lines import Crowd, crowds_of, poll_subject, question_subject
from rost.live.queries.results import results_of
from rost.live.rules.hours import Standing
from rost.live.rules.polls import Results

TALKED_IN = (
    Form.PLENARY,
    Form.LECTURE,
    Form.DISCUSSION,
    Form.ROUND_TABLE,
    Form.MASTER_CLASS,
    Form.PRESENTATION,
    Form.VISIT,
)


@dataclass(frozen=True, slots=True)
class DeskQuestion:
    row: HallQuestion
    crowds: tuple[Crowd, ...]
    asked: int  # questions of the same telephone on this floor
    silenced: bool


@dataclass(frozen=True, slots=True)
class DeskPoll:
    row: Poll
    results: Results
    crowds: tuple[Crowd, ...]
    hidden: tuple[str, ...]  # words taken off the screen


@dataclass(frozen=True, slots=True)
class FloorDesk:
    """Questions by where they stand: waiting in order of time, shown by votes, the short list in
    the order in which it was made.
    """

    revision: int
    waiting: tuple[DeskQuestion, ...]
    shown: tuple[DeskQuestion, ...]
    shortlist: tuple[DeskQuestion, ...]
    current: DeskQuestion | None
    hidden: tuple[DeskQuestion, ...]
    answered: tuple[DeskQuestion, ...]  # live, to be written, written
    polls: tuple[DeskPoll, ...]
    telephones: int
    badges: int

    @property
    def undecided(self) -> int:
        questions = [one.crowds for one in (*self.waiting, *self.shown, *self.answered)]
        every = (*questions, *(one.crowds for one in self.polls))
        return sum(not crowd.decided for crowds in every for crowd in crowds)


def floor_desk(hall: Hall) -> FloorDesk:
    """A fixed number of queries."""
    floor = Floor.objects.get(pk=hall.floor.pk)
    crowds = crowds_of(floor)
    rows = HallQuestion.objects.filter(floor=floor).select_related("device", "owner")
    every = list(rows.order_by("-counted", "asked_at", "id"))
    asked = Counter(one.device_id for one in every)
    found = [_question(one, crowds, asked) for one in every]
    shown = [one for one in found if one.row.state == QuestionState.SHOWN]
    listed = [one for one in shown if one.row.shortlisted_at is not None]
    counts = _telephones(hall.floor)
    return FloorDesk(
        revision=floor.revision,
        waiting=tuple(sorted(_in(found, QuestionState.WAITING), key=lambda one: one.row.asked_at)),
        shown=tuple(shown),
        shortlist=tuple(sorted(listed, key=lambda one: str(one.row.shortlisted_at))),
        current=next((one for one in shown if one.row.current), None),
        hidden=tuple(_in(found, QuestionState.HIDDEN)),
        answered=tuple(_in(found, QuestionState.LATER, QuestionState.LIVE, QuestionState.WRITTEN)),
        polls=_polls(floor, crowds),
        telephones=counts["all"],
        badges=counts["badges"],
    )


def _question(
    row: HallQuestion, crowds: Mapping[str, list[Crowd]], asked: Counter[int | None]
) -> DeskQuestion:
    return DeskQuestion(
        row=row,
        crowds=tuple(crowds.get(question_subject(row.pk), ())),
        asked=asked[row.device_id] if row.device_id is not None else 1,
        silenced=row.device is not None and row.device.silenced_at is not None,
    )


def _in(found: list[DeskQuestion], *states: QuestionState) -> list[DeskQuestion]:
    return [one for one in found if one.row.state in states]


def _polls(floor: Floor, crowds: Mapping[str, list[Crowd]]) -> tuple[DeskPoll, ...]:
    rows = list(Poll.objects.filter(floor=floor))
    found = results_of(rows)
    words = PollAnswer.objects.filter(poll__floor=floor, hidden=True).order_by("id")
    hidden: dict[int, dict[str, str]] = {}
    for poll, word in words.values_list("poll_id", "value"):
        hidden.setdefault(poll, {}).setdefault(fold(word), word)
    return tuple(
        DeskPoll(
            row=one,
            results=found[one.pk],
            crowds=tuple(crowds.get(poll_subject(one.pk), ())),
            hidden=tuple(hidden.get(one.pk, {}).values()),
        )
        for one in rows
    )


def _telephones(floor: Floor) -> dict[str, int]:
    """That did something on this floor."""
    own = Q(question_votes__question__floor=floor) | Q(poll_answers__poll__floor=floor)
    return Device.objects.filter(own | Q(questions__floor=floor)).aggregate(
        all=Count("pk", distinct=True), badges=Count("registration", distinct=True)
    )


@dataclass(frozen=True, slots=True)
class FloorLine:
    """A session in the overview; without a floor the hall is silent there."""

    planned: Planned
    hall: Hall | None
    standing: Standing | None
    waiting: int
    shown: int
    written: int  # owed in writing
    poll_open: bool

    @property
    def now(self) -> bool:
        return self.standing is Standing.OPEN


@dataclass(frozen=True, slots=True)
class EditionDesk:
    lines: tuple[FloorLine, ...]
    forms: tuple[tuple[str, int], ...] = field(default=())  # sessions without a floor, by form


def edition_desk(edition: Edition, now: datetime, *, only: set[str] | None = None) -> EditionDesk:
    """Sessions that people talk in, those open now first; `only`: for these codes alone."""
    published = published_of(edition)
    if published is None:
        return EditionDesk(())
    floors = {one.session.code: one for one in _counted_floors(edition)}
    lines = []
    without: Counter[str] = Counter()
    for code, planned in published.sessions.items():
        if only is not None and code not in only:
            continue
        if planned.form not in TALKED_IN or planned.state is State.CANCELLED:
            continue
        floor = floors.get(code)
        if floor is None:
            without[planned.form] += 1
        lines.append(_line(planned, floor, now))
    lines.sort(key=lambda one: (not one.now, one.hall is None))
    return EditionDesk(tuple(lines), tuple((form, without[form]) for form in TALKED_IN))


def _line(planned: Planned, floor: Floor | None, now: datetime) -> FloorLine:
    hall = hall_of(floor) if floor is not None else None
    return FloorLine(
        planned=planned,
        hall=hall,
        standing=hall.standing(now) if hall is not None else None,
        waiting=getattr(floor, "waiting", 0),
        shown=getattr(floor, "shown", 0),
        written=getattr(floor, "owed", 0),
        poll_open=bool(getattr(floor, "open_polls", 0)),
    )


def _counted_floors(edition: Edition) -> list[Floor]:
    def of(state: QuestionState) -> Count:
        return Count("questions", filter=Q(questions__state=state), distinct=True)

    rows = Floor.objects.filter(session__edition=edition).annotate(
        waiting=of(QuestionState.WAITING),
        shown=of(QuestionState.SHOWN),
        owed=of(QuestionState.LATER),
        open_polls=Count("polls", filter=Q(polls__state=PollState.OPEN), distinct=True),
    )
    return list(
        rows.select_related("session__edition__published", "session__edition__hall_rules").defer(
            "session__edition__published__content"
        )
    )


def sessions_without_floor(edition: Edition, forms: set[str]) -> list[Session]:
    """Published sessions of these forms that have no floor yet."""
    published = published_of(edition)
    if published is None:
        return []
    codes = [
        code
        for code, one in published.sessions.items()
        if one.form in forms and one.state is not State.CANCELLED
    ]
    return list(Session.objects.filter(edition=edition, code__in=codes, floor__isnull=True))


def moderated_by(person_id: int, edition: Edition) -> set[str]:
    """Codes of the sessions that this person moderates by the programme."""
    rows = Contribution.objects.filter(session__edition=edition, person=person_id, part="moderator")
    return set(rows.order_by().values_list("session__code", flat=True))


def today_in(edition: Edition, now: datetime) -> date:
    return now.astimezone(ZoneInfo(edition.timezone)).date()

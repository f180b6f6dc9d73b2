"""What a person's own page shows: registration, agenda, messages, duties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from rost.catalogue.models import SearchQuestion
from rost.catalogue.rules import EDIT_SYNONYMS
from rost.channels.models import Message
from rost.channels.queries import messages_of, unread_count
from rost.channels.rules import SEE_OUTBOX
from rost.core.programme.model import Session, State
from rost.directory.models import Person, Post
from rost.directory.queries.retention import rows_past_term
from rost.directory.rules import (
    APPROVE_ORGANISATIONS,
    DESTROY_DATA,
    EDIT_DIRECTORY,
    EDIT_TERRITORY_PEOPLE,
    ISSUE_CODES,
    SEE_RECORDS,
    SEE_RECURRING,
    Right,
    Visitor,
    may,
)
from rost.forum.models import (
    AgendaItem,
    Call,
    Edition,
    Project,
    Registration,
    RegistrationStatus,
    SeatStatus,
)
from rost.forum.queries.call import call_of, own_projects, stage_of
from rost.forum.queries.certificates import Own, own_of
from rost.forum.queries.commitments import Mine as Promised
from rost.forum.queries.commitments import mine_of as promised_by
from rost.forum.queries.feedback import unanswered
from rost.forum.queries.published import Published, published_of
from rost.forum.rules import (
    MANAGE_REGISTRATIONS,
    REGISTER_OTHERS,
    REVIEW_PROJECTS,
    SEE_DRAFT,
    registers_others,
)
from rost.forum.rules.call import CallStage
from rost.library.models import Practice
from rost.library.queries.adoption.mine import Mine as Repeating
from rost.library.queries.adoption.mine import own_adoptions
from rost.library.queries.practices import practices_of
from rost.live.models import HallQuestion
from rost.live.queries.tasks import answers_due
from rost.portal.queries.search.questions import questions_of, waiting_count
from rost.portal.queries.search.saved import saved_of
from rost.portal.queries.talks import Talk, talks_of
from rost.portal.rules import ANSWER_QUESTIONS

LATEST = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """A session of the person's agenda; `waiting` while there is no seat in it yet."""

    code: str
    title: str
    start: datetime | None
    end: datetime | None
    where: str
    waiting: bool
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Mine:
    registration: Registration | None
    presence: Own | None
    plans: tuple[tuple[date, tuple[Plan, ...]], ...]
    messages: tuple[Message, ...]
    unread: int
    posts: tuple[Post, ...]
    talks: tuple[tuple[Edition, tuple[Talk, ...]], ...]
    promises: Promised  # to confirm, late, due soon
    answers: tuple[HallQuestion, ...]  # to questions from the hall, owed in writing
    unanswered: int  # sessions of theirs that nobody has heard from them about
    projects: tuple[Project, ...]  # offered for a stage, drafts too
    practices: tuple[Practice, ...]  # their drafts
    repeating: tuple[Repeating, ...]  # practices of others, with the next day
    call: Call | None  # of their forum, while it takes projects
    searches: int  # saved ones
    asked: tuple[SearchQuestion, ...]  # of the experts, the latest


def mine(person: Person, now: datetime, *, language: str) -> Mine:
    """Everything of the page in as many queries, however much there is."""
    registration = latest_registration(person)
    posts = tuple(
        Post.objects.held_on(localtime(now).date())
        .filter(person=person)
        .select_related("municipality__parent", "organisation")
    )
    return Mine(
        registration=registration,
        presence=own_of(registration, now, language=language) if registration else None,
        plans=by_day(plans_of(registration)) if registration else (),
        messages=tuple(messages_of(person).defer("body")[:LATEST]),
        unread=unread_count(person),
        posts=posts,
        talks=talks_of(person),
        promises=promised_by(person, now),
        answers=tuple(answers_due(person)),
        unanswered=len(unanswered(registration, now)) if registration else 0,
        projects=tuple(own_projects(person)),
        practices=tuple(practices_of(person)),
        repeating=own_adoptions(
            person, [one.municipality_id for one in posts if one.municipality_id]
        ),
        call=open_call_of(registration, now) if registration else None,
        searches=saved_of(person).count(),
        asked=tuple(questions_of(person)[:LATEST]),
    )


def open_call_of(registration: Registration, now: datetime) -> Call | None:
    call = call_of(registration.edition)
    return call if call is not None and stage_of(call, now) is CallStage.OPEN else None


def latest_registration(person: Person) -> Registration | None:
    """The registration to the edition that comes last; a cancelled one is none."""
    return (
        Registration.objects.filter(person=person)
        .exclude(status=RegistrationStatus.CANCELLED)
        .select_related("edition__published", "category")
        .defer("edition__published__content")
        .order_by("-edition__starts_on", "-id")
        .first()
    )


def plans_of(registration: Registration) -> list[Plan]:
    """The agenda read against the published programme, in order of time."""
    published = published_of(registration.edition)
    items = AgendaItem.objects.filter(registration=registration).values_list(
        "session__code", "status"
    )
    plans = [
        plan(published, published.sessions[code], waiting=status == SeatStatus.WAITING)
        for code, status in items
        if published and code in published.sessions
    ]
    return sorted(plans, key=lambda one: (one.start is None, one.start, one.title))


def plan(published: Published, session: Session, *, waiting: bool) -> Plan:
    place = published.halls.get(session.hall) or published.routes.get(session.route)
    return Plan(
        code=session.code,
        title=session.title,
        start=session.start,
        end=session.end,
        where=place.name if place else "",
        waiting=waiting,
        cancelled=session.state is State.CANCELLED,
    )


def by_day(plans: list[Plan]) -> tuple[tuple[date, tuple[Plan, ...]], ...]:
    days: dict[date, list[Plan]] = {}
    for one in plans:
        if one.start is not None:
            days.setdefault(one.start.date(), []).append(one)
    return tuple((day, tuple(own)) for day, own in sorted(days.items()))


def holds(visitor: Visitor, right: Right) -> bool:
    """Whether the visitor has the right anywhere at all: enough to show a way in."""
    return any(
        may(visitor, right, territory=f".{grant.where}.", space=grant.where)
        for grant in visitor.grants
    )


def sees_desk(visitor: Visitor) -> bool:
    return holds(visitor, SEE_DRAFT) or holds(visitor, MANAGE_REGISTRATIONS)


# Names of addresses, what stands there, and the right that opens them.
WAYS: tuple[tuple[str, str | Promise, Right], ...] = (
    ("account_codes", _("Sign-in codes for people of my territory"), ISSUE_CODES),
    ("portal:questions_desk", _("Questions to the experts"), ANSWER_QUESTIONS),
    ("directory:people", _("People"), EDIT_TERRITORY_PEOPLE),
    ("directory:places", _("Municipalities"), EDIT_DIRECTORY),
    ("directory:organisations", _("Organisations"), APPROVE_ORGANISATIONS),
    ("catalogue:synonyms", _("Synonyms"), EDIT_SYNONYMS),
    ("channels:outbox", _("Outbox"), SEE_OUTBOX),
    ("directory:records", _("Who opened lists of people"), SEE_RECORDS),
    ("directory:retention", _("How long data are kept"), DESTROY_DATA),
    ("directory:recurring", _("Recurring work"), SEE_RECURRING),
)


@dataclass(frozen=True, slots=True)
class Duties:
    """Ways to the visitor's work; the page behind each decides again by itself."""

    editions: tuple[Edition, ...]  # with a desk
    registered: tuple[Edition, ...]  # to which they may register others
    ways: tuple[tuple[str, str | Promise], ...]
    needs_second_factor: bool
    reviewing: tuple[Edition, ...] = ()  # whose projects wait for the visitor's reviews
    past_term: int = 0  # rows that have outlived their term of keeping
    questions: int = 0  # to the experts, without an answer

    def __bool__(self) -> bool:
        return bool(self.editions or self.registered or self.reviewing or self.ways)


def past_term(visitor: Visitor) -> int:
    """The dry run of destruction, for whoever decides about it; nothing goes by itself."""
    return rows_past_term(visitor.now) if holds(visitor, DESTROY_DATA) else 0


def reviewing_of(visitor: Visitor) -> tuple[Edition, ...]:
    """Forums that call for projects and have the visitor among their reviewers."""
    if not holds(visitor, REVIEW_PROJECTS):
        return ()
    called = Edition.objects.filter(call__isnull=False, is_public=True)
    rows = called.order_by("-starts_on", "id")
    return tuple(one for one in rows if may(visitor, REVIEW_PROJECTS, space=one.space))


def duties_of(visitor: Visitor) -> Duties:
    """One query for those who prepare a forum or register others, none for the rest."""
    every: tuple[Edition, ...] = ()
    if sees_desk(visitor) or holds(visitor, REGISTER_OTHERS):
        every = tuple(Edition.objects.order_by("-starts_on", "id"))
    return Duties(
        editions=tuple(one for one in every if may(visitor, SEE_DRAFT, space=one.space)),
        registered=tuple(
            one for one in every if one.is_public and registers_others(visitor, one.space)
        ),
        ways=tuple((name, text) for name, text, right in WAYS if holds(visitor, right)),
        needs_second_factor=visitor.is_staff and not visitor.strong,
        past_term=past_term(visitor),
        questions=waiting_count() if may(visitor, ANSWER_QUESTIONS) else 0,
    )

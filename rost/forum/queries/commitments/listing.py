"""Commitments in lists: for the desk, for everybody, of one session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet

from rost.core.language import fold
from rost.directory.models import Person
from rost.directory.queries.consents import agreed_to_be_named
from rost.directory.queries.places import label_of
from rost.forum.models import Commitment, CommitmentState, Contribution, Edition, Session
from rost.forum.rules.commitments import COUNTED, Outcome, like_a_person, outcome


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the list is wanted; empty: everything."""

    state: str = ""  # a state, or an outcome
    track: str = ""
    district: str = ""
    session: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment as it is shown: who, as may be shown to this reader, and what it came to."""

    commitment: Commitment
    promiser: str
    outcome: Outcome | None

    @property
    def late(self) -> bool:
        return self.outcome is Outcome.LATE


def today_in(edition: Edition, now: datetime) -> date:
    return now.astimezone(ZoneInfo(edition.timezone)).date()


def rows_in(edition: Edition) -> QuerySet[Commitment]:
    found = Commitment.objects.filter(edition=edition).select_related(
        "session__track", "person", "organisation", "municipality__parent", "material"
    )
    return found.order_by("number")


def desk_rows(edition: Edition, wanted: Filter, now: datetime) -> list[Row]:
    """All that the filter leaves, with the names as they were noted."""
    today = today_in(edition, now)
    found = [Row(one, one.promiser, came_to(one, today)) for one in narrowed(edition, wanted)]
    return [one for one in found if stands(one, wanted.state)]


def public_rows(edition: Edition, wanted: Filter, now: datetime) -> list[Row]:
    """Confirmed ones, with the names of those who may be named to everybody."""
    today = today_in(edition, now)
    found = list(narrowed(edition, wanted, by_name=False).filter(state__in=COUNTED))
    named = named_people(edition, found)
    rows = [Row(one, shown_promiser(one, named), came_to(one, today)) for one in found]
    return [one for one in rows if stands(one, wanted.state)]


def session_rows(edition: Edition, code: str) -> list[Commitment]:
    """For the public page of a session, kept in memory: no names, nothing that a day changes."""
    own = Q(session__code=code, session__edition=edition, edition=edition)
    reported = Q(report_at__code=code, report_at__edition=edition, edition__is_public=True)
    rows = Commitment.objects.filter(own | reported, state__in=COUNTED)
    return list(rows.select_related("edition").order_by("edition__starts_on", "number"))


def narrowed(edition: Edition, wanted: Filter, *, by_name: bool = True) -> QuerySet[Commitment]:
    """Everybody searches what was promised; who promised, only those who may read all names."""
    found = rows_in(edition)
    if wanted.track:
        found = found.filter(session__track__slug=wanted.track)
    if wanted.session:
        found = found.filter(session__code=wanted.session)
    if wanted.district:
        found = found.filter(municipality__path__contains=f".{wanted.district}.")
    for word in fold(wanted.words).split()[:5]:
        named = Q(promiser__icontains=word) if by_name else Q()
        found = found.filter(Q(text__icontains=word) | named)
    return found


def came_to(one: Commitment, today: date) -> Outcome | None:
    return outcome(state=one.state, due_on=one.due_on, closed_on=one.closed_on, today=today)


def stands(row: Row, state: str) -> bool:
    if not state:
        return True
    if state == "unasked":
        return row.commitment.state == CommitmentState.NOTED and row.commitment.asked_at is None
    if state == "proposed":
        return row.commitment.proposed_due_on is not None
    return state in {row.outcome, row.commitment.state if row.outcome is None else ""}


def named_people(edition: Edition, rows: Iterable[Commitment]) -> set[int]:
    """Whose name everybody may read: who speaks in the programme, or agreed to be named."""
    people = {one.person_id for one in rows if one.person_id is not None}
    if not people:
        return set()
    speaking = Contribution.objects.filter(session__edition=edition, person__in=people)
    agreed = Commitment.objects.filter(agreed_to_be_named(), person__in=people)
    return {
        *speaking.values_list("person_id", flat=True),
        *(number for number in agreed.values_list("person_id", flat=True) if number is not None),
    }


def shown_promiser(one: Commitment, named: set[int]) -> str:
    """The name, or the body or place that the person spoke for; empty where neither may stand.

    A name that the directory does not know is shown unless it looks like a person's: they have no
    account, so nobody asked them whether they may be named.
    """
    known_body = one.organisation_id is not None or one.municipality_id is not None
    body = known_body or not like_a_person(one.promiser)
    if one.person_id in named or (one.person_id is None and body):
        return one.promiser
    if one.organisation is not None:
        return str(one.organisation)
    return label_of(one.municipality) if one.municipality is not None else ""


def needs_of(edition: Edition, now: datetime) -> dict[str, int]:
    """What waits for the organisers: one query."""
    state, today = CommitmentState, today_in(edition, now)
    return Commitment.objects.filter(edition=edition).aggregate(
        unasked=Count(
            "pk",
            filter=Q(state=state.NOTED, asked_at__isnull=True, proposed_due_on__isnull=True),
        ),
        proposed=Count("pk", filter=Q(state=state.NOTED, proposed_due_on__isnull=False)),
        refused=Count("pk", filter=Q(state=state.REFUSED)),
        late=Count("pk", filter=Q(state=state.CONFIRMED, due_on__lt=today)),
    )


def sessions_for(edition: Edition) -> list[Session]:
    """Sessions that something may be promised at, in the order of the programme."""
    rows = Session.objects.filter(edition=edition).exclude(form="break").exclude(state="cancelled")
    return list(rows.select_related("track"))


def speakers_of(session: Session | None) -> list[Person]:
    if session is None:
        return []
    people = Person.objects.filter(contributions__session=session).distinct()
    return list(people.order_by("sort_key"))

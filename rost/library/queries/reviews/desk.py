"""The desk of reviewers: what waits, what I took, what is to be looked at again, seals that end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from rost.core.language import fold
from rost.directory.models import Municipality, Person, Role, ScopeKind
from rost.directory.queries.days_off import term_of
from rost.directory.queries.visitors import local_day
from rost.directory.rules import Reach, Visitor, may, reach
from rost.library.models import Practice, PracticeState, Review
from rost.library.rules import KEEP_LIBRARY, REVIEW_PRACTICES
from rost.library.rules.review import SOON, WORKING_DAYS

from .conflicts import conflicts_of

WAITING, MINE, TAKEN, AGAIN, SEALS, DONE = "waiting", "mine", "taken", "again", "seals", "done"
SHOWN = (WAITING, MINE, TAKEN, AGAIN, SEALS, DONE)
MOST_DISTRICTS = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of the address."""

    show: str = WAITING
    district: str = ""
    text: str = ""
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """`since`: sent, taken or sealed; `due`: by when the next thing is to be done."""

    practice: Practice
    review: Review | None
    since: date | None
    due: date | None
    late: bool
    clash: str


def desk_reach(visitor: Visitor) -> Reach:
    """Where the visitor reviews; keepers of the library look after all of it."""
    if may(visitor, KEEP_LIBRARY):
        return Reach(everywhere=True)
    return reach(visitor, REVIEW_PRACTICES)


def within(found: QuerySet[Practice], reached: Reach) -> QuerySet[Practice]:
    if reached.everywhere:
        return found
    inside = Q(pk__in=[])
    for code in reached.territories:
        inside |= Q(municipality__path__contains=f".{code}.")
    return found.filter(inside)


def desk_rows(
    visitor: Visitor, wanted: Wanted, day: date, names: Iterable[int] = ()
) -> QuerySet[Practice]:
    """Practices of one tab, what waits longest first; `names` narrows by title (`titled`)."""
    rows = shown(visitor, wanted.show, day)
    if wanted.district:
        rows = rows.filter(municipality__path__contains=f".{wanted.district}.")
    if wanted.text:
        rows = rows.filter(pk__in=list(names))
    if wanted.overdue and wanted.show in (WAITING, MINE, TAKEN):
        rows = rows.annotate(begun=Coalesce(open_since(), F("sent_at")))
        rows = rows.filter(begun__lt=last_late_moment(visitor.now, day))
    return rows.select_related("municipality__parent", "author", "version")


def shown(visitor: Visitor, show: str, day: date) -> QuerySet[Practice]:
    rows = within(Practice.objects.all(), desk_reach(visitor))
    taken = Review.objects.filter(decided_at__isnull=True)
    opened = Exists(taken.filter(practice=OuterRef("pk")))
    published = rows.filter(state=PracticeState.PUBLISHED)
    match show:
        case "mine":
            mine = taken.filter(reviewer=visitor.person).values("practice")
            return rows.filter(pk__in=mine).order_by("sent_at", "id")
        case "taken":
            return rows.filter(pk__in=taken.values("practice")).order_by("sent_at", "id")
        case "again":
            due = published.filter(Q(review_by__lte=day + SOON) | Q(review_by__isnull=True))
            return due.exclude(opened).order_by(F("review_by").asc(nulls_first=True), "id")
        case "seals":
            return published.filter(sealed_until__lte=day + SOON).order_by("sealed_until", "id")
        case "done":
            past = Review.objects.filter(decided_at__isnull=False, reviewer=visitor.person)
            return rows.filter(pk__in=past.values("practice")).order_by("-id")
        case _:
            waiting = rows.filter(state=PracticeState.SENT).exclude(opened)
            return waiting.order_by("sent_at", "id")


def open_since() -> Subquery:
    opened = Review.objects.filter(practice=OuterRef("pk"), decided_at__isnull=True)
    return Subquery(opened.values("taken_at")[:1])


def last_late_moment(now: datetime, day: date) -> datetime:
    """What was sent before this moment is over term: found by walking the days back."""
    back = now
    while term_of(local_day(back), WORKING_DAYS) >= day:
        back -= timedelta(days=1)
    return back


def titled(visitor: Visitor, wanted: Wanted, day: date) -> list[int]:
    """Practices of the tab whose titles hold every word: no database folds Cyrillic for us."""
    words = fold(wanted.text).split()
    rows = shown(visitor, wanted.show, day).values_list("pk", "title")
    return [pk for pk, title in rows if all(word in fold(title) for word in words)]


def counts(visitor: Visitor, day: date) -> list[tuple[str, int]]:
    """How many stand in each tab but the last; a query each."""
    return [(one, shown(visitor, one, day).count()) for one in SHOWN if one != DONE]


def lines_of(visitor: Visitor, practices: Iterable[Practice], show: str, day: date) -> list[Row]:
    practices = list(practices)
    person = visitor.person
    opened = {
        one.practice_id: one
        for one in Review.objects.filter(
            practice__in=practices, decided_at__isnull=True
        ).select_related("reviewer")
    }
    clashes = conflicts_of(practices, person, day) if person is not None else {}
    return [
        line_of(one, opened.get(one.pk), show, day, str(clashes.get(one.pk, "")))
        for one in practices
    ]


def line_of(
    practice: Practice, review: Review | None, show: str, day: date, clash: str = ""
) -> Row:
    if show in (AGAIN, SEALS):
        due = practice.sealed_until if show == SEALS else practice.review_by
        since = local_day(practice.version.published_at) if practice.version else None
        return Row(practice, review, since, due, due is not None and due < day, clash)
    begun = review.taken_at if review is not None else practice.sent_at
    if show == DONE or begun is None:
        return Row(practice, review, local_day(begun) if begun else None, None, False, clash)
    since = local_day(begun)
    due = term_of(since, WORKING_DAYS)
    return Row(practice, review, since, due, due < day, clash)


def districts_of(visitor: Visitor, show: str, day: date) -> list[Municipality]:
    """Districts and okrugs of the tab's practices, for the filter; two queries."""
    places = shown(visitor, show, day).order_by().values_list("municipality__path", flat=True)
    codes = {
        path.strip(".").split(".")[1] for path in places.distinct() if path and path.count(".") > 2
    }
    return list(Municipality.objects.filter(code__in=codes).order_by("sort_key")[:MOST_DISTRICTS])


def reviewers(day: date) -> list[Person]:
    """Whom an editor may give a practice: everybody with the right on the whole platform."""
    held = Role.objects.held_on(day).filter(
        name__in=REVIEW_PRACTICES.roles, scope=ScopeKind.PLATFORM, person__is_active=True
    )
    return list(Person.objects.filter(pk__in=held.values("person")).order_by("sort_key", "id"))

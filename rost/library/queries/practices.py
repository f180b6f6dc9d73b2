"""One door to a practice, its name in the catalogue, and whose practices there are."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from rost.catalogue.models import Audience, Card
from rost.catalogue.queries.lineage import sources_of
from rost.catalogue.queries.things import Thing
from rost.core.passport import load
from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.directory.queries.places import label_of
from rost.directory.rules import Visitor
from rost.library.models import Practice, PracticeState

PREFIX = "library.practice:"


def key_of(practice: Practice) -> str:
    return f"{PREFIX}{practice.pk}"


def path_of(practice: Practice) -> str:
    """Without a language: the page puts the reader's before it."""
    return f"/practices/{practice.pk}/"


def thing_of(practice: Practice) -> Thing:
    """A draft as its authors find it."""
    passport = load(practice.passport)
    return Thing(
        key=key_of(practice),
        kind="practice",
        title=practice.title,
        path=path_of(practice),
        summary=passport.problem,
        body=" ".join((passport.solution, *passport.steps)),
        language=practice.language,
        municipality=practice.municipality,
        local_issues=passport.local_issues,
        national_project=passport.national_project,
        year=passport.year,
        audience=Audience.NAMED,
        readers=(practice.author, *practice.co_authors.all()),
    )


def get_practice_for(visitor: Visitor, number: int) -> Practice | None:
    """A draft is its authors' alone, whatever roles others have."""
    if visitor.person is None:
        return None
    rows = Practice.objects.select_related("author", "municipality__parent")
    return rows.filter(_of(visitor.person), pk=number).distinct().first()


def practices_of(person: Person) -> QuerySet[Practice]:
    """Those that the person wrote or made with others, the latest first."""
    return Practice.objects.filter(_of(person)).distinct()


def practice_behind(key: str) -> Practice | None:
    """The practice that a key of the catalogue names."""
    number = key.removeprefix(PREFIX)
    if not key.startswith(PREFIX) or not number.isdecimal():
        return None
    return Practice.objects.filter(pk=int(number)).first()


def origins_of(practice: Practice) -> list[Card]:
    """What it grew from."""
    return [one.source for one in sources_of(key_of(practice))]


def practices_kept(person: Person) -> Iterator[tuple[Cell | Promise, ...]]:
    for one in practices_of(person).select_related("municipality__parent").order_by("id"):
        yield (
            one.title,
            label_of(one.municipality) if one.municipality is not None else "",
            PracticeState(one.state).label,
            one.began_at,
            one.saved_at,
        )


def _of(person: Person) -> Q:
    return Q(author=person) | Q(co_authors=person)

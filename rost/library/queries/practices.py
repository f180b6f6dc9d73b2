"""One door to a practice's working copy, and whose practices there are."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from rost.catalogue.models import Card, Growth
from rost.catalogue.queries.lineage import grown_from, sources_of
from rost.core.conditions import Conditions
from rost.core.conditions import load as load_conditions
from rost.core.passport import Passport, load
from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.directory.queries.places import label_of
from rost.directory.rules import Visitor, may
from rost.library.models import Practice, PracticeState, Version
from rost.library.rules import REVIEW_PRACTICES

PREFIX = "library.practice:"
# What reviewers read beside the authors; a copy that is being written is its authors' alone.
READ_BY_REVIEWERS = (PracticeState.SENT, PracticeState.RETURNED, PracticeState.WITHDRAWN)


def key_of(practice: Practice) -> str:
    return f"{PREFIX}{practice.pk}"


def path_of(practice: Practice) -> str:
    """Without a language: the page puts the reader's before it."""
    return f"/practices/{practice.pk}/"


def passport_of(holder: Practice | Version) -> Passport:
    return load(holder.passport)


def conditions_of(holder: Practice | Version) -> Conditions:
    return load_conditions(holder.conditions)


def name_of(practice: Practice) -> str:
    """Its title; the beginning of the problem while it has none."""
    return practice.title or passport_of(practice).problem[:80].strip()


def get_practice_for(visitor: Visitor, number: int) -> Practice | None:
    """The working copy: its authors', and the reviewers' from the moment it was sent."""
    if visitor.person is None:
        return None
    rows = Practice.objects.select_related("author", "municipality__parent", "version")
    practice = rows.filter(pk=number).first()
    if practice is None:
        return None
    return practice if is_author(visitor.person, practice) or reads(visitor, practice) else None


def is_author(person: Person | None, practice: Practice) -> bool:
    """One of those who write it."""
    if person is None:
        return False
    return practice.author_id == person.pk or practice.co_authors.filter(pk=person.pk).exists()


def reads(visitor: Visitor, practice: Practice) -> bool:
    place = practice.municipality.path if practice.municipality is not None else ""
    return practice.state in READ_BY_REVIEWERS and may(visitor, REVIEW_PRACTICES, territory=place)


def authors_of(practice: Practice) -> list[Person]:
    """The author first; whoever has left is not among them."""
    first = [practice.author] if practice.author is not None else []
    return [*first, *practice.co_authors.order_by("sort_key", "id")]


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


def grown_of(practice: Practice) -> list[Card]:
    """What grew from it and stands: adoptions, practices of others."""
    return [one.result for growth in Growth for one in grown_from(key_of(practice), growth)]


def practices_kept(person: Person) -> Iterator[tuple[Cell | Promise, ...]]:
    for one in practices_of(person).select_related("municipality__parent").order_by("id"):
        yield (
            name_of(one),
            label_of(one.municipality) if one.municipality is not None else "",
            PracticeState(one.state).label,
            passport_of(one).contact if one.author_id == person.pk else "",
            one.began_at,
            one.saved_at,
        )


def _of(person: Person) -> Q:
    return Q(author=person) | Q(co_authors=person)

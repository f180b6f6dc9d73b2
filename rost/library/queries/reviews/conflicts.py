"""Who may not review what: asked when a practice is taken and again when it is decided upon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from rost.directory.models import Kind, Person, Post
from rost.library.models import Practice
from rost.library.rules.review import Clash, clash_of


def conflict_of(practice: Practice, person: Person, day: date) -> Clash | None:
    return conflicts_of([practice], person, day).get(practice.pk)


def conflicts_of(practices: Iterable[Practice], person: Person, day: date) -> dict[int, Clash]:
    """By practice, those alone that the person is in conflict with; two queries.

    The practices come with `municipality__parent` loaded.
    """
    practices = list(practices)
    authors: defaultdict[int, set[int]] = defaultdict(set)
    together = Practice.co_authors.through.objects.filter(
        practice__in=[one.pk for one in practices], person=person
    )
    for number in together.values_list("practice_id", flat=True):
        authors[number].add(person.pk)
    for one in practices:
        if one.author_id == person.pk:
            authors[one.pk].add(person.pk)
    posts, organisations = set(), set()
    held = Post.objects.filter(person=person).held_on(day)
    for place, organisation in held.values_list("municipality_id", "organisation_id"):
        posts.add(place)
        organisations.add(organisation)
    found = {}
    for one in practices:
        clash = clash_of(
            reviewer=person.pk,
            authors=frozenset(authors[one.pk]),
            posts=frozenset(posts - {None}),
            places=places_of(one),
            organisations=frozenset(organisations - {None}),
            organisation=one.organisation_id,
        )
        if clash is not None:
            found[one.pk] = clash
    return found


def places_of(practice: Practice) -> frozenset[int]:
    """Its municipality and the district it lies in; the Republic is nobody's own district."""
    place = practice.municipality
    if place is None:
        return frozenset()
    parent = place.parent
    if parent is None or parent.kind == Kind.REGION:
        return frozenset({place.pk})
    return frozenset({place.pk, parent.pk})

"""Who lives or serves in the territories a visitor looks after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from rost.core.language import fold
from rost.directory.models import Person, Post
from rost.directory.rules import EDIT_TERRITORY_PEOPLE, Visitor, reach


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a list, with the posts in force."""

    person: Person
    posts: tuple[Post, ...]


def people_for(visitor: Visitor) -> QuerySet[Person]:
    """People the visitor may see: those whose home or post, past ones too, lies within reach."""
    within = reach(visitor, EDIT_TERRITORY_PEOPLE)
    if within.everywhere:
        return Person.objects.filter(is_active=True)
    own = Q(pk__in=())
    for code in within.territories:
        posts = Post.objects.filter(
            Q(municipality__path__contains=f".{code}.")
            | Q(organisation__municipality__path__contains=f".{code}.")
        )
        own |= Q(home__path__contains=f".{code}.") | Q(pk__in=posts.values("person"))
    return Person.objects.filter(own, is_active=True)


def find_people(people: QuerySet[Person], text: str, *, territory: str = "") -> QuerySet[Person]:
    """Those whose name holds every word typed; of one territory, if its code is given."""
    for word in fold(text).split():
        people = people.filter(search_name__contains=word)
    if territory:
        posts = Post.objects.filter(municipality__path__contains=f".{territory}.")
        people = people.filter(
            Q(home__path__contains=f".{territory}.") | Q(pk__in=posts.values("person"))
        )
    return people.select_related("home__parent")


def person_lines(people: Iterable[Person], *, day: date) -> list[PersonLine]:
    """Lines of a page of the list; one query for all posts."""
    listed = list(people)
    posts: dict[int, list[Post]] = {}
    held = Post.objects.filter(person__in=listed).held_on(day)
    for post in held.select_related("municipality__parent", "organisation"):
        posts.setdefault(post.person_id, []).append(post)
    return [PersonLine(person, tuple(posts.get(person.pk, ()))) for person in listed]

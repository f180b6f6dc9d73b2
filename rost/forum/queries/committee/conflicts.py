"""Who must not mark which project: what they have said, and what the posts say by themselves.

An author, a co-author, somebody with a post in the same municipality or organisation as the
project or its authors: 273-ФЗ, article 10, takes any personal interest that may influence duty as
a conflict; these three are those that the platform can see.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Person, Post
from rost.forum.models import CoAuthor, Conflict, Project


class Why(models.TextChoices):
    DECLARED = "declared", _("You have declared a conflict of interests.")
    AUTHOR = "author", _("You are among the authors.")
    PLACE = "place", _("You hold a post in the same municipality.")
    ORGANISATION = "organisation", _("You hold a post in the same organisation.")


def conflict_of(project: Project, person: Person, day: date) -> Why | None:
    return conflicts_of([project], person, day).get(project.pk)


def conflicts_of(projects: Iterable[Project], person: Person, day: date) -> dict[int, Why]:
    """By project, those alone that the person is in conflict with; four queries at most."""
    projects = list(projects)
    numbers = [one.pk for one in projects]
    declared = Conflict.objects.filter(reviewer=person, project__in=numbers)
    found = dict.fromkeys(declared.values_list("project_id", flat=True), Why.DECLARED)
    authors = _authors(projects)
    for number, people in authors.items():
        if person.pk in people:
            found.setdefault(number, Why.AUTHOR)
    places, organisations = _posts(authors, person, day)
    for one in projects:
        if one.pk not in found and places[person.pk] & _of(places, authors[one.pk], one, "place"):
            found[one.pk] = Why.PLACE
        same = organisations[person.pk] & _of(organisations, authors[one.pk], one, "organisation")
        if same:
            found.setdefault(one.pk, Why.ORGANISATION)
    return found


def _authors(projects: list[Project]) -> dict[int, set[int]]:
    authors = {one.pk: {one.author_id} for one in projects}
    # Who was only asked is not among them: else an author could choose who must not mark.
    rows = CoAuthor.objects.filter(project__in=authors, accepted_at__isnull=False)
    for project, person in rows.values_list("project_id", "person_id"):
        if person is not None:
            authors[project].add(person)
    return authors


def _posts(
    authors: dict[int, set[int]], person: Person, day: date
) -> tuple[defaultdict[int, set[int]], defaultdict[int, set[int]]]:
    everybody = {person.pk}.union(*authors.values())
    places: defaultdict[int, set[int]] = defaultdict(set)
    organisations: defaultdict[int, set[int]] = defaultdict(set)
    held = Post.objects.filter(person__in=everybody).held_on(day)
    for who, place, organisation in held.values_list(
        "person_id", "municipality_id", "organisation_id"
    ):
        if place is not None:
            places[who].add(place)
        if organisation is not None:
            organisations[who].add(organisation)
    return places, organisations


def _of(held: dict[int, set[int]], people: set[int], project: Project, what: str) -> set[int]:
    own = project.municipality_id if what == "place" else project.organisation_id
    return {own} - {None} | set().union(*(held.get(one, set()) for one in people))  # type: ignore[return-value]

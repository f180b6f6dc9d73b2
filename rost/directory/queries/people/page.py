"""What the page of a person shows to whoever looks after people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rost.directory.models import Person, Post, Role
from rost.directory.queries.spaces import space_titles


@dataclass(frozen=True, slots=True)
class HeldRole:
    role: Role
    space: str  # title of the space where it holds, empty for other scopes


@dataclass(frozen=True, slots=True)
class PersonPage:
    person: Person
    posts: list[Post]
    past_posts: list[Post]
    roles: list[HeldRole]
    past_roles: list[HeldRole]


def person_page(person: Person, *, day: date) -> PersonPage:
    """Posts and roles, those in force or to come before those that have ended; two queries.

    A third one where a role holds in a space.
    """
    posts = list(person.posts.select_related("municipality__parent", "organisation__municipality"))
    roles = list(person.roles.select_related("territory__parent", "post"))
    titles = space_titles(role.space for role in roles)
    held = [HeldRole(role, titles.get(role.space, role.space)) for role in roles]
    return PersonPage(
        person=person,
        posts=[post for post in posts if not _over(post.held_to, day)],
        past_posts=[post for post in posts if _over(post.held_to, day)],
        roles=[one for one in held if not _over(one.role.held_to, day)],
        past_roles=[one for one in held if _over(one.role.held_to, day)],
    )


def person_role_names(person: Person, *, day: date) -> list[str]:
    """Names of the roles in force."""
    return list(person.roles.held_on(day).values_list("name", flat=True).distinct())


def _over(held_to: date | None, day: date) -> bool:
    return held_to is not None and held_to < day

"""One door a kind: a person, a post or a role the visitor may look after, or None."""

from __future__ import annotations

from collections.abc import Iterable

from rost.directory.models import Person, Post, Role
from rost.directory.rules import (
    APPROVE_ORGANISATIONS,
    EDIT_TERRITORY_PEOPLE,
    GRANT_ROLES,
    Visitor,
    may,
    may_move_post,
)

from .listing import people_for


def get_person_for(visitor: Visitor, pk: int) -> Person | None:
    return people_for(visitor).select_related("home__parent").filter(pk=pk).first()


def get_post_for(visitor: Visitor, pk: int) -> Post | None:
    """A post the visitor may end or hand over: in a place, or an organisation, within reach."""
    post = (
        Post.objects.filter(pk=pk)
        .select_related("person", "municipality__parent", "organisation__municipality")
        .first()
    )
    if post is None:
        return None
    return post if post.pk in movable_posts(visitor, [post]) else None


def movable_posts(visitor: Visitor, posts: Iterable[Post]) -> set[int]:
    """Keys of the posts that the visitor may end or hand over; one query for all."""
    near = [post for post in posts if _within_reach(visitor, post)]
    roles: dict[int, list[str]] = {post.pk: [] for post in near}
    for key, name in Role.objects.filter(post__in=near).values_list("post_id", "name"):
        if key is not None:
            roles[key].append(name)
    return {key for key, names in roles.items() if may_move_post(visitor, names)}


def _within_reach(visitor: Visitor, post: Post) -> bool:
    where = post.municipality or (post.organisation.municipality if post.organisation else None)
    territory = where.path if where else ""
    return may(visitor, EDIT_TERRITORY_PEOPLE, territory=territory) or (
        post.organisation is not None and may(visitor, APPROVE_ORGANISATIONS, territory=territory)
    )


def get_role_for(visitor: Visitor, pk: int) -> Role | None:
    """A role the visitor may end."""
    if not may(visitor, GRANT_ROLES):
        return None
    return Role.objects.filter(pk=pk).select_related("person", "territory", "post").first()

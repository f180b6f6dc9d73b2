"""One door a kind: a person, a post or a role the visitor may look after, or None."""

from __future__ import annotations

from rost.directory.models import Person, Post, Role
from rost.directory.rules import (
    APPROVE_ORGANISATIONS,
    EDIT_TERRITORY_PEOPLE,
    GRANT_ROLES,
    Visitor,
    may,
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
    where = post.municipality or (post.organisation.municipality if post.organisation else None)
    territory = where.path if where else ""
    allowed = may(visitor, EDIT_TERRITORY_PEOPLE, territory=territory) or (
        post.organisation is not None and may(visitor, APPROVE_ORGANISATIONS, territory=territory)
    )
    return post if allowed else None


def get_role_for(visitor: Visitor, pk: int) -> Role | None:
    """A role the visitor may end."""
    if not may(visitor, GRANT_ROLES):
        return None
    return Role.objects.filter(pk=pk).select_related("person", "territory", "post").first()

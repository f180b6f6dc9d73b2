"""Reads of invitations."""

from __future__ import annotations

from django.db.models import OuterRef, QuerySet, Subquery

from rost.directory.models import Person, Post, PostKind
from rost.forum.models import Edition, Invitation, Registration


def first_time_heads(edition: Edition) -> QuerySet[Person]:
    """Heads elected for the first time who hold the post on the forum's first day."""
    posts = Post.objects.held_on(edition.starts_on).filter(
        kind=PostKind.HEAD, elected_first_time=True
    )
    return Person.objects.filter(pk__in=posts.values("person")).order_by("sort_key", "id")


def invitations_of(edition: Edition) -> QuerySet[Invitation]:
    """Invitations with place, key and what became of them; the rows of the organiser's list."""
    own = Registration.objects.filter(edition=edition, person=OuterRef("person"))
    return (
        Invitation.objects.filter(edition=edition)
        .select_related("person__home__parent", "category", "key")
        .annotate(registration_status=Subquery(own.values("status")[:1]))
        .order_by("person__sort_key", "id")
    )

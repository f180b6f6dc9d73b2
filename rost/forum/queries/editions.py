"""One door to an edition: what a visitor may not see is not there for them."""

from __future__ import annotations

from datetime import date

from rost.directory.rules import Right, Visitor, may
from rost.forum.models import Edition
from rost.forum.rules import SEE_DRAFT


def get_edition_for(visitor: Visitor, slug: str, right: Right | None = None) -> Edition | None:
    """The edition: with `right` if the visitor has it there, without if it is public or theirs.

    Its version comes without its content, which `published_of` reads once a process.
    """
    editions = Edition.objects.select_related("published").defer("published__content")
    edition = editions.filter(slug=slug).first()
    if edition is None:
        return None
    if right is not None:
        return edition if may(visitor, right, space=edition.space) else None
    seen = edition.is_public or may(visitor, SEE_DRAFT, space=edition.space)
    return edition if seen else None


def edition_spaces() -> list[tuple[str, str]]:
    """Every edition as a space of roles, with its title; the latest first."""
    editions = Edition.objects.order_by("-starts_on", "id").only("pk", "name", "starts_on")
    return [(one.space, f"{one.name}, {one.starts_on.year}") for one in editions]


def edition_of_space(space: str) -> Edition | None:
    """The edition that a scope of roles is of; None for a scope of another kind."""
    kind, _colon, number = space.partition(":")
    if kind != "forum.edition" or not number.isdecimal():
        return None
    return Edition.objects.filter(pk=int(number)).first()


def address_free(slug: str) -> bool:
    return not Edition.objects.filter(slug=slug).exists()


def edition_nearby(day: date) -> Edition | None:
    """The public edition that goes on or comes next; with none ahead, the last one."""
    public = Edition.objects.filter(is_public=True)
    ahead = public.filter(ends_on__gte=day).order_by("starts_on", "id").first()
    return ahead or public.order_by("-starts_on", "-id").first()

"""Reads of organisations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from rost.core.language import fold
from rost.directory.models import Organisation, Post, PostKind
from rost.directory.queries.consents import agreed_to_be_named
from rost.directory.rules import APPROVE_ORGANISATIONS, EDIT_TERRITORY_PEOPLE, Visitor, may, reach


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    organisation: Organisation
    representatives: list[Post]
    unnamed: int  # representatives who have not agreed to be named in public
    may_decide: bool
    may_change: bool
    may_name: bool


def organisations_for(visitor: Visitor, *, day: date) -> QuerySet[Organisation]:
    """Approved ones for everyone; those that wait, for moderators and their representatives."""
    seen = Q(approved_at__isnull=False)
    within = reach(visitor, APPROVE_ORGANISATIONS)
    if within.everywhere:
        return Organisation.objects.select_related("municipality__parent")
    for code in within.territories:
        seen |= Q(municipality__path__contains=f".{code}.")
    if visitor.person is not None:
        seen |= Q(pk__in=_posts_of(visitor, day).values("organisation"))
    return Organisation.objects.filter(seen).select_related("municipality__parent")


def find_organisations(
    organisations: QuerySet[Organisation], text: str, *, kind: str = "", waiting: bool = False
) -> QuerySet[Organisation]:
    """By words of the name or by the beginning of an INN or OGRN."""
    digits = text.replace(" ", "")
    if digits.isascii() and digits.isdigit():
        organisations = organisations.filter(Q(inn__startswith=digits) | Q(ogrn__startswith=digits))
    else:
        for word in fold(text).split():
            organisations = organisations.filter(search_name__contains=word)
    if kind:
        organisations = organisations.filter(kind=kind)
    return organisations.filter(approved_at__isnull=True) if waiting else organisations


def get_organisation_for(visitor: Visitor, pk: int, *, day: date) -> Organisation | None:
    return organisations_for(visitor, day=day).filter(pk=pk).first()


def organisation_page(
    visitor: Visitor, organisation: Organisation, *, day: date
) -> OrganisationPage:
    """The page; representatives who have not agreed to be named are shown to moderators alone."""
    decides = may_decide(visitor, organisation)
    posts = list(
        Post.objects.filter(organisation=organisation)
        .held_on(day)
        .annotate(named=agreed_to_be_named())
        .select_related("person")
    )
    own = any(post.person == visitor.person for post in posts)
    shown = [post for post in posts if decides or own or post.named]  # type: ignore[attr-defined]
    return OrganisationPage(
        organisation=organisation,
        representatives=shown,
        unnamed=len(posts) - len(shown),
        may_decide=decides,
        may_change=decides or may_change(visitor, organisation, day=day),
        may_name=may_name(visitor, organisation),
    )


def may_decide(visitor: Visitor, organisation: Organisation) -> bool:
    """Whether the visitor approves organisations where this one is."""
    place = organisation.municipality
    return may(visitor, APPROVE_ORGANISATIONS, territory=place.path if place else "")


def may_name(visitor: Visitor, organisation: Organisation) -> bool:
    """Whether the visitor enters people where the organisation is, and so who speaks for it."""
    place = organisation.municipality
    return may(visitor, EDIT_TERRITORY_PEOPLE, territory=place.path if place else "")


def may_change(visitor: Visitor, organisation: Organisation, *, day: date) -> bool:
    """Moderators, and the organisation's own representatives while their post is in force."""
    if may_decide(visitor, organisation):
        return True
    return visitor.person is not None and (
        _posts_of(visitor, day).filter(organisation=organisation).exists()
    )


def _posts_of(visitor: Visitor, day: date) -> QuerySet[Post]:
    return Post.objects.filter(
        person=visitor.person, kind=PostKind.REPRESENTATIVE, organisation__isnull=False
    ).held_on(day)

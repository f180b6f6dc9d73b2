"""Who may say that it was promised so: the person, or those who stand for the place or body."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from rost.directory.models import Person, Post, PostKind, Role, RoleName, ScopeKind
from rost.forum.models import Commitment

STANDING_FOR = (PostKind.HEAD, PostKind.REPRESENTATIVE)


def confirmers_of(commitment: Commitment, day: date) -> list[Person]:
    """Nobody for a mere name: then the organiser records the answer on its basis."""
    if commitment.person_id is not None:
        return list(Person.objects.filter(pk=commitment.person_id, is_active=True))
    posts, roles = standing_for(commitment)
    if posts is None:
        return []
    heads = Post.objects.held_on(day).filter(posts, kind__in=STANDING_FOR).values("person")
    people = Q(pk__in=heads)
    if roles is not None:
        named = Role.objects.held_on(day).filter(roles, name=RoleName.REPRESENTATIVE)
        people |= Q(pk__in=named.values("person"))
    return list(Person.objects.filter(people, is_active=True).order_by("pk"))


def standing_for(commitment: Commitment) -> tuple[Q | None, Q | None]:
    """Conditions on posts and on roles."""
    if commitment.organisation_id is not None:
        return Q(organisation=commitment.organisation_id), None
    if commitment.municipality_id is not None:
        place = commitment.municipality_id
        return Q(municipality=place), Q(scope=ScopeKind.TERRITORY, territory=place)
    return None, None


def may_answer(person: Person | None, commitment: Commitment, day: date) -> bool:
    """Asked on every request: a head who has left office answers no more."""
    if person is None:
        return False
    if commitment.person_id is not None:
        return commitment.person_id == person.pk
    return any(one.pk == person.pk for one in confirmers_of(commitment, day))


def answerable_by(person: Person, day: date) -> Q:
    """Condition on commitments that this person may answer today."""
    posts = Post.objects.held_on(day).filter(person=person, kind__in=STANDING_FOR)
    roles = Role.objects.held_on(day).filter(
        person=person, name=RoleName.REPRESENTATIVE, scope=ScopeKind.TERRITORY
    )
    bodies = Q(organisation__in=posts.exclude(organisation=None).values("organisation"))
    places = Q(municipality__in=posts.exclude(municipality=None).values("municipality"))
    places |= Q(municipality__in=roles.values("territory"))
    return Q(person=person) | (Q(person=None) & (bodies | (Q(organisation=None) & places)))

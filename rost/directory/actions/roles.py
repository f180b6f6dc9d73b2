"""Granting roles and ending them."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Municipality, Person, Post, Role, RoleName, ScopeKind
from rost.ui.refusals import Refusal


class RoleBasisMissing(Refusal):
    """A role is granted by a document."""


class ScopeUnclear(Refusal):
    """The scope and what it names do not agree."""


class RoleDatesOutOfOrder(Refusal):
    """The end stands before the beginning."""


class RoleHeld(Refusal):
    """The person has this role there already."""


class RoleEnded(Refusal):
    """The role has already ended."""


class PostOfAnother(Refusal):
    """A role rests on a post of the same person."""


class LastAdministrator(Refusal):
    """Nobody would be left to grant roles."""


@transaction.atomic
def grant_role(
    *,
    person: Person,
    name: str,
    scope: str,
    territory: Municipality | None = None,
    space: str = "",
    post: Post | None = None,
    held_from: date,
    held_to: date | None = None,
    basis: str,
    granted_by: Person | None = None,
) -> Role:
    """Let the person act in a role; one that rests on a post ends with it at the latest."""
    if not basis.strip():
        raise RoleBasisMissing(_("Name the document that grants the role."))
    _check_scope(scope, territory, space)
    if post is not None:
        if post.person_id != person.pk:
            raise PostOfAnother(_("The role can rest only on a post of the same person."))
        held_from = max(held_from, post.held_from)
        held_to = min(filter(None, (held_to, post.held_to)), default=None)
    if held_to is not None and held_to < held_from:
        raise RoleDatesOutOfOrder(_("The last day stands before the first day: check the dates."))
    Person.objects.select_for_update().get(
        pk=person.pk
    )  # the same role is not granted twice at once
    _check_not_held(person, name, scope, territory, space, held_from, held_to)
    return Role.objects.create(
        person=person,
        name=name,
        scope=scope,
        territory=territory,
        space=space,
        post=post,
        held_from=held_from,
        held_to=held_to,
        basis=basis.strip(),
        granted_by=granted_by,
    )


@transaction.atomic
def end_role(*, role: Role, on: date) -> Role:
    """End the role; `on` is its last day. The last administrator of the platform stays."""
    role = Role.objects.select_for_update().get(pk=role.pk)
    if role.held_to is not None and role.held_to < on:
        raise RoleEnded(_("This role has already ended."))
    if role.name == RoleName.ADMINISTRATOR and role.scope == ScopeKind.PLATFORM:
        _check_another_administrator(role, on)
    if on < role.held_from:
        raise RoleDatesOutOfOrder(_("The last day stands before the first day: check the dates."))
    role.held_to = on
    role.save(update_fields=["held_to"])
    return role


def _check_scope(scope: str, territory: Municipality | None, space: str) -> None:
    fits = {
        ScopeKind.PLATFORM: territory is None and not space,
        ScopeKind.TERRITORY: territory is not None and not space,
        ScopeKind.SPACE: territory is None and bool(space),
    }
    if not fits.get(ScopeKind(scope), False):
        raise ScopeUnclear(
            _("Say where the role holds: the whole platform, one territory or one space.")
        )


def _check_not_held(
    person: Person,
    name: str,
    scope: str,
    territory: Municipality | None,
    space: str,
    held_from: date,
    held_to: date | None,
) -> None:
    same = Role.objects.filter(
        person=person, name=name, scope=scope, territory=territory, space=space
    ).filter(Q(held_to__isnull=True) | Q(held_to__gte=held_from))
    if held_to is not None:
        same = same.filter(held_from__lte=held_to)
    if same.exists():
        raise RoleHeld(_("The person has this role there on these days already."))


def _check_another_administrator(role: Role, on: date) -> None:
    others = (
        Role.objects.select_for_update()
        .filter(name=RoleName.ADMINISTRATOR, scope=ScopeKind.PLATFORM, post__isnull=True)
        .filter(Q(held_to__isnull=True) | Q(held_to__gt=on), held_from__lte=on)
    )
    staying = [one for one in others.select_related("person") if one.pk != role.pk]
    if not any(one.person.is_active for one in staying):
        raise LastAdministrator(
            _("This is the last administrator: grant the role to another person first.")
        )

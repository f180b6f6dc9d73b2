"""Giving posts, ending them, and handing one over when its holder changes.

Both dates of a post are included. A role that rests on a post never outlives it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Municipality, Organisation, Person, Post, PostKind, Role
from rost.ui.refusals import Refusal

DAY = timedelta(days=1)


class PlaceMissing(Refusal):
    """A post is held in a municipality or in an organisation: in one of them."""


class PlaceClosed(Refusal):
    """The municipality is not in force on these dates."""


class DatesOutOfOrder(Refusal):
    """The end stands before the beginning."""


class EndMissing(Refusal):
    """A representative acts for an organisation until a named day."""


class HeadInOffice(Refusal):
    """The municipality has a head already."""


class PostEnded(Refusal):
    """The post has already ended."""


@transaction.atomic
def give_post(
    *,
    person: Person,
    kind: str,
    title: str,
    municipality: Municipality | None = None,
    organisation: Organisation | None = None,
    held_from: date,
    held_to: date | None = None,
    elected_first_time: bool = False,
    basis: str = "",
) -> Post:
    """Record that the person holds a post from a day on."""
    if (municipality is None) == (organisation is None):
        raise PlaceMissing(_("Choose where the post is: a municipality or an organisation."))
    check_dates(held_from, held_to)
    if kind == PostKind.REPRESENTATIVE and held_to is None:
        raise EndMissing(_("A representative acts until a named day: write the last day."))
    if municipality is not None:
        _check_in_force(municipality, held_from, held_to)
        if kind == PostKind.HEAD:
            _check_no_other_head(municipality, held_from, held_to)
    return Post.objects.create(
        person=person,
        kind=kind,
        title=title.strip() or str(PostKind(kind).label),
        municipality=municipality,
        organisation=organisation,
        held_from=held_from,
        held_to=held_to,
        elected_first_time=elected_first_time,
        basis=basis.strip(),
    )


@transaction.atomic
def end_post(*, post: Post, on: date, basis: str = "") -> Post:
    """End the post and every role that rests on it; `on` is the last day."""
    post = Post.objects.select_for_update().get(pk=post.pk)
    _check_open(post, on)
    check_dates(post.held_from, on)
    post.held_to = on
    if basis.strip():
        post.basis = "; ".join(filter(None, (post.basis, basis.strip())))[:300]
    post.save(update_fields=["held_to", "basis"])
    end_roles_on(post, on)
    return post


@transaction.atomic
def hand_over(
    *,
    post: Post,
    successor: Person,
    on: date,
    basis: str,
    now: datetime,
    held_to: date | None = None,
    elected_first_time: bool = False,
) -> Post:
    """The successor takes the post on the day `on`; the roles that rested on it go with it.

    The old post and its roles end the day before. `now` marks no row: the day is what counts.
    """
    post = Post.objects.select_for_update().get(pk=post.pk)
    last_day = on - DAY
    if post.held_to is None or post.held_to > last_day:
        check_dates(post.held_from, last_day)
    if post.succeeded_by_id is not None:
        raise PostEnded(_("This post has already been handed over."))
    if post.kind == PostKind.REPRESENTATIVE and held_to is None:
        held_to = post.held_to
    carried = list(post.roles.filter(Q(held_to__isnull=True) | Q(held_to__gte=on)))
    if post.held_to is None or post.held_to > last_day:
        post.held_to = last_day
        post.save(update_fields=["held_to"])
    end_roles_on(post, last_day)
    taken = give_post(
        person=successor,
        kind=post.kind,
        title=post.title,
        municipality=post.municipality,
        organisation=post.organisation,
        held_from=on,
        held_to=held_to,
        elected_first_time=elected_first_time,
        basis=basis,
    )
    post.succeeded_by = taken
    post.save(update_fields=["succeeded_by"])
    Role.objects.bulk_create(rest_on(role, taken, basis) for role in carried)
    return taken


def rest_on(role: Role, post: Post, basis: str) -> Role:
    """The same role for the holder of another post, from that post's first day."""
    return Role(
        person=post.person,
        name=role.name,
        scope=role.scope,
        territory=role.territory,
        space=role.space,
        post=post,
        held_from=max(role.held_from, post.held_from),
        held_to=role.held_to,
        basis=basis.strip() or role.basis,
        granted_by=role.granted_by,
    )


def end_roles_on(post: Post, on: date) -> int:
    """Roles that rest on the post end with it; one that had not begun keeps a single empty day."""
    open_roles = Role.objects.filter(post=post).filter(Q(held_to__isnull=True) | Q(held_to__gt=on))
    return open_roles.update(held_to=Greatest(F("held_from"), on))


def check_dates(held_from: date, held_to: date | None) -> None:
    if held_to is not None and held_to < held_from:
        raise DatesOutOfOrder(_("The last day stands before the first day: check the dates."))


def _check_open(post: Post, on: date) -> None:
    if post.held_to is not None and post.held_to < on:
        raise PostEnded(_("This post has already ended."))


def _check_in_force(municipality: Municipality, held_from: date, held_to: date | None) -> None:
    """Locks the municipality: of two heads given at once, the second sees the first."""
    rows = Municipality.objects.select_for_update().valid_on(held_from)
    found = rows.filter(pk=municipality.pk).first()
    lasts = found is not None and (
        found.valid_to is None or (held_to or date.max) <= found.valid_to
    )
    if not lasts:
        raise PlaceClosed(
            _("The municipality is not in force on these days: choose its successor or other days.")
        )


def _check_no_other_head(municipality: Municipality, held_from: date, held_to: date | None) -> None:
    others = Post.objects.filter(municipality=municipality, kind=PostKind.HEAD)
    others = others.filter(Q(held_to__isnull=True) | Q(held_to__gte=held_from))
    if held_to is not None:
        others = others.filter(held_from__lte=held_to)
    if others.exists():
        raise HeadInOffice(
            _("The municipality has a head on these days: hand that post over or end it first.")
        )

"""Posts and roles when their municipality ends.

History stays where it happened: a post or a role in force is closed with the predecessor and a
new one, from the first day, opened in the successor. What had not begun is moved as it is.
A head steps down when places are merged (the new place elects its own) and stays when a place
only changes its status.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Q

from rost.directory.models import Municipality, Post, PostKind, Role

DAY = timedelta(days=1)

Carriage = dict[int, Post | None]  # the closed post's key and what goes on instead of it, if so


def carry_posts(
    keys: Sequence[int], successor: Municipality, *, on: date, basis: str, heads_stay: bool
) -> Carriage:
    """Close the posts in the predecessors and open those that go on."""
    posts = Post.objects.filter(municipality__in=keys)
    posts = posts.filter(Q(held_to__isnull=True) | Q(held_to__gte=on))
    carriage: Carriage = {}
    for post in posts.select_related("person"):
        stays = heads_stay or post.kind != PostKind.HEAD
        if post.held_from >= on:
            carriage[post.pk] = _move(post, successor) if stays else None
            continue
        after = post.held_to
        post.held_to = on - DAY
        post.save(update_fields=["held_to"])
        carriage[post.pk] = _continue(post, successor, on, after, basis) if stays else None
    return carriage


def _move(post: Post, successor: Municipality) -> Post:
    post.municipality = successor
    post.save(update_fields=["municipality"])
    return post


def _continue(
    post: Post, successor: Municipality, on: date, held_to: date | None, basis: str
) -> Post:
    taken = Post.objects.create(
        person=post.person,
        kind=post.kind,
        title=post.title,
        municipality=successor,
        held_from=on,
        held_to=held_to,
        elected_first_time=post.elected_first_time,
        basis=basis.strip(),
    )
    post.succeeded_by = taken
    post.save(update_fields=["succeeded_by"])
    return taken


def carry_roles(
    keys: Sequence[int], posts: Carriage, successor: Municipality, *, on: date, basis: str
) -> int:
    """Close the roles that hold in the predecessors or rest on closed posts; open the rest anew."""
    in_force = Q(held_to__isnull=True) | Q(held_to__gte=on)
    touched = Role.objects.filter(Q(territory__in=keys) | Q(post__in=posts)).filter(in_force)
    held = {_key(role) for role in Role.objects.filter(in_force, territory=successor)}
    ended, fresh = [], []
    for role in touched.select_related("post", "person"):
        going_on = _going_on(role, keys, posts, successor, on, basis)
        ended.append(role)
        if going_on is not None and _key(going_on) not in held:
            held.add(_key(going_on))
            fresh.append(going_on)
    _close(ended, on)
    Role.objects.bulk_create(fresh, batch_size=200)
    return len(fresh)


def _close(roles: Sequence[Role], on: date) -> None:
    """A role that had not begun leaves no trace: its continuation is all there is to it."""
    begun = [role for role in roles if role.held_from < on]
    for role in begun:
        role.held_to = on - DAY
    Role.objects.bulk_update(begun, ["held_to"], batch_size=200)
    Role.objects.filter(pk__in=[role.pk for role in roles if role.held_from >= on]).delete()


def _going_on(
    role: Role,
    keys: Sequence[int],
    posts: Mapping[int, Post | None],
    successor: Municipality,
    on: date,
    basis: str,
) -> Role | None:
    """The role as it goes on from the day `on`, or None when the post under it has ended."""
    post = posts.get(role.post_id, role.post) if role.post_id else None
    if role.post_id and post is None:
        return None
    return Role(
        person=role.person,
        name=role.name,
        scope=role.scope,
        territory_id=successor.pk if role.territory_id in keys else role.territory_id,
        space=role.space,
        post=post,
        held_from=max(role.held_from, on),
        held_to=role.held_to,
        basis=basis.strip(),
        granted_by_id=role.granted_by_id,
    )


def _key(role: Role) -> tuple[object, ...]:
    return role.person_id, role.name, role.scope, role.territory_id, role.space

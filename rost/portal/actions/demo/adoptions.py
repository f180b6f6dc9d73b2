"""Practices taken up elsewhere: plans, results, reasons of giving up, and what grew of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.utils import translation

from rost.directory.models import Kind, Municipality, Person, Post, PostKind
from rost.directory.queries.visitors import local_day, visitor_for
from rost.library.actions.adoption import (
    Adopted,
    PlannedStep,
    adopt,
    agree_to_be_called,
    finish,
    give_up,
    grow_practice,
    save_plan,
    tell_result,
)
from rost.library.actions.own.drafts import save_draft
from rost.library.actions.own.sending import send_practice
from rost.library.models import Adoption, Practice

from .content.library import CONTACT, Taken, adoptions, money_of, practices
from .practices import confirm, review, rewritten

SEED = 45
MONTH = timedelta(days=30)
LINE = "Специалист администрации по работе с населением (демонстрационный контакт)"


def take_up(found: Mapping[str, Practice], reviewers: list[Person], *, now: datetime) -> None:
    """Every adoption of the list; then practices whose results stand elsewhere are looked at
    again."""
    chance = random.Random(SEED)  # noqa: S311 a stored seed, not a secret
    heads = list(free_heads(found))
    chance.shuffle(heads)
    posts = {post.municipality.code: post for post in heads if post.municipality is not None}
    named = {one.place for one in adoptions()}
    others = (post for code, post in posts.items() if code not in named)
    with translation.override("ru"):
        for one in adoptions():
            post = posts[one.place] if one.place else next(others)
            if post.municipality is not None:
                repeat(one, found[one.key], post.person, post.municipality, reviewers[0], now=now)
        for told in practices():
            practice = found[told.key]
            if told.evidence == "repeated" and practice.adoptions.filter(state="done").exists():
                confirm(practice, reviewers[-1], now=now - timedelta(days=12))


def free_heads(found: Mapping[str, Practice]) -> Iterator[Post]:
    """Heads of settlements that wrote no practice of their own here."""
    taken = {one.municipality_id for one in found.values()}
    village = Kind.RURAL_SETTLEMENT
    rows = Post.objects.filter(kind=PostKind.HEAD, municipality__kind=village, held_to=None)
    rows = rows.filter(person__is_demonstration=True).exclude(municipality__in=taken)
    yield from rows.select_related("person", "municipality").order_by("municipality__code")


def repeat(
    one: Taken,
    practice: Practice,
    person: Person,
    place: Municipality,
    reviewer: Person,
    *,
    now: datetime,
) -> None:
    """From the first day to where it stands."""
    began = now - one.months * MONTH
    visitor = visitor_for(person, now=began, strong=True)
    adoption = adopt(
        practice=practice, visitor=visitor, what=Adopted(place, local_day(began), basis="")
    )
    done = {"going": one.done, "given_up": 1}.get(one.state, 100)
    adoption = plan(adoption, one, done, today=local_day(now), now=began + MONTH)
    if one.state == "given_up":
        give_up(adoption=adoption, reason=one.reason, now=began + one.months * MONTH / 2)
        return
    if one.half:
        adoption = tell(adoption, 6, one, now=began + 6 * MONTH)
    if one.year:
        adoption = tell(adoption, 12, one, now=began + 12 * MONTH)
    if one.state == "done":
        finish(adoption=adoption, now=began + min(one.months, 12) * MONTH)
        agree_to_be_called(adoption=adoption, contact=LINE, agrees=True, by=person, now=now)
    if one.grown:
        grow(adoption, one, person, reviewer, now=now)


def plan(adoption: Adoption, one: Taken, done: int, *, today: date, now: datetime) -> Adoption:
    """Steps on their own days as proposed; those done were done on them."""
    steps = [
        PlannedStep(step.text, step.due_on, min(step.due_on, today) if number < done else None)
        for number, step in enumerate(adoption.steps.order_by("number"))
    ]
    return save_plan(
        adoption=adoption,
        steps=steps,
        begins_on=adoption.begins_on,
        changed=one.changed,
        kopecks=one.roubles * 100 if one.roubles is not None else None,
        seen=adoption.saving,
        today=today,
        now=now,
    )


def tell(adoption: Adoption, months: int, one: Taken, *, now: datetime) -> Adoption:
    tell_result(
        adoption=adoption,
        months=months,
        results=one.half if months == 6 else one.year,
        text=one.words if months == 12 or not one.year else "",
        seen=adoption.saving,
        now=now,
    )
    return Adoption.objects.select_related("practice", "version", "municipality").get(
        pk=adoption.pk
    )


def grow(
    adoption: Adoption, one: Taken, author: Person, reviewer: Person, *, now: datetime
) -> None:
    """The adopter's own practice, finished, sent and published."""
    began = now - timedelta(days=40)
    practice, _new = grow_practice(adoption=adoption, author=author, now=began)
    practice.is_demonstration = practice.shows_contact = True
    practice.save(update_fields=["is_demonstration", "shows_contact"])
    said = dict(one.grown)
    saved = rewritten(
        practice, money=money_of(said.pop("money")), contact=CONTACT["ru"], year=now.year, **said
    )
    practice = save_draft(
        practice=practice, saved=saved, seen=practice.saving, window="", settled=True, now=began
    )
    practice = send_practice(practice=practice, note="", now=began + timedelta(days=1))
    origin = next(told for told in practices() if told.key == one.key)
    level = replace(origin, evidence="measured")
    review(practice, reviewer, level, now=began + timedelta(days=9))

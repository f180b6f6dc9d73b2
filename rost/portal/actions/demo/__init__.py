"""The demonstration: the forum of 2020 built by the same actions as real life, to a chosen stage.

Building it again changes nothing: what is there by its stable name stays as people left it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from rost.directory.models import Person
from rost.forum.actions.approval import approve
from rost.forum.models import Badge, Door, Edition, Mark

from .adoptions import take_up
from .afterwards import follow_up
from .asked import look_for_something
from .content import EDITION
from .days import hold_days
from .doors import Secrets, issue_passes, prepare_doors
from .following import prepare_next
from .hall import hold_halls
from .participants import register_participants
from .people import build_people
from .personas import PERSONAS, Persona, build_personas, secret_of
from .places import build_figures
from .practices import build_library
from .programme import build_edition
from .projects import hold_call, hold_vote
from .promises import keep_promises
from .registration import open_registration, plan_agendas
from .searching import keep_and_ask

__all__ = ["PERSONAS", "Built", "Persona", "Stage", "build_demonstration", "secret_of"]


FIRST = "Первая версия (демонстрация)"


class Stage(StrEnum):
    """How far the forum has come; each stage goes on from the one before."""

    OPEN = "open"  # registration is open, five hundred people are registered
    DOORS = "doors"  # badges are printed, doors have their passes
    AFTER = "after"  # two days of marks, feedback, certificates; the library of the years since


@dataclass(frozen=True, slots=True)
class Built:
    """What stands after building."""

    edition: Edition
    personas: tuple[Persona, ...]
    new: bool


@transaction.atomic
def build_demonstration(*, now: datetime, stage: Stage = Stage.AFTER) -> Built:
    """The edition, its people and its personas; only the personas are brought up to date again."""
    edition = Edition.objects.filter(slug=EDITION["slug"]).first()
    new = edition is None
    if edition is None:
        speakers = build_people(now=now)
        edition = build_edition(people=speakers, now=now)
    personas = build_personas(edition=edition, now=now)
    if new:
        open_registration(edition, now=now)
        people = register_participants(edition, now=now)
        committee = [speakers["lawyer"], speakers["grants"]]
        hold_call(edition, people, committee, by=persona_named("organiser"))
        approve(edition=edition, by=None, note=FIRST, now=now)
        plan_agendas(edition, people, now=now)
        prepare_next(speakers, people, persona_named("head"), persona_named("organiser"), now=now)
    if stage is not Stage.OPEN:
        go_on(edition, stage)
    build_figures(now=now)
    if stage is Stage.AFTER:
        fill_library(now=now)
    look_for_something(persona_named("head"), persona_named("expert"), now=now)
    return Built(edition, personas, new)


def fill_library(*, now: datetime) -> None:
    """Practices, their adoptions, and what people look for among them."""
    people = {one.key: persona_named(one.key) for one in PERSONAS}
    reviewers = [people["expert"], people["editor"]]
    found = build_library(reviewers, now=now)
    if found:
        take_up(found, reviewers, now=now)
        keep_and_ask(found, people, now=now)


def go_on(edition: Edition, stage: Stage) -> None:
    """From where the edition stands, as the organiser does it."""
    organiser = persona_named("organiser")
    secrets: Secrets = {}
    if not (
        Badge.objects.filter(edition=edition).exists()
        or Door.objects.filter(edition=edition).exists()
    ):
        secrets = prepare_doors(edition, by=organiser)
    if stage is Stage.AFTER and not Mark.objects.filter(door__edition=edition).exists():
        hold_days(edition, secrets or issue_passes(edition, by=organiser), by=organiser)
        follow_up(edition, by=organiser)
        hold_vote(edition)
        hold_halls(edition, owner=persona_named("expert"), by=organiser)
        keep_promises(edition, by=organiser)


def persona_named(key: str) -> Person:
    return Person.objects.get(email=next(one.email for one in PERSONAS if one.key == key))

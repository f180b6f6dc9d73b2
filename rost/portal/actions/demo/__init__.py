"""The demonstration: the forum of 2020 built by the same actions as real life.

Building it again changes nothing: what is there by its stable name stays as people left it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from rost.forum.models import Edition

from .content import EDITION
from .participants import register_participants
from .people import build_people
from .personas import PERSONAS, Persona, build_personas, secret_of
from .programme import build_edition
from .registration import open_registration, plan_agendas

__all__ = ["PERSONAS", "Built", "Persona", "build_demonstration", "secret_of"]


@dataclass(frozen=True, slots=True)
class Built:
    """What stands after building."""

    edition: Edition
    personas: tuple[Persona, ...]
    new: bool


@transaction.atomic
def build_demonstration(*, now: datetime) -> Built:
    """The edition, its people and its personas; only the personas are brought up to date again."""
    edition = Edition.objects.filter(slug=EDITION["slug"]).first()
    new = edition is None
    if edition is None:
        edition = build_edition(people=build_people(now=now), now=now)
    personas = build_personas(edition=edition, now=now)
    if new:
        open_registration(edition, now=now)
        people = register_participants(edition, now=now)
        plan_agendas(edition, people, now=now)
    return Built(edition, personas, new)

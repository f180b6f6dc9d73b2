"""Cards of a forum, put and withdrawn with what makes their things public."""

from __future__ import annotations

from datetime import datetime

from rost.catalogue.actions.cards import put, put_many, withdraw, withdraw_many
from rost.catalogue.queries.things import keys_beginning
from rost.forum.models import Commitment, Edition, Project
from rost.forum.queries.cards import (
    commitment_key,
    commitment_thing,
    is_shown,
    keys_of,
    project_is_shown,
    session_key,
    things_of,
)
from rost.forum.queries.committee.practice import card_key, thing_of


def shelve_edition(edition: Edition, *, now: datetime) -> None:
    """All cards of the edition as it is now: what is no longer shown is withdrawn."""
    things = things_of(edition)
    put_many(things=things, now=now)
    sessions = keys_beginning(session_key(edition, ""))
    gone = {*keys_of(edition), *sessions} - {thing.key for thing in things}
    withdraw_many(keys=gone, now=now)


def shelve_project(project: Project, *, now: datetime) -> None:
    if project_is_shown(project):
        put(thing=thing_of(project), now=now)
    else:
        withdraw(key=card_key(project), now=now)


def shelve_commitment(commitment: Commitment, *, now: datetime) -> None:
    if is_shown(commitment):
        put(thing=commitment_thing(commitment), now=now)
    else:
        withdraw(key=commitment_key(commitment), now=now)

"""A presented project becomes the draft of a practice: the forum and the library meet here."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.catalogue.actions import cards
from rost.catalogue.actions.lineage import grew
from rost.catalogue.models import Growth
from rost.core.passport import load
from rost.directory.models import Person
from rost.forum.actions.committee.reviews import lock_project
from rost.forum.models import Project
from rost.forum.queries.committee.practice import card_key, may_become_practice, thing_of
from rost.forum.queries.committee.public import people_of
from rost.library.actions.practices import begin_practice
from rost.library.models import Practice
from rost.library.queries.practices import key_of
from rost.portal.queries.practices import practice_of


class NotPresented(Exception):
    """The project was not accepted, or its forum is not over."""


@transaction.atomic
def make_practice(*, project: Project, by: Person, now: datetime) -> tuple[Practice, bool]:
    """The draft, and whether it was begun now: another tap finds the same one.

    The author's, whoever taps; `by` reads it where they are among the co-authors. The project's
    row is locked, so that two taps at once begin one draft.
    """
    project = lock_project(project)
    if not may_become_practice(project, now):
        raise NotPresented
    known = practice_of(project)
    if known is not None:
        return known, False
    practice = begin_practice(
        author=project.author,
        passport=load(project.passport),
        municipality=project.municipality,
        title=project.title,
        language=project.language,
        together_with=people_of(project)[1:],
        now=now,
    )
    cards.put(thing=thing_of(project), now=now)
    grew(
        source_key=card_key(project),
        result_key=key_of(practice),
        growth=Growth.PRACTICE,
        now=now,
    )
    return practice, True

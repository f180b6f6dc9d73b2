"""Removing what the call keeps about a person, or what is older than it may be kept."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.catalogue.actions.cards import withdraw, withdraw_many
from rost.core.passport import dump
from rost.directory.models import Person
from rost.forum.models import CoAuthor, Project
from rost.forum.queries.call import passport_of
from rost.forum.queries.call.personal import old_projects
from rost.forum.queries.committee.practice import card_key

from .drafts import remove_with_files


@transaction.atomic
def erase_projects(person: Person, now: datetime) -> int:
    """The person's projects go, unless a co-author has said yes: then it is theirs to go on with.

    What was written as the way to reach the author goes in any case.
    """
    left, _by_model = CoAuthor.objects.filter(person=person).delete()
    projects = list(Project.objects.filter(author=person).order_by("pk"))
    for project in projects:
        heir = project.co_authors.filter(accepted_at__isnull=False, person__isnull=False).first()
        if heir is None or heir.person is None:
            withdraw(key=card_key(project), now=now)
            remove_with_files(project=project)
            continue
        project.author = heir.person
        without_contact(project)
        heir.delete()
    return left + len(projects)


def without_contact(project: Project) -> None:
    stored = dump(passport_of(project))
    project.passport = stored | {"contact": ""}
    project.saving += 1
    project.save(update_fields=["author", "passport", "saving"])


def count_old_projects(before: datetime) -> int:
    return old_projects(before).count()


@transaction.atomic
def destroy_old_projects(before: datetime, now: datetime) -> int:
    rows = list(old_projects(before))
    withdraw_many(keys=map(card_key, rows), now=now)
    for row in rows:
        remove_with_files(project=row)
    return len(rows)

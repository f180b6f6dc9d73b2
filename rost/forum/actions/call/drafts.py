"""A draft: begun once, saved as often as one likes, never over somebody else's text."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import TypedDict

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from rost.catalogue.messages import fault_text
from rost.core.passport import Fault, Passport, dump, faults
from rost.directory.models import Municipality, Organisation, Person
from rost.forum.models import Call, Project, ProjectState, Track
from rost.forum.queries.call import stage_of
from rost.forum.rules.call import CallStage
from rost.ui.refusals import Refusal

from .locking import lock_project

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # nothing that reads like something else
CODE_LENGTH = 6
MOST_DRAFTS = 20  # of one person in one call: a limit against floods, not against zeal


class Saved(TypedDict):
    """What a saving writes; `title` and the place also stand beside the passport."""

    passport: Passport
    municipality: Municipality | None
    organisation: Organisation | None
    track: Track | None
    language: str


class CallNotOpen(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The call does not take projects now. Nothing was begun."))


class TooManyDrafts(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "You have very many drafts here. Go on with one of them, or remove one you do "
                "not need."
            )
        )


class NotADraft(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("This project has been sent: it is not changed any more. Take it back to mend it.")
        )


class SavedElsewhere(Refusal):
    """Another window or a co-author saved in between; `project` is what stands there now."""

    def __init__(self, project: Project) -> None:
        self.project = project
        super().__init__(
            _(
                "This draft was changed in another window or by a co-author. Nothing of yours was "
                "thrown away: compare both below and save what should stay."
            )
        )


class AtFault(Refusal):
    """What no form of ours sends: the form has told of it field by field."""

    def __init__(self, found: tuple[Fault, ...]) -> None:
        super().__init__(
            _("What was typed cannot be saved: %(faults)s. Mend it and save again.")
            % {"faults": "; ".join(fault_text(one) for one in found)}
        )


@transaction.atomic
def begin_project(*, call: Call, author: Person, language: str, now: datetime) -> Project:
    """A new draft; one that was begun and left empty is given again, so two presses make one."""
    call = Call.objects.select_for_update(of=("self",), no_key=True).get(pk=call.pk)
    drafts = Project.objects.filter(call=call, author=author, state=ProjectState.DRAFT)
    empty = drafts.filter(saving=0, files__isnull=True, co_authors__isnull=True).first()
    if empty is not None:
        return empty
    if stage_of(call, now) is not CallStage.OPEN:
        raise CallNotOpen
    if drafts.count() >= MOST_DRAFTS:
        raise TooManyDrafts
    while True:
        try:
            with transaction.atomic():
                return Project.objects.create(
                    call=call,
                    code="".join(secrets.choice(SIGNS) for _ in range(CODE_LENGTH)),
                    author=author,
                    language=language,
                    passport=dump(Passport()),
                    began_at=now,
                    saved_at=now,
                )
        except IntegrityError:  # the code is taken: draw another
            continue


@transaction.atomic
def save_draft(
    *, project: Project, saved: Saved, seen: int, window: str, by: Person, now: datetime
) -> Project:
    """Write everything at once; `seen` is the saving that the window was drawn from.

    A window whose answer was lost sends an older number again: its own saving stands there, so
    what it sends now is newer. The same content sent twice is saved once.
    """
    found = faults(saved["passport"])
    if found:
        raise AtFault(found)
    project = lock_project(project)
    if project.state != ProjectState.DRAFT:
        raise NotADraft
    if same(project, saved):
        return project
    if project.saving != seen and not (window and project.saved_in == window):
        raise SavedElsewhere(project)
    write(project, saved)
    project.saving += 1
    project.saved_in = window[:32]
    project.saved_at = now
    project.save()
    return project


def write(project: Project, saved: Saved) -> None:
    project.passport = dump(saved["passport"])
    project.title = saved["passport"].title
    project.municipality = saved["municipality"]
    project.organisation = saved["organisation"]
    project.track = saved["track"]
    project.language = saved["language"]


def same(project: Project, saved: Saved) -> bool:
    return (
        project.passport == dump(saved["passport"])
        and project.municipality == saved["municipality"]
        and project.organisation == saved["organisation"]
        and project.track == saved["track"]
        and project.language == saved["language"]
    )


@transaction.atomic
def remove_draft(*, project: Project) -> None:
    """Gone with its files; what has ever been sent is withdrawn instead."""
    project = lock_project(project)
    if project.state != ProjectState.DRAFT:
        raise NotADraft
    remove_with_files(project=project)


def remove_with_files(*, project: Project) -> None:
    """The rows first; the files go once it is certain that the rows have gone."""
    files = [one.file for one in project.files.all()]
    project.delete()
    for file in files:
        transaction.on_commit(lambda file=file: file.storage.delete(file.name))  # type: ignore[misc]

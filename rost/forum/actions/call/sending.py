"""Sending a project, taking it back to mend, withdrawing it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.core.passport import missing
from rost.directory.models import Person
from rost.forum.actions.cards import shelve_project
from rost.forum.messages.call import names_of, tell_received
from rost.forum.models import Project, ProjectState, Review
from rost.forum.queries.call import passport_of, stage_of
from rost.forum.rules.call import CallStage
from rost.ui.refusals import Refusal

from .drafts import NotADraft
from .locking import lock_project

LONGEST_REASON = 1000
WITHDRAWABLE = (ProjectState.SENT, ProjectState.ACCEPTED, ProjectState.RESERVE)


class CallClosed(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The call is closed, so the project cannot be sent. The draft stays with you as it "
                "is; write to the organisers if something kept you from sending it in time."
            )
        )


class Incomplete(Refusal):
    def __init__(self, fields: tuple[str, ...]) -> None:
        self.fields = fields
        super().__init__(
            _("The project is not sent yet: %(names)s still to be filled in. Everything is saved.")
            % {"names": names_of(fields)}
        )


class ReviewBegun(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The committee has begun to review the project, so it stays as it was sent.")
        )


class TooLateToMend(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The call is closed: the project stays as it was sent. You can still withdraw it.")
        )


class NotWithdrawable(Refusal):
    def __init__(self) -> None:
        super().__init__(_("There is nothing to withdraw: the project is not offered any more."))


@transaction.atomic
def send_project(*, project: Project, now: datetime) -> Project:
    """Offer it; sent twice it is sent once, with one receipt to each of its makers."""
    project = lock_project(project)
    if project.state == ProjectState.SENT:
        return project
    if project.state != ProjectState.DRAFT:
        raise NotADraft
    if stage_of(project.call, now) is not CallStage.OPEN:
        raise CallClosed
    wanted = missing(passport_of(project))
    if wanted:
        raise Incomplete(wanted)
    project.state = ProjectState.SENT
    project.sent_at = now
    project.save(update_fields=["state", "sent_at"])
    for person in makers(project):
        tell_received(project, person, now=now)
    return project


@transaction.atomic
def take_back(*, project: Project, now: datetime) -> Project:
    """A draft again, while the call is open and nobody has sent a review of it."""
    project = lock_project(project)
    if project.state == ProjectState.DRAFT:
        return project
    if project.state != ProjectState.SENT:
        raise NotWithdrawable
    if stage_of(project.call, now) is not CallStage.OPEN:
        raise TooLateToMend
    if Review.objects.filter(project=project, sent_at__isnull=False).exists():
        raise ReviewBegun
    project.state = ProjectState.DRAFT
    project.sent_at = None
    project.save(update_fields=["state", "sent_at"])
    return project


@transaction.atomic
def withdraw(*, project: Project, reason: str, now: datetime) -> Project:
    """For good; the reason is kept for the organisers. What was decided stays in their log."""
    project = lock_project(project)
    if project.state == ProjectState.WITHDRAWN:
        return project
    if project.state not in WITHDRAWABLE:
        raise NotWithdrawable
    project.state = ProjectState.WITHDRAWN
    project.reason = reason.strip()[:LONGEST_REASON]
    project.saved_at = now
    project.save(update_fields=["state", "reason", "saved_at"])
    shelve_project(project, now=now)
    return project


def makers(project: Project) -> Iterator[Person]:
    yield project.author
    accepted = project.co_authors.filter(accepted_at__isnull=False).select_related("person")
    for one in accepted:
        if one.person is not None:
            yield one.person

"""Co-authors: asked by name and address, in once they have said yes, out when they like."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Person
from rost.forum.messages.call import tell_invited
from rost.forum.models import CoAuthor, Project
from rost.forum.queries.call.projects import digest_of
from rost.ui.refusals import Refusal

from .locking import lock_project

MOST = 10


class TooManyCoAuthors(Refusal):
    def __init__(self) -> None:
        super().__init__(_("A project has at most ten co-authors. Nobody was asked."))


class AlreadyInvited(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("This person has been asked already, or is the author. Nobody was asked again.")
        )


class InvitationOver(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("This invitation has been answered or taken back. Ask the author for a new one.")
        )


@transaction.atomic
def invite_co_author(
    *, project: Project, name: str, post: str, email: str, now: datetime
) -> tuple[CoAuthor, str]:
    """The invitation and, for somebody the platform does not know, the secret of its link.

    The address is not kept. Whoever is known gets a message and finds the question on their page;
    the secret is made all the same, so that nobody learns from the answer who is known here.
    """
    project = lock_project(project)
    if project.co_authors.count() >= MOST:
        raise TooManyCoAuthors
    person = Person.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if person is not None and (
        person.pk == project.author_id or project.co_authors.filter(person=person).exists()
    ):
        raise AlreadyInvited
    secret = secrets.token_urlsafe(32)
    invitation = CoAuthor.objects.create(
        project=project,
        name=name.strip(),
        post=post.strip(),
        person=person,
        digest=digest_of(secret),
        invited_at=now,
    )
    if person is not None:
        tell_invited(invitation, person, now=now)
    return invitation, secret


@transaction.atomic
def answer_invitation(
    *, invitation: CoAuthor, person: Person, accepts: bool, now: datetime
) -> CoAuthor:
    """Yes makes them a maker of the project, no takes the question away; one answer each."""
    project = lock_project(invitation.project)
    found = project.co_authors.filter(pk=invitation.pk, accepted_at__isnull=True).first()
    if found is None:
        raise InvitationOver
    invitation = found
    if invitation.person_id not in (None, person.pk) or person.pk == project.author_id:
        raise InvitationOver
    if not accepts:
        invitation.delete()
        return invitation
    invitation.person = person
    invitation.accepted_at = now
    try:
        with transaction.atomic():
            invitation.save(update_fields=["person", "accepted_at"])
    except IntegrityError:  # they are a co-author already, by another invitation
        raise InvitationOver from None
    return invitation


@transaction.atomic
def remove_co_author(*, project: Project, number: int) -> bool:
    """Taken out by the author, or leaving; False when they were out already."""
    project = lock_project(project)
    removed, _by_model = project.co_authors.filter(pk=number).delete()
    return bool(removed)

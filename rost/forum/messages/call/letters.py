"""What authors and co-authors are told, each in their own language, once each."""

from __future__ import annotations

from datetime import datetime
from smtplib import SMTPException
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rost.channels.actions import send
from rost.core.language import moment_text
from rost.directory.models import Person
from rost.forum.models import CoAuthor, Project
from rost.ui.languages import in_language

from .words import countdown


def tell_received(project: Project, person: Person, *, now: datetime) -> None:
    """The receipt, to everybody who made the project."""
    with translation.override(person.language):
        facts = facts_of(project)
        tell(
            project,
            person,
            f"sent:{int(now.timestamp() * 1_000_000)}",
            _("Your project is received: %(title)s") % facts,
            _(
                "The project «%(title)s» (number %(code)s) is received by the programme committee "
                "of the forum «%(edition)s». Until %(closes)s you can take it back and mend it. "
                "The decision will come to you in a message."
            )
            % facts,
            now,
        )


def tell_closing(project: Project, person: Person, *, now: datetime) -> bool:
    """A draft is not sent and the call is about to close; told once for each closing time."""
    with translation.override(person.language):
        facts = facts_of(project)
        facts["left"] = countdown(project.call.closes_at, now)
        return tell(
            project,
            person,
            f"closing:{int(project.call.closes_at.timestamp())}",
            _("Your project is not sent yet: %(title)s") % facts,
            _(
                "Your draft «%(title)s» for the forum «%(edition)s» is not sent yet. The call "
                "closes on %(closes)s: %(left)s. Open the draft: it says what is still missing."
            )
            % facts,
            now,
        )


def tell_invited(invitation: CoAuthor, person: Person, *, now: datetime) -> None:
    """To somebody the platform knows: no secret is needed, the page knows them."""
    project = invitation.project
    with translation.override(person.language):
        facts = facts_of(project)
        send(
            person=person,
            dedupe=f"forum.co_author:{invitation.pk}",
            subject=(_("You are asked to be a co-author: %(title)s") % facts)[:300],
            body=_(
                "%(author)s asks you to be a co-author of the project «%(title)s» for the forum "
                "«%(edition)s». Say yes or no on the page of projects."
            )
            % facts,
            now=now,
            path=reverse("forum:own_projects", args=[project.call.edition.slug]),
            space=project.call.edition.space,
        )


def invite_by_letter(invitation: CoAuthor, address: str, secret: str) -> bool:
    """One letter with the secret link; it is not put into the outbox, which would keep the secret.

    False when the mail server did not take it: the author then passes the link on.
    """
    project, language = invitation.project, get_language() or "ru"
    facts = facts_of(project) | {"name": invitation.name}
    path = reverse("forum:co_author_key", args=[project.call.edition.slug, secret])
    lines = [
        _("Dear %(name)s,") % facts,
        _(
            "%(author)s asks you to be a co-author of the project «%(title)s» for the forum "
            "«%(edition)s». Open the link, sign in with your e-mail address and say yes. If you "
            "know nothing of it, do nothing."
        )
        % facts,
        settings.SITE_URL + in_language(path, language),
        "-- \n" + _("This letter was sent by the platform «Rost»; it does not read answers."),
    ]
    letter = EmailMessage(
        subject=" ".join((_("You are asked to be a co-author: %(title)s") % facts).split())[:300],
        body="\n\n".join(lines) + "\n",
        to=[address],
        headers={"Auto-Submitted": "auto-generated", "Content-Language": language},
    )
    try:
        letter.send()
    except (OSError, SMTPException):
        return False
    return True


def facts_of(project: Project) -> dict[str, str]:
    edition = project.call.edition
    closes = project.call.closes_at.astimezone(ZoneInfo(edition.timezone))
    return {
        "title": project.title or _("without a name"),
        "code": project.code,
        "edition": edition.name,
        "author": project.author.full_name,
        "closes": moment_text(closes, get_language() or "ru"),
    }


def tell(
    project: Project, person: Person, event: str, subject: str, body: str, now: datetime
) -> bool:
    edition = project.call.edition
    message = send(
        person=person,
        dedupe=f"forum.project:{project.pk}:{person.pk}:{event}",
        subject=subject[:300],
        body=body,
        now=now,
        path=reverse("forum:own_project", args=[edition.slug, project.code]),
        space=edition.space,
    )
    return message is not None

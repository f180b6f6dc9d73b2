"""Letters about answers in writing: to the owner, a reminder, to whoever asked."""

from __future__ import annotations

from datetime import date, datetime

from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rost.channels.actions import send
from rost.core.language import date_text
from rost.live.models import HallQuestion

SHORT = 120


def tell_owner(question: HallQuestion, *, now: datetime) -> bool:
    """Once for each day that is set; False when they know."""
    owner = question.owner
    if owner is None:
        return False
    with translation.override(owner.language):
        subject = _("A question from the hall waits for your answer in writing")
        body = _(
            "At the session «%(session)s» a question was left for an answer in writing, and it is "
            "yours until %(day)s. The question: «%(text)s». Open the page and write: your answer "
            "will stand on the page of the session, and whoever asked will be told."
        ) % _facts(question)
        message = send(
            person=owner,
            dedupe=f"live.task:{question.pk}:{owner.pk}:{question.due_on}",
            subject=subject,
            body=body,
            now=now,
            path=_page(question),
            space=question.floor.session.edition.space,
        )
    return message is not None


def remind_owner(question: HallQuestion, *, today: date, turn: str, now: datetime) -> bool:
    """`turn` names the reminder: each is sent once."""
    owner, due = question.owner, question.due_on
    if owner is None or due is None:
        return False
    with translation.override(owner.language):
        late = due < today
        subject = _("The answer to the hall is late") if late else _("An answer to the hall is due")
        body = (
            _(
                "The answer was promised by %(day)s and is not there yet. The session: "
                "«%(session)s». The question: «%(text)s». Write it now, or ask the organisers to "
                "set another day."
            )
            if late
            else _(
                "By %(day)s you answer a question from the hall. The session: «%(session)s». "
                "The question: «%(text)s»."
            )
        )
        message = send(
            person=owner,
            dedupe=f"live.remind:{question.pk}:{owner.pk}:{due}:{turn}",
            subject=subject,
            body=body % _facts(question),
            now=now,
            path=_page(question),
            space=question.floor.session.edition.space,
        )
    return message is not None


def tell_asker(question: HallQuestion, *, now: datetime) -> bool:
    """Whoever asked with a badge or an account; others read it in the archive."""
    registration = question.registration
    if registration is None:
        return False
    session = question.floor.session
    with translation.override(registration.person.language):
        message = send(
            person=registration.person,
            dedupe=f"live.written:{question.pk}",
            subject=_("Your question from the hall is answered"),
            body=_("You asked at the session «%(session)s»: «%(text)s». The answer: %(answer)s")
            % (_facts(question) | {"answer": question.answer}),
            now=now,
            path=reverse("forum:session", args=[session.edition.slug, session.code]),
            space=session.edition.space,
        )
    return message is not None


def _facts(question: HallQuestion) -> dict[str, str]:
    language = get_language() or "ru"
    return {
        "session": question.floor.session.title,
        "text": question.text,
        "day": date_text(question.due_on, language) if question.due_on else "",
    }


def _page(question: HallQuestion) -> str:
    return reverse("live:answer", args=[question.floor.session.edition.slug, question.pk])

"""What people are told about their registration, each in their own language, once each.

The key names the event, not the call: the same event told twice reaches a person once.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rost.channels.actions import send
from rost.core.language import date_range_text
from rost.directory.models import Person
from rost.forum.models import AgendaItem, Edition, Registration, RegistrationStatus


def tell_registered(registration: Registration, *, now: datetime) -> None:
    """The answer to a registration: a seat, a request, or the waiting list."""
    with translation.override(registration.person.language):
        names = _names(registration.edition)
        if registration.status == RegistrationStatus.WAITING:
            subject = _("You are on the waiting list: %(edition)s") % names
            body = _(
                "There is no free seat for you at the forum «%(edition)s» (%(dates)s) yet. "
                "You are on the waiting list: when a seat becomes free, "
                "it is given to you by itself and we write to you."
            )
        elif registration.status == RegistrationStatus.REQUESTED:
            subject = _("Your request is accepted: %(edition)s") % names
            body = _(
                "A seat at the forum «%(edition)s» (%(dates)s, %(place)s) is kept for you. "
                "The organisers will confirm it, and we will write to you."
            )
        else:
            subject = _("You are registered: %(edition)s") % names
            body = _(
                "We are waiting for you at the forum «%(edition)s»: %(dates)s, %(place)s. "
                "Now choose the sessions and routes you want to attend."
            )
        _tell(registration, "registered", subject, body % names, now)


def tell_promoted(registration: Registration, *, now: datetime) -> None:
    with translation.override(registration.person.language):
        names = _names(registration.edition)
        subject = _("A seat is free for you: %(edition)s") % names
        if registration.status == RegistrationStatus.REQUESTED:
            body = _(
                "A seat at the forum «%(edition)s» (%(dates)s, %(place)s) has become free "
                "and is kept for you. The organisers will confirm it, and we will write to you."
            )
        else:
            body = _(
                "A seat at the forum «%(edition)s» (%(dates)s, %(place)s) has become free: "
                "it is yours. If you cannot come, cancel, so that the next person can."
            )
        _tell(registration, "promoted", subject, body % names, now)


def tell_confirmed(registration: Registration, *, now: datetime) -> None:
    with translation.override(registration.person.language):
        names = _names(registration.edition)
        subject = _("Your participation is confirmed: %(edition)s") % names
        body = _(
            "The organisers have confirmed your participation in the forum «%(edition)s»: "
            "%(dates)s, %(place)s. Now choose the sessions and routes you want to attend."
        )
        _tell(registration, "confirmed", subject, body % names, now)


def tell_cancelled(registration: Registration, *, now: datetime) -> None:
    with translation.override(registration.person.language):
        names = _names(registration.edition)
        subject = _("Your registration is cancelled: %(edition)s") % names
        body = _(
            "Your registration to the forum «%(edition)s» (%(dates)s) is cancelled and "
            "your places in sessions are free again. "
            "You can register anew while registration is open."
        )
        _tell(registration, "cancelled", subject, body % names, now)


def tell_session_seat(item: AgendaItem, *, now: datetime) -> None:
    """A seat of a session or a bus has come to somebody who waited for it."""
    registration = item.registration
    with translation.override(registration.person.language):
        names = _names(registration.edition) | {"session": item.session.title}
        subject = _("A seat is free for you: %(session)s") % names
        body = _(
            "A seat has become free at «%(session)s» and is now yours. "
            "If you do not need it, take it out of your agenda: others are waiting."
        )
        send(
            person=registration.person,
            dedupe=f"forum.agenda:{item.pk}:seat",
            subject=subject[:300],
            body=body % names,
            now=now,
            path=reverse("forum:agenda", args=[registration.edition.slug]),
            space=registration.edition.space,
        )


def tell_nobody_registered(
    person: Person, edition: Edition, district: str, code: str, *, now: datetime
) -> bool:
    """Remind whoever answers for a district that nobody from it is registered; once a day."""
    with translation.override(person.language):
        names = _names(edition) | {"district": district}
        subject = _("Nobody from %(district)s is registered yet") % names
        body = _(
            "Nobody from %(district)s has registered for the forum «%(edition)s» (%(dates)s) yet. "
            "Please tell the heads of the settlements, or register them yourself on their behalf."
        )
        day = now.astimezone(ZoneInfo(edition.timezone)).date()
        message = send(
            person=person,
            dedupe=f"forum.nobody:{edition.pk}:{code}:{person.pk}:{day}",
            subject=subject[:300],
            body=body % names,
            now=now,
            path=reverse("forum:registration", args=[edition.slug]),
            space=edition.space,
        )
        return message is not None


def _names(edition: Edition) -> dict[str, str]:
    dates = date_range_text(edition.starts_on, edition.ends_on, get_language() or "ru")
    return {"edition": edition.name, "dates": dates, "place": edition.place}


def _tell(registration: Registration, event: str, subject: str, body: str, now: datetime) -> None:
    moment = int(now.timestamp() * 1_000_000)
    send(
        person=registration.person,
        dedupe=f"forum.registration:{registration.pk}:{event}:{moment}",
        subject=subject[:300],
        body=body,
        now=now,
        path=reverse("forum:registration", args=[registration.edition.slug]),
        space=registration.edition.space,
    )

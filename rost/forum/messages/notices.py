"""What people whose sessions an approval changed are told: one message each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from rost.core.programme.difference import SessionChange
from rost.core.programme.model import Programme
from rost.directory.models import Person

from .differences import Wording

UFA = "Asia/Yekaterinburg"


@dataclass(frozen=True, slots=True)
class Notice:
    subject: str
    body: str


def notice_of_changes(
    person: Person,
    changes: Iterable[SessionChange],
    *,
    old: Programme | None,
    new: Programme,
) -> Notice:
    """In the person's language: every change that concerns them, before → after."""
    with override(person.language):
        wording = Wording(old, new)
        lines = [str(wording.line(change)) for change in changes]
        name = " ".join(filter(None, (person.given_name, person.patronymic)))
        facts = {"name": name or person.full_name, "forum": new.title}
        if old is None:
            subject = _("You are in the programme of the forum “%(forum)s”") % facts
            opening = _("Hello, %(name)s! The programme is approved, and you take part in it.")
        else:
            subject = _("The programme of the forum “%(forum)s” has changed for you") % facts
            opening = _("Hello, %(name)s! The programme has changed where it concerns you.")
        if new.timezone == UFA:
            closing = _("Times are Ufa time (Moscow time plus two hours).")
        else:
            closing = _("Times are local to the place of the forum.")
        body = "\n\n".join([opening % facts, *lines, closing])
    return Notice(subject[:300], body)

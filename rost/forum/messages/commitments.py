"""Commitments in words: the question, the reminders, what each came to."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext_lazy
from django.utils.translation import gettext as _

from rost.channels.actions import send
from rost.core.language import date_text
from rost.directory.messages import Words, fault_text
from rost.directory.models import Person
from rost.directory.queries.imports import ImportFault
from rost.forum.models import Commitment, CommitmentState
from rost.forum.rules.commitments import Outcome

Text = str | Promise
OUTCOMES: dict[str, Text] = {
    Outcome.KEPT: pgettext_lazy("commitment", "Kept"),
    Outcome.KEPT_LATE: pgettext_lazy("commitment", "Kept later than promised"),
    Outcome.LATE: pgettext_lazy("commitment", "Late"),
    Outcome.DROPPED: pgettext_lazy("commitment", "Dropped"),
    Outcome.OPEN: pgettext_lazy("commitment", "The day has not come"),
}
TONES = {
    Outcome.KEPT: "good",
    Outcome.KEPT_LATE: "good",
    Outcome.LATE: "bad",
    Outcome.DROPPED: "",
    Outcome.OPEN: "info",
}
FAULTS: Words = {
    "no_text_column": gettext_lazy("The list has no column with the commitment («Обязательство»)."),
    "no_promiser_column": gettext_lazy("The list has no column with who promised it («Кто»)."),
    "no_due_on_column": gettext_lazy("The list has no column with the day («Срок»)."),
    "text_missing": gettext_lazy("What was promised is missing."),
    "promiser_missing": gettext_lazy("Who promised it is missing."),
    "due_missing": gettext_lazy("The day is missing."),
    "due_wrong": gettext_lazy("«%(value)s» is not a day: write it as 01.06.2020."),
    "session_unknown": gettext_lazy("There is no session «%(value)s» at this forum."),
    "session_missing": gettext_lazy("Materials belong to a session: write its code or title."),
    "repeated_line": gettext_lazy("The same promise stands in line %(value)s already."),
}


def commitment_fault(one: ImportFault) -> str:
    return fault_text(one, FAULTS)


def standing_text(commitment: Commitment, outcome: Outcome | None) -> str:
    """Where it stands, in a word or two."""
    if outcome is not None:
        return str(OUTCOMES[outcome])
    if commitment.proposed_due_on is not None:
        return _("Another wording is proposed")
    if commitment.state == CommitmentState.NOTED and commitment.asked_at is not None:
        return _("Asked, no answer yet")
    return str(commitment.get_state_display())


def standing_tone(commitment: Commitment, outcome: Outcome | None) -> str:
    if outcome is not None:
        return TONES[outcome]
    waits = commitment.state == CommitmentState.REFUSED or commitment.proposed_due_on is not None
    return "warn" if waits else ""


def tell_question(commitment: Commitment, person: Person, *, now: datetime) -> None:
    """«Вы обещали …»: one message a person and wording."""
    with translation.override(person.language):
        facts = facts_of(commitment)
        tell(
            commitment,
            person,
            f"ask:{commitment.wording}",
            subject=_("Did you promise this at the forum?"),
            body=_(
                "The secretary of the forum «%(edition)s» has noted:\n\n%(text)s\n\n"
                "Promised by: %(promiser)s. By: %(day)s.\n\n"
                "Open the page and answer: yes, not so, or otherwise. Until you confirm it, nobody "
                "but the organisers sees it; after that everybody does."
            )
            % facts,
            now=now,
        )


def tell_reminder(commitment: Commitment, person: Person, name: str, *, now: datetime) -> None:
    """One reminder to one person; what it says follows from how many days are left."""
    with translation.override(person.language):
        facts = facts_of(commitment)
        if name.startswith("confirm"):
            subject = _("Please answer: did you promise this at the forum?")
            body = _(
                "The organisers of the forum «%(edition)s» still wait for your answer:\n\n"
                "%(text)s\n\nBy: %(day)s. Open the page and say yes, not so, or otherwise."
            )
        else:
            left = (commitment.due_on - today(commitment, now)).days
            subject = subject_of(left)
            body = _(
                "At the forum «%(edition)s» it was promised:\n\n%(text)s\n\nBy: %(day)s.\n\n"
                "When it is done, open the page and show it: a link, a file, or a few words. If it "
                "will not be done, tell the organisers why."
            )
        tell(commitment, person, name, subject=subject, body=body % facts, now=now)


def subject_of(left: int) -> str:
    if left > 0:
        said = ngettext(
            "Your promise: %(number)s day left", "Your promise: %(number)s days left", left
        )
        return said % {"number": left}
    if left == 0:
        return _("Your promise: today is the day")
    said = ngettext(
        "Your promise: the day passed %(number)s day ago",
        "Your promise: the day passed %(number)s days ago",
        -left,
    )
    return said % {"number": -left}


def tell(
    commitment: Commitment, person: Person, name: str, *, subject: str, body: str, now: datetime
) -> None:
    edition = commitment.edition
    send(
        person=person,
        dedupe=f"forum.commitment:{commitment.pk}:{name}:{person.pk}",
        subject=subject,
        body=body,
        now=now,
        path=reverse("forum:commitment", args=[edition.slug, commitment.number]),
        space=edition.space,
    )


def facts_of(commitment: Commitment) -> dict[str, str]:
    return {
        "edition": commitment.edition.name,
        "text": commitment.text,
        "promiser": commitment.promiser,
        "day": date_text(commitment.due_on, get_language() or "ru"),
    }


def today(commitment: Commitment, now: datetime) -> date:
    return now.astimezone(ZoneInfo(commitment.edition.timezone)).date()

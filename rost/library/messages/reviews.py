"""What authors and reviewers are told of reviews."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from rost.catalogue.messages import FIELD_NAMES
from rost.channels.actions import send
from rost.core.language import date_text
from rost.directory.models import Person
from rost.library.models import Decision, Practice, PracticeState, Review, Withdrawal
from rost.library.queries.practices import authors_of


def tell_assigned(review: Review, *, now: datetime) -> None:
    if review.reviewer is None:
        return
    with translation.override(review.reviewer.language):
        send(
            person=review.reviewer,
            dedupe=f"library.review.assigned:{review.pk}",
            subject=_("You are asked to review «%(title)s»") % {"title": review.practice.title},
            body=_(
                "An editor of the library of practices asks you to review «%(title)s». "
                "Ten working days are given for it. If you cannot, give it back: it will go to "
                "somebody else."
            )
            % {"title": review.practice.title},
            now=now,
            path=reverse("library:review", args=[review.practice_id]),
        )


def tell_decision(review: Review, *, now: datetime) -> None:
    """Every author in their own language."""
    practice = review.practice
    for person in authors_of(practice):
        with translation.override(person.language):
            send(
                person=person,
                dedupe=f"library.review.decided:{review.pk}:{person.pk}",
                subject=(subject_of(review) % {"title": practice.title})[:300],
                body=body_of(review, person.language),
                now=now,
                path=path_for_author(practice),
            )


def subject_of(review: Review) -> str:
    return {
        Decision.PUBLISHED.value: _("«%(title)s» is in the library of practices"),
        Decision.RETURNED.value: _("«%(title)s»: something is to be mended"),
        Decision.CONFIRMED.value: _("«%(title)s» was looked at again: it still holds"),
    }[review.decision]


def body_of(review: Review, language: str) -> str:
    title = {"title": review.practice.title}
    if review.decision == Decision.RETURNED:
        lines = [_("The reviewer has read «%(title)s» and asks you to mend it.") % title]
        lines.append(review.remarks)
        lines += [
            f"{FIELD_NAMES[name]}: {review.by_field[name]}"
            for name in FIELD_NAMES
            if review.by_field.get(name)
        ]
        lines.append(_("Open the practice, mend it and send it again: nothing is lost."))
        return "\n\n".join(lines)
    until = date_text(review.sealed_until, language) if review.sealed_until else ""
    said = (
        _("The practice «%(title)s» has passed the review and everybody can read it.")
        if review.decision == Decision.PUBLISHED
        else _("The practice «%(title)s» was looked at again and stays in the library.")
    )
    lines = [said % title, _("The seal holds until %(day)s.") % {"day": until}]
    return "\n\n".join([*lines, review.remarks] if review.remarks else lines)


def tell_overdue(review: Review, *, now: datetime) -> None:
    if review.reviewer is None:
        return
    with translation.override(review.reviewer.language):
        send(
            person=review.reviewer,
            dedupe=f"library.review.overdue:{review.pk}",
            subject=_("The review of «%(title)s» is over its term")
            % {"title": review.practice.title},
            body=_(
                "You took the practice «%(title)s» more than ten working days ago, and its authors "
                "wait. Decide, or give it back so that somebody else can."
            )
            % {"title": review.practice.title},
            now=now,
            path=reverse("library:review", args=[review.practice_id]),
        )


def tell_seal(practice: Practice, *, ended: bool, name: str, now: datetime) -> None:
    for person in authors_of(practice):
        with translation.override(person.language):
            known = {
                "title": practice.title,
                "day": date_text(practice.sealed_until, person.language)
                if practice.sealed_until
                else "",
            }
            body = (
                _(
                    "The seal of the practice «%(title)s» has ended. It stays in the library with "
                    "that mark. Look whether everything still holds, mend what has changed and "
                    "send it for review again."
                )
                if ended
                else _(
                    "The seal of the practice «%(title)s» holds until %(day)s. Look whether "
                    "everything still holds: what it costs, whom to call, what came of it. Mend "
                    "what has changed and send it for review."
                )
            )
            subject = (
                _("The seal of «%(title)s» has ended")
                if ended
                else _("The seal of «%(title)s» ends soon")
            )
            send(
                person=person,
                dedupe=f"library.{name}:{practice.pk}:{person.pk}",
                subject=subject % known,
                body=body % known,
                now=now,
                path=path_for_author(practice),
            )


def tell_withdrawn(withdrawal: Withdrawal, *, but: Person, now: datetime) -> None:
    """Authors other than whoever did it."""
    practice = withdrawal.practice
    for person in authors_of(practice):
        if person.pk == but.pk:
            continue
        with translation.override(person.language):
            lines = [
                _("The practice «%(title)s» is withdrawn from the library.")
                % {"title": practice.title},
                _("Reason: %(reason)s") % {"reason": withdrawal.reason},
            ]
            if withdrawal.basis:
                lines.append(_("Basis: %(basis)s") % {"basis": withdrawal.basis})
            send(
                person=person,
                dedupe=f"library.withdrawn:{withdrawal.pk}:{person.pk}",
                subject=_("«%(title)s» is withdrawn from the library") % {"title": practice.title},
                body="\n\n".join(lines),
                now=now,
                path=path_for_author(practice),
            )


def path_for_author(practice: Practice) -> str:
    """The working copy while it is theirs to mend, otherwise the public page."""
    mending = practice.state in (PracticeState.RETURNED, PracticeState.DRAFT)
    name = "library:draft" if mending else "library:practice"
    return reverse(name, args=[practice.pk])

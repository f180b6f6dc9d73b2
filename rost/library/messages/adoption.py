"""Letters about adoptions: thanks to the authors, reminders to those who repeat."""

from __future__ import annotations

from datetime import date, datetime

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from rost.channels.actions import send
from rost.core.language import date_text
from rost.directory.models import Person
from rost.directory.queries.places import label_of
from rost.library.models import Adoption, AdoptionResult
from rost.library.rules.adoption import Due


def tell_adopted(adoption: Adoption, *, now: datetime) -> None:
    """«Вашу практику берут на вооружение»: once an adoption, to each author."""
    for person in authors_of(adoption):
        with translation.override(person.language):
            tell(
                adoption,
                person,
                "adopted",
                subject=_("Your practice is being repeated: thank you"),
                body=_(
                    "%(place)s has begun to repeat your practice «%(title)s».\n\n"
                    "Its plan and what comes of it stand on the page of the repetition. Your "
                    "experience saves others time and money: thank you for writing it down."
                )
                % facts_of(adoption),
                now=now,
            )


def tell_result_told(adoption: Adoption, result: AdoptionResult, *, now: datetime) -> None:
    for person in authors_of(adoption):
        with translation.override(person.language):
            tell(
                adoption,
                person,
                f"told:{result.months}",
                subject=_("There is a result of repeating your practice"),
                body=_(
                    "%(place)s has told what came of repeating your practice «%(title)s».\n\n"
                    "The figures stand beside yours. Thank you: this is your work too."
                )
                % facts_of(adoption),
                now=now,
            )


def tell_due(adoption: Adoption, person: Person, due: Due, *, today: date, now: datetime) -> None:
    """One reminder: a step whose day has passed, or a result to tell."""
    with translation.override(person.language):
        facts = facts_of(adoption) | {"day": date_text(due.day, person.language)}
        if due.name.startswith("step:"):
            subject = _("A step of your plan was due")
            body = _(
                "%(place)s repeats the practice «%(title)s». A step of the plan was due by "
                "%(day)s.\n\nIf it is done, mark it. If it waits, move its day: plans change, and "
                "nobody is judged by it."
            )
        else:
            subject = subject_of(due, today)
            body = _(
                "%(place)s repeats the practice «%(title)s». The result is awaited by %(day)s.\n\n"
                "A few figures in the same indicators as the authors' are enough: they will stand "
                "beside each other. If it did not work, say so: that helps others too."
            )
        tell(adoption, person, due.name, subject=subject, body=body % facts, now=now)


def subject_of(due: Due, today: date) -> str:
    if due.day > today:
        return _("In two weeks it is time to tell the result")
    if due.day == today:
        return _("It is time to tell the result")
    return _("The result of the repetition is still awaited")


def authors_of(adoption: Adoption) -> list[Person]:
    """Those who wrote the practice; whoever adopts their own is not thanked by letter."""
    practice = adoption.practice
    people = [practice.author] if practice.author is not None else []
    people += list(practice.co_authors.all())
    return [one for one in dict.fromkeys(people) if one.pk != adoption.person_id]


def facts_of(adoption: Adoption) -> dict[str, str]:
    return {"place": label_of(adoption.municipality), "title": adoption.version.title}


def tell(
    adoption: Adoption, person: Person, name: str, *, subject: str, body: str, now: datetime
) -> None:
    send(
        person=person,
        dedupe=f"library.adoption:{adoption.pk}:{name}:{person.pk}",
        subject=subject,
        body=body,
        now=now,
        path=reverse("library:adoption", args=[adoption.practice_id, adoption.pk]),
    )

"""Letters of the search: news of saved searches, questions and their answers."""

from __future__ import annotations

from datetime import date, datetime

from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from rost.catalogue.models import Card, SavedSearch, SearchQuestion
from rost.channels.actions import send
from rost.channels.models import Message
from rost.core.language import date_text
from rost.directory.models import Person
from rost.directory.queries.places import label_of

SHORT = 120


def news_key(person: Person, day: date) -> str:
    return f"portal.searches:{person.pk}:{day}"


def told_on(person: Person, day: date) -> bool:
    return Message.objects.filter(dedupe=news_key(person, day)).exists()


def tell_of_news(
    person: Person, found: list[tuple[SavedSearch, list[Card]]], *, day: date, now: datetime
) -> bool:
    """False when the person has had their letter of the day."""
    number = sum(len(cards) for _saved, cards in found)
    with translation.override(person.language):
        subject = ngettext(
            "%(number)s new find in your saved searches",
            "%(number)s new finds in your saved searches",
            number,
        ) % {"number": number}
        parts = [
            "\n".join([_("You look for: %(name)s") % {"name": saved.name}, *map(line_of, cards)])
            for saved, cards in found
        ]
        body = "\n\n".join(
            [*parts, _("Telling can be switched off on the page of saved searches.")]
        )
        message = send(
            person=person,
            dedupe=news_key(person, day),
            subject=subject,
            body=body,
            now=now,
            path=reverse("portal:saved_searches"),
        )
    return message is not None


def line_of(card: Card) -> str:
    place = label_of(card.municipality) if card.municipality is not None else ""
    return f"– {card.title}, {place}" if place else f"– {card.title}"


def tell_asked(question: SearchQuestion, *, now: datetime) -> None:
    """To whoever asked: it is taken, and by when the answer comes."""
    with translation.override(question.person.language):
        send(
            person=question.person,
            dedupe=f"portal.question:{question.pk}:asked",
            subject=_("Your question is with the experts"),
            body=_("You asked: «%(text)s». The answer comes by %(day)s, here and by mail.")
            % _facts(question),
            now=now,
            path=reverse("portal:question", args=[question.pk]),
        )


def tell_answered(question: SearchQuestion, *, now: datetime) -> None:
    with translation.override(question.person.language):
        said = [question.answer] if question.answer else []
        if question.card is not None:
            said.append(_("Look here: «%(title)s».") % {"title": question.card.title})
        send(
            person=question.person,
            dedupe=f"portal.question:{question.pk}:answered",
            subject=_("An expert has answered your question"),
            body=_("You asked: «%(text)s».") % _facts(question) + "\n\n" + "\n\n".join(said),
            now=now,
            path=reverse("portal:question", args=[question.pk]),
        )


def _facts(question: SearchQuestion) -> dict[str, str]:
    text = question.text
    return {
        "text": text if len(text) <= SHORT else text[: SHORT - 1].rstrip() + "…",
        "day": date_text(question.due_on, get_language() or "ru"),
    }

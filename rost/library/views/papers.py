"""One passport, many papers: sheets, a press text and posts for everybody, the application."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rost.core.language import known_language, utf16_units
from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.documents.queries.papers import paper as made
from rost.library.adapters.limits import may_make
from rost.library.messages.papers import CHANNEL_NAMES
from rost.library.models import Practice, Version
from rost.library.queries.papers.application import application_of
from rost.library.queries.papers.sheets import ROOMS, sheet_of, story_of, words_of
from rost.library.queries.practices import is_author, key_of
from rost.library.queries.public.practices import public_practice, stands
from rost.library.rules.telling import Story, channels, post, press
from rost.library.views.doors import LARGEST_NUMBER, person_of, visitor_of

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
KEPT = f"public, max-age={int(timedelta(minutes=10).total_seconds())}"
TOO_MANY = 429


@dataclass(slots=True)
class Post:
    """A text, and the channels that take it as it is."""

    text: str
    names: list[str | Promise]
    most: int  # of the strictest of them

    @property
    def units(self) -> int:
        return utf16_units(self.text)


def found(number: int) -> tuple[Practice, Version]:
    """A published practice that stands, and what of it everybody reads."""
    practice = public_practice(number) if number <= LARGEST_NUMBER else None
    if practice is None or practice.version is None or not stands(practice):
        raise Http404
    return practice, practice.version


def language_of() -> str:
    return known_language(get_language() or "ru")


@require_safe
def papers(request: HttpRequest, number: int) -> HttpResponse:
    practice, version = found(number)
    language, visitor = language_of(), visitor_of(request)
    story, words = story_of(practice, version, language), words_of(language)
    context = {
        "practice": practice,
        "version": version,
        "press": press(story, words),
        "posts": posts_of(story, words),
        "other_language": version.language != language,
        "is_author": is_author(visitor.person, practice),
        "crumbs": [
            (_("Practices"), reverse("library:practices")),
            (version.title, reverse("library:practice", args=[number])),
            (_("Ready texts and papers"), ""),
        ],
    }
    answer = render(request, "library/papers/papers.html", context)
    answer.kept = visitor.person is None and not request.GET  # type: ignore[attr-defined]
    return answer


def posts_of(story: Story, words: Mapping[str, str]) -> list[Post]:
    """A short practice is told by one text everywhere."""
    found: dict[str, Post] = {}
    for channel in channels():
        text = post(story, words, channel)
        one = found.setdefault(text, Post(text, [], channel.most))
        one.names.append(CHANNEL_NAMES[channel.code])
        one.most = min(one.most, channel.most)
    return list(found.values())


@require_safe
def sheet(request: HttpRequest, number: int, variant: str) -> HttpResponse:
    """The page to take along, the notice for the board or the slide."""
    if variant not in ROOMS:
        raise Http404
    practice, version = found(number)
    if not may_make(request):
        return later(request)
    language = language_of()
    content = sheet_of(practice, version, language, variant)
    data = made("practice", [content], language=language, variant=variant, title=content.title)
    answer = HttpResponse(data, content_type=TYPES["pdf"])
    answer["Content-Disposition"] = f'inline; filename="practice-{number}-{variant}.pdf"'
    answer["Cache-Control"] = KEPT
    return answer


@require_safe
def press_text(request: HttpRequest, number: int) -> HttpResponse:
    practice, version = found(number)
    language = language_of()
    text = press(story_of(practice, version, language), words_of(language))
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="practice-{number}.txt"'
    answer["Cache-Control"] = KEPT
    return answer


@require_safe
@never_cache
@login_required
def application(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """For those who wrote the practice: their contact is in it."""
    practice, version = found(number)
    person = person_of(request)
    if form not in TYPES or not is_author(person, practice):
        raise Http404
    if not may_make(request):
        return later(request)
    language = language_of()
    content = application_of(practice, version, language)
    data = made("practice_application", [content], language=language, form=form)
    record_access(
        person=person,
        act=AccessRecord.Act.EXPORT,
        register="library.practices",
        rows=1,
        about=key_of(practice),
        now=visitor_of(request).now,
    )
    answer = HttpResponse(data, content_type=TYPES[form])
    answer["Content-Disposition"] = f'attachment; filename="application-{number}.{form}"'
    return answer


def later(request: HttpRequest) -> HttpResponse:
    return render(request, "library/papers/later.html", status=TOO_MANY)

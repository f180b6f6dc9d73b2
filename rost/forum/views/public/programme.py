"""The programme: a day as a table, a search as a list, the whole on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import get_language

from rost.core.language import date_text, weekday_text
from rost.core.programme.model import Contribution, Session
from rost.forum.models import Edition
from rost.forum.models.programme import Form, Part
from rost.forum.queries.now_next import NowNext, Phase, now_next
from rost.forum.queries.papers.public import paper_links
from rost.forum.queries.programme_page import Entry, entries_of, sheet_of
from rost.forum.queries.programme_search import Wanted, districts_of, forms_of, found
from rost.forum.queries.published import Published, published_of

from .colours import track_style
from .doors import approved_programme, page, public_edition

A_PAGE = 100


@dataclass(frozen=True, slots=True)
class DayTab:
    day: date
    text: str
    current: bool


@public_edition
def programme(request: HttpRequest, edition: Edition, day: date | None = None) -> HttpResponse:
    """One day as a table of halls and hours; with a wish, every session that answers it."""
    published = published_of(edition)
    if published is None:
        return page(request, "forum/public/no_programme.html", {}, edition=edition)
    wanted = _wanted(request)
    times = now_next(published, request.visitor.now)  # type: ignore[attr-defined]
    shown = day or _first_shown(published, times)
    if shown is not None and shown not in published.days:
        raise Http404
    context = {
        "published": published,
        "days": _tabs(published, None if wanted else shown),
        "tracks": published.programme.tracks,
        "track_style": track_style(request, published.programme.tracks),
        "forms": [(str(form), Form(form).label) for form in forms_of(published)],
        "districts": districts_of(published),
        "wanted": wanted,
        "papers": paper_links(edition, _language()),
        # Words of the interface among those of the programme, which are Russian.
        "mark": format_html(' lang="{}"', _language()) if _language() != "ru" else "",
    }
    if wanted:
        return page(
            request,
            "forum/public/programme_found.html",
            context | _found(request, published, wanted),
            edition=edition,
        )
    context |= {"day": shown, "now_next": _now_next(published, times, shown)}
    if shown is not None:
        context["sheet"] = sheet_of(published, shown, _language())
        context["day_text"] = date_text(shown, _language())
    return page(request, "forum/public/programme.html", context, edition=edition, until=times.until)


@approved_programme
def programme_print(request: HttpRequest, edition: Edition, published: Published) -> HttpResponse:
    """Every day in full, laid out for A4."""
    entries = entries_of(published, _language())
    days = [(day, _listed(own, entries)) for day, own in published.days.items() if own]
    return page(
        request,
        "forum/public/programme_print.html",
        {"published": published, "days": days},
        edition=edition,
    )


def _language() -> str:
    return get_language() or "ru"


def _wanted(request: HttpRequest) -> Wanted:
    get = request.GET.get
    return Wanted(
        track=get("track", "")[:80],
        form=get("form", "")[:20],
        territory=get("territory", "")[:11],
        person=get("person", "").strip()[:80],
        text=get("text", "").strip()[:80],
    )


def _first_shown(published: Published, times: NowNext) -> date | None:
    """Today while the event goes on, otherwise its first day."""
    if times.today in published.days:
        return times.today
    return next(iter(published.days), None)


def _tabs(published: Published, shown: date | None) -> list[DayTab]:
    language = _language()
    return [
        DayTab(
            day,
            f"{date_text(day, language, year=False)}, {weekday_text(day, language, short=True)}",
            day == shown,
        )
        for day in published.days
    ]


def _listed(
    sessions: Sequence[Session], entries: dict[str, Entry]
) -> list[tuple[Entry, list[str]]]:
    """Each session with its people in full, those who lead it called so."""
    return [(entries[one.code], [_named(who) for who in one.contributions]) for one in sessions]


def _named(who: Contribution) -> str:
    text = ", ".join(part for part in (who.name, who.post) if part)
    return (
        f"{Part(who.part).label}: {text}"
        if str(who.part) == Part.MODERATOR.value and text
        else text
    )


def _found(request: HttpRequest, published: Published, wanted: Wanted) -> dict[str, Any]:
    sessions = found(published, wanted)
    entries = entries_of(published, _language())
    part = Paginator(sessions, A_PAGE).get_page(request.GET.get("page"))
    days = {one.code: day for day, own in published.days.items() for one in own}
    by_day = [
        (day, [entries[one.code] for one in own])
        for day, own in groupby(part.object_list, key=lambda one: days.get(one.code))
    ]
    return {"page_obj": part, "by_day": by_day, "count": len(sessions)}


def _now_next(published: Published, times: NowNext, shown: date | None) -> dict[str, Any]:
    """In words for the page; what goes on is told on the page of the day itself."""
    entries = entries_of(published, _language()) if times.phase is Phase.DURING else {}
    first = times.next[0].start if times.next else None
    return {
        "phase": str(times.phase),
        "begins": times.begins,
        "here": shown == times.today,
        "today": times.today if times.today in published.days else None,
        "now": [entries[one.code] for one in times.now],
        "next": [entries[one.code] for one in times.next],
        "next_at": first,
        "next_day": first.date() if first and first.date() != times.today else None,
    }

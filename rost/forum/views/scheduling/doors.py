"""What the pages of the schedule share: the sub-links, the way back, rows by their numbers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rost.directory.rules import may
from rost.forum.models import Edition
from rost.forum.rules import EDIT_PROGRAMME
from rost.forum.views.desk.doors import tools, visitor_of


def schedule_page(
    request: HttpRequest,
    template: str,
    edition: Edition,
    title: str,
    context: dict[str, Any] | None = None,
    *,
    under: tuple[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    start = (_("Schedule"), reverse("forum:desk_schedule", args=[edition.slug]))
    desk = (edition.name, reverse("forum:edition_desk", args=[edition.slug]))
    first = title == start[0]
    known = {
        "edition": edition,
        "title": title,
        "crumbs": [
            desk,
            *([] if first else [start]),
            *([under] if under else []),
            (title, ""),
        ],
        "may_accept": may(visitor_of(request), EDIT_PROGRAMME, space=edition.space),
        **tools(request, edition),
    }
    template_name = f"forum/scheduling/{template}.html"
    return render(request, template_name, known | (context or {}), status=status)

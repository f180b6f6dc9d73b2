"""How the pages of the doors look: under the tabs of the desk, in the edition's own time."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord, Person
from rost.directory.rules import Visitor, may
from rost.forum.models import Door, Edition
from rost.forum.rules import KEEP_DOORS
from rost.forum.views.desk.doors import tools
from rost.forum.views.registration.doors import needing, visitor_of

REGISTER = "forum.doors"
WRONG = 422


def keeps_doors(visitor: Visitor, edition: Edition) -> bool:
    return may(visitor, KEEP_DOORS, space=edition.space)


keeper_page = needing(KEEP_DOORS, keeps_doors)


def door_of(edition: Edition, number: int) -> Door:
    rows = Door.objects.select_related("edition__published", "hall", "route")
    return get_object_or_404(rows.defer("edition__published__content"), edition=edition, pk=number)


def keeper(request: HttpRequest) -> Person:
    person = visitor_of(request).person
    if person is None:
        raise Http404
    return person


def page(
    request: HttpRequest,
    edition: Edition,
    template: str,
    title: str,
    context: dict[str, Any],
    *,
    under: tuple[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    crumbs = [
        (edition.name, reverse("forum:edition_desk", args=[edition.slug])),
        *([] if template == "live" else [(_("At the doors"), live_address(edition))]),
        *([under] if under else []),
        (title, ""),
    ]
    known = {"edition": edition, "title": title, "crumbs": crumbs, **tools(request, edition)}
    path = f"forum/attendance/{template}.html"
    return render(request, path, known | context, status=status)


def live_address(edition: Edition) -> str:
    return reverse("forum:attendance", args=[edition.slug])


def note_seen(request: HttpRequest, edition: Edition, rows: int) -> None:
    """That names were read; nothing is noted where there were none."""
    if rows:
        record_access(
            person=keeper(request),
            act=AccessRecord.Act.VIEW,
            register=REGISTER,
            rows=rows,
            about=edition.space,
            now=visitor_of(request).now,
        )

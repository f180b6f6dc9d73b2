"""Taking practices out: the list, a passport, the whole library, open data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rost.core.tables import FOR_PROGRAMS, Sheet, write_csv, write_xlsx
from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.directory.views.permits import needs
from rost.library.queries.exchange.taken import (
    LIST_COLUMNS,
    MOST_LISTED,
    kept_entries,
    list_row,
    open_row,
    public_entry,
    shelf,
    workbook,
    working_entry,
)
from rost.library.queries.practices import get_practice_for
from rost.library.queries.public.practices import public_practice, stands
from rost.library.rules import KEEP_LIBRARY
from rost.library.rules.exchange import Entry
from rost.library.views.doors import LARGEST_NUMBER, person_of, visitor_of

from .files import XLSX, download

REGISTER = "library.practices"
CHUNK = 200
LONGEST_PART = 6  # digits


@require_safe
def practices_export(request: HttpRequest) -> HttpResponse:
    """The list that everybody reads, the latest first; no contacts."""
    headings = [
        "№",
        _("Practice"),
        _("Municipality"),
        _("Municipality code"),
        _("Year"),
        _("Local issues"),
        _("National project"),
        _("Cost, roubles"),
        _("Evidence of the result"),
        _("Seal until"),
        _("Published on"),
    ]
    language = get_language() or "ru"
    rows = [list_row(one, language) for one in shelf()[:MOST_LISTED]]
    sheet = Sheet(_("Practices"), headings, rows)
    return download(write_xlsx([sheet]), "practices.xlsx", XLSX)


@require_safe
def practice_workbook(request: HttpRequest, number: int) -> HttpResponse:
    """One passport with all its rows: what everybody reads, or the working copy for its people."""
    return download(
        write_xlsx(workbook([entry_for(request, number)])), f"practice-{number}.xlsx", XLSX
    )


def entry_for(request: HttpRequest, number: int) -> Entry:
    """The published version goes before the working copy, unless that is asked for."""
    if number > LARGEST_NUMBER:
        raise Http404
    visitor = visitor_of(request)
    public = public_practice(number)
    version = public.version if public is not None and stands(public) else None
    if public is not None and version is not None and "working" not in request.GET:
        return public_entry(public, version)
    working = get_practice_for(visitor, number)
    if working is None:
        raise Http404
    record_access(
        person=person_of(request),
        act=AccessRecord.Act.EXPORT,
        register=REGISTER,
        rows=1,
        about=f"library.practice:{number}",
        now=visitor.now,
    )
    return working_entry(working)


@require_safe
@never_cache
@needs(KEEP_LIBRARY)
def collection_workbook(request: HttpRequest) -> HttpResponse:
    """Everything that a keeper may read, contacts among it: written down."""
    asked = request.GET.get("part", "1")
    part = int(asked) if asked.isdecimal() and len(asked) < LONGEST_PART else 1
    entries = list(kept_entries(person_of(request), max(part, 1)))
    record_access(
        person=person_of(request),
        act=AccessRecord.Act.EXPORT,
        register=REGISTER,
        rows=len(entries),
        about=f"{part}",
        now=visitor_of(request).now,
    )
    return download(write_xlsx(workbook(entries)), f"library-{part}.xlsx", XLSX)


@require_safe
def practices_json(request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(json_lines(), content_type="application/json; charset=utf-8")


def json_lines() -> Iterator[str]:
    yield '{"practices": ['
    comma = "\n"
    for one in shelf().iterator(chunk_size=CHUNK):
        yield comma + json.dumps(open_row(one), ensure_ascii=False)
        comma = ",\n"
    yield "\n]}\n"


@require_safe
def practices_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The columns of the list under names that do not change with the language."""
    answer = StreamingHttpResponse(csv_lines(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="practices.csv"'
    return answer


def csv_lines() -> Iterator[bytes]:
    yield write_csv([list(LIST_COLUMNS)], FOR_PROGRAMS)
    rows: list[list[Any]] = []
    for one in shelf().iterator(chunk_size=CHUNK):
        rows.append(list_row(one, "ru"))
        if len(rows) == CHUNK:
            yield write_csv(rows, FOR_PROGRAMS)
            rows = []
    yield write_csv(rows, FOR_PROGRAMS)

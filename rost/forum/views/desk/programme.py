"""The programme editor: a day as a grid, what is not placed yet, warnings, one line of commands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rost.core.language import date_text
from rost.core.programme.findings import Level
from rost.forum.actions import programme as actions
from rost.forum.forms.desk import Command, PlaceForm, SwapForm, UnknownCommand, parse
from rost.forum.forms.desk.command import Act, Ground
from rost.forum.messages.findings import LEVEL_NAMES, RULE_NAMES, finding_text
from rost.forum.models import Edition, Hall, Route, Session
from rost.forum.queries import desk as board_queries
from rost.forum.queries.desk import EVERYWHERE, Board
from rost.forum.rules import EDIT_PROGRAMME
from rost.ui.refusals import Refusal

from .doors import back_unless_posted, done, now_of, page, parse_seen, seen_of, with_right
from .sessions import session_row

SHOWN = 60
"""Warnings on one page, the heaviest first: mending these mends many of the rest."""


@dataclass
class Typed:
    """What came in and could not be done: shown again as it was typed."""

    line: str = ""
    refusal: Refusal | None = None
    place: PlaceForm | None = None
    swap: SwapForm | None = None
    selected: str = ""
    status: int = 200
    extra: dict[str, Any] = field(default_factory=dict)


@require_safe
@with_right(EDIT_PROGRAMME)
def programme(request: HttpRequest, edition: Edition) -> HttpResponse:
    return _editor(request, edition, board_queries.board_of(edition), Typed())


@with_right(EDIT_PROGRAMME)
@back_unless_posted("forum:desk_programme")
def command(request: HttpRequest, edition: Edition) -> HttpResponse:
    """One line, one change. What cannot be done stays in the line with the reason beside it."""
    board = board_queries.board_of(edition)
    line = request.POST.get("line", "")[:200]
    try:
        wanted = parse(line, _ground(board, _open_day(request, board)))
        _obey(request, edition, wanted)
    except Refusal as refusal:
        status = 422 if isinstance(refusal, UnknownCommand) else 409
        typed = Typed(line=line, refusal=refusal, status=status)
        return _editor(request, edition, board_queries.board_of(edition), typed)
    return _back(request, edition, wanted.code, wanted.day)


@with_right(EDIT_PROGRAMME)
@back_unless_posted("forum:desk_programme")
def place(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    """By the small form, or by a free slot of the grid (`slot` is its beginning and place)."""
    row, board = session_row(edition, code), board_queries.board_of(edition)
    data = request.POST.copy()
    if slot := request.POST.get("slot", ""):
        moment, _bar, where = slot.partition("|")
        data["day"], _t, data["time"] = moment.partition("T")
        data["place"] = "" if where == EVERYWHERE else where
    form = _place_form(board, row, data)

    def put() -> None:
        hall, route = _where(edition, form.cleaned_data["place"])
        actions.place_session(
            session=row,
            starts_at=form.moment(ZoneInfo(edition.timezone)),
            hall=hall,
            route=route,
            now=now_of(request),
            seen=seen_of(form),
        )

    if done(form, put):
        return _back(request, edition, code, date.fromisoformat(form.cleaned_data["day"]))
    typed = Typed(place=form, selected=code, status=409)
    return _editor(request, edition, board_queries.board_of(edition), typed)


@with_right(EDIT_PROGRAMME)
@back_unless_posted("forum:desk_programme")
def place_removal(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    row = session_row(edition, code)
    seen = parse_seen(request.POST.get("seen", ""))
    try:
        actions.unplace_session(session=row, now=now_of(request), seen=seen)
    except Refusal as refusal:
        typed = Typed(refusal=refusal, selected=code, status=409)
        return _editor(request, edition, board_queries.board_of(edition), typed)
    return _back(request, edition, code, None)


@with_right(EDIT_PROGRAMME)
@back_unless_posted("forum:desk_programme")
def swap(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    row, board = session_row(edition, code), board_queries.board_of(edition)
    form = SwapForm(request.POST)

    def exchange() -> None:
        wanted = parse(f"{code} <> {form.cleaned_data['other']}", _ground(board, None))
        actions.swap_sessions(
            first=row,
            second=session_row(edition, wanted.other),
            now=now_of(request),
            first_seen=seen_of(form),
        )

    if done(form, exchange):
        return _back(request, edition, code, None)
    typed = Typed(swap=form, selected=code, status=409)
    return _editor(request, edition, board_queries.board_of(edition), typed)


def _obey(request: HttpRequest, edition: Edition, wanted: Command) -> None:
    """Do what the line says, unless the session changed after the page was drawn."""
    now = now_of(request)
    drawn = parse_seen(request.POST.get("drawn", ""))
    row = _unchanged(session_row(edition, wanted.code), drawn)
    seen = row.changed_at
    if wanted.act is Act.SWAP:
        other = _unchanged(session_row(edition, wanted.other), drawn)
        actions.swap_sessions(
            first=row, second=other, now=now, first_seen=seen, second_seen=other.changed_at
        )
    elif wanted.act is Act.SHIFT:
        actions.shift_session(session=row, minutes=wanted.minutes, now=now, seen=seen)
    elif wanted.act is Act.UNPLACE:
        actions.unplace_session(session=row, now=now, seen=seen)
    elif wanted.day is not None and wanted.time is not None:
        hall, route = _where(edition, wanted.place) if wanted.place else (row.hall, row.route)
        starts_at = datetime.combine(wanted.day, wanted.time, ZoneInfo(edition.timezone))
        actions.place_session(
            session=row, starts_at=starts_at, hall=hall, route=route, now=now, seen=seen
        )


def _unchanged(row: Session, drawn: datetime | None) -> Session:
    if drawn is not None and row.changed_at > drawn:
        raise actions.ChangedMeanwhile(row.title)
    return row


def _where(edition: Edition, place: str) -> tuple[Hall | None, Route | None]:
    kind, _colon, slug = place.partition(":")
    if kind == "hall":
        return get_object_or_404(Hall, edition=edition, slug=slug), None
    if kind == "route":
        return None, get_object_or_404(Route, edition=edition, slug=slug)
    return None, None


def _back(request: HttpRequest, edition: Edition, code: str, day: date | None) -> HttpResponse:
    """To the day the session is on now, with it in focus."""
    row = session_row(edition, code)
    messages.success(request, _("Done: %(title)s") % {"title": row.title})
    shown = day.isoformat() if day else request.POST.get("day_open", "")
    query = urlencode({"day": shown} if shown else {})
    address = reverse("forum:desk_programme", args=[edition.slug])
    return redirect(f"{address}?{query}#s-{code}")


def _ground(board: Board, open_day: date | None) -> Ground:
    own = [column for column in board.columns if column.key]
    return Ground(
        codes=board.changed.keys(),
        days=[*board.days, *board_queries.stray_days(board)],
        keys={column.key: column.place for column in own},
        names={column.name: column.place for column in own},
        open_day=open_day,
    )


def _open_day(request: HttpRequest, board: Board) -> date | None:
    """The day in the address (or of the page the form was on), the first one otherwise."""
    days = [*board.days, *board_queries.stray_days(board)]
    asked = request.GET.get("day") or request.POST.get("day_open", "")
    chosen = [day for day in days if day.isoformat() == asked]
    return next(iter(chosen or days), None)


def _place_form(board: Board, row: Session, data: Any = None) -> PlaceForm:
    language = get_language() or "ru"
    days = [*board.days, *board_queries.stray_days(board)]
    planned = board.sessions.get(row.code)
    initial = {"seen": row.changed_at.isoformat()}
    if planned is not None and planned.start is not None:
        day = board_queries.day_of(planned, board.programme)
        initial["day"] = day.isoformat() if day else ""
        initial["time"] = planned.start.strftime("%H:%M")
        where = board_queries.place_of(planned)
        initial["place"] = "" if where == EVERYWHERE else where
    return PlaceForm(
        data,
        initial=initial,
        days=[(day, date_text(day, language, year=False, weekday=True)) for day in days],
        places=[
            (column.place, f"{column.key} · {column.name}")
            for column in board.columns
            if column.key and not column.closed
        ],
    )


def _editor(request: HttpRequest, edition: Edition, board: Board, typed: Typed) -> HttpResponse:
    day = _open_day(request, board)
    code = typed.selected or request.GET.get("session", "")
    selected = board.sessions.get(code)
    context: dict[str, Any] = {
        "editor": reverse("forum:desk_programme", args=[edition.slug]),
        "board": board,
        "day": day,
        "days": board.days,
        "stray_days": board_queries.stray_days(board),
        "columns": board_queries.columns_on(board, day) if day else [],
        "rows": board_queries.grid(board, day) if day else [],
        "unplaced": board_queries.unplaced(board),
        "everywhere": EVERYWHERE,
        "selected": selected,
        "line": typed.line,
        "refusal": typed.refusal,
        "drawn": board.last_change.isoformat() if board.last_change else "",
        **_findings(request, board),
    }
    if selected is not None:
        row = session_row(edition, code)
        context["place_form"] = typed.place or _place_form(board, row)
        context["swap_form"] = typed.swap or SwapForm(initial={"seen": row.changed_at.isoformat()})
        context["seen"] = row.changed_at.isoformat()
    return page(request, "programme", edition, _("Programme editor"), context, status=typed.status)


def _findings(request: HttpRequest, board: Board) -> dict[str, Any]:
    """The warnings in words, of one level if the address asks for it."""
    asked = request.GET.get("level", "")
    counts = [
        (str(level), LEVEL_NAMES[level], sum(one.level is level for one in board.findings))
        for level in Level
        if level is not Level.IGNORE
    ]
    chosen = [one for one in board.findings if asked in ("", str(one.level))]
    lines = [
        {
            "level": str(one.level),
            "level_name": LEVEL_NAMES[one.level],
            "rule": RULE_NAMES[one.rule],
            "text": finding_text(one, board.programme),
            "sessions": [
                (board.sessions[code], board_queries.day_of(board.sessions[code], board.programme))
                for code in one.sessions
            ],
        }
        for one in chosen[:SHOWN]
    ]
    return {
        "findings": lines,
        "more": len(chosen) - len(lines),
        "level": asked,
        "counts": counts,
        "total": len(board.findings),
    }

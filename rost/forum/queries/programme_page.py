"""A day of the approved programme laid out for reading: halls as columns, start times as rows.

Everything a page shows of a session is put into words once per version, day and language, so
that drawing a page only joins ready strings. Words come in the language active at the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from rost.core.language import time_range_text, time_text
from rost.core.programme.model import Form, Part, Session, State
from rost.forum.models import programme as words

from .published import Published

HALL, ROUTE, NOWHERE = "hall", "route", ""
ACROSS = -1  # the column of what spans the halls
WIDEST = 10  # columns
NAMES_SHOWN = 2  # in a cell of the table; the session's own page has everybody
MODERATORS = (Part.MODERATOR,)


@dataclass(frozen=True, slots=True)
class Entry:
    """A session as a list or a table shows it."""

    code: str
    title: str
    language: str
    span: str  # «10:00–11:30»
    start: datetime | None
    place: str
    form: str
    track: str
    track_number: int  # from 1, in the order of the programme; 0 without a track
    people: str
    cancelled: bool
    kind: str  # classes of its mark: pause, off, route, t1 …

    @property
    def is_break(self) -> bool:
        return self.kind == "pause"


@dataclass(frozen=True, slots=True)
class Cell:
    entries: tuple[Entry, ...] = ()
    rows: int = 1
    columns: int = 0  # how many it spans, when it stands across the halls


@dataclass(frozen=True, slots=True)
class Row:
    time: str
    moment: str  # ISO, without seconds
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One day: the names of its columns and its rows."""

    date: date
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def too_wide(self) -> bool:
        """More halls than a screen has room for: read as a list everywhere."""
        return len(self.columns) > WIDEST


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Sessions of one column that touch in time: they share a cell."""

    column: int
    begins: float
    ends: float
    sessions: tuple[Session, ...]


def sheet_of(published: Published, day: date, language: str) -> Sheet:
    with override(language):
        return published.once(("sheet", day, language), lambda: _sheet(published, day))


def entries_of(published: Published, language: str) -> dict[str, Entry]:
    """Every session the public is shown, by code."""
    with override(language):
        return published.once(("entries", language), lambda: _entries(published))


def _entries(published: Published) -> dict[str, Entry]:
    return {code: _entry(published, one) for code, one in published.sessions.items()}


def _sheet(published: Published, day: date) -> Sheet:
    sessions = published.days.get(day, ())
    across = _across(sessions)
    columns = _columns(published, [one for one in sessions if one not in across])
    halls = sum(1 for (kind, _slug), _title in columns if kind == HALL)
    if across and not halls:
        columns.insert(0, ((HALL, ""), _("Halls")))
        halls = 1
    clusters = [
        cluster
        for number, (name, _title) in enumerate(columns)
        for cluster in _clusters(number, [one for one in sessions if _column(one) == name], across)
    ]
    clusters += _clusters(ACROSS, across, [])
    entries = {one.code: _entry(published, one) for one in sessions}
    titles = tuple(title for _name, title in columns)
    return Sheet(day, titles, _rows(clusters, halls, len(columns), entries))


def _begins(session: Session) -> float:
    return session.start.timestamp() if session.start else 0.0


def _ends(session: Session) -> float:
    return _begins(session) + 60 * max(session.minutes, 1)


def _column(session: Session) -> tuple[str, str]:
    """Halls are columns of their own; buses share one, and so does what has no place."""
    if session.hall:
        return (HALL, session.hall)
    return (ROUTE if session.route else NOWHERE, "")


def _columns(
    published: Published, sessions: Iterable[Session]
) -> list[tuple[tuple[str, str], str]]:
    used = {_column(one) for one in sessions}
    order = {slug: number for number, slug in enumerate(published.halls)}
    halls = sorted(
        (slug for kind, slug in used if kind == HALL),
        key=lambda slug: (order.get(slug, len(order)), slug),
    )
    columns = [((HALL, slug), _hall_name(published, slug)) for slug in halls]
    if (ROUTE, "") in used:
        columns.append(((ROUTE, ""), _("Routes")))
    if (NOWHERE, "") in used:
        columns.append(((NOWHERE, ""), _("Place to be announced")))
    return columns


def _hall_name(published: Published, slug: str) -> str:
    hall = published.halls.get(slug)
    return hall.name if hall else slug


def _across(sessions: Sequence[Session]) -> list[Session]:
    """Breaks and plenary sessions beside which nothing goes on in the halls: they span them."""
    breaks = [one for one in sessions if one.form is Form.BREAK and not one.route]
    halls = [one for one in sessions if one.hall]
    plenary = [one for one in halls if one.form is Form.PLENARY]
    alone = breaks + [one for one in plenary if not _beside(one, [*halls, *breaks])]
    while True:
        # A break kept in its hall by something beside it keeps its neighbours in theirs.
        others = [one for one in halls if one not in alone]
        still = [one for one in alone if not _beside(one, others)]
        if len(still) == len(alone):
            return sorted(alone, key=_begins)
        alone = still


def _beside(one: Session, sessions: Iterable[Session]) -> bool:
    return any(
        _begins(one) < _ends(other) and _begins(other) < _ends(one)
        for other in sessions
        if other is not one
    )


def _clusters(
    column: int, sessions: Sequence[Session], left_out: Sequence[Session]
) -> list[_Cluster]:
    found: list[_Cluster] = []
    for one in sessions:
        if one in left_out:
            continue
        if found and _begins(one) < found[-1].ends:
            last = found.pop()
            found.append(
                _Cluster(column, last.begins, max(last.ends, _ends(one)), (*last.sessions, one))
            )
        else:
            found.append(_Cluster(column, _begins(one), _ends(one), (one,)))
    return found


def _rows(
    clusters: Sequence[_Cluster], halls: int, columns: int, entries: dict[str, Entry]
) -> tuple[Row, ...]:
    starts = sorted({cluster.begins for cluster in clusters})
    at = {(cluster.column, cluster.begins): cluster for cluster in clusters}
    free_from = [0.0] * columns
    rows = []
    for number, start in enumerate(starts):
        cells = []
        across = at.get((ACROSS, start))
        if across:
            cells.append(_cell(across, starts, number, entries, columns=halls))
            free_from[:halls] = [across.ends] * halls
        for column in range(columns):
            cluster = at.get((column, start))
            if cluster:
                cells.append(_cell(cluster, starts, number, entries))
                free_from[column] = cluster.ends
            elif free_from[column] <= start:
                cells.append(Cell())
        moment = next(cell.entries[0].start for cell in cells if cell.entries)
        assert moment is not None
        rows.append(Row(time_text(moment), f"{moment:%Y-%m-%dT%H:%M}", tuple(cells)))
    return tuple(rows)


def _cell(
    cluster: _Cluster,
    starts: Sequence[float],
    row: int,
    entries: dict[str, Entry],
    *,
    columns: int = 0,
) -> Cell:
    taken = sum(1 for start in starts[row:] if start < cluster.ends)
    return Cell(tuple(entries[one.code] for one in cluster.sessions), taken, columns)


def _entry(published: Published, session: Session) -> Entry:
    end = session.end
    track = published.tracks.get(session.track)
    number = list(published.tracks).index(session.track) + 1 if track else 0
    return Entry(
        code=session.code,
        title=session.title,
        language=session.language,
        span=time_range_text(session.start, end) if session.start and end else "",
        start=session.start,
        place=place_name(published, session),
        form="" if session.form is Form.BREAK else str(words.Form(session.form).label),
        track=track.name if track else "",
        track_number=number,
        people=_people(session),
        cancelled=session.state is State.CANCELLED,
        kind=_kind(session, number),
    )


def _kind(session: Session, track_number: int) -> str:
    if session.form is Form.BREAK:
        return "pause"
    marks = (
        "off" if session.state is State.CANCELLED else "",
        "route" if session.route else "",
        f"t{track_number}" if track_number else "",
    )
    return " ".join(filter(None, marks))


def place_name(published: Published, session: Session) -> str:
    if session.hall:
        return _hall_name(published, session.hall)
    route = published.routes.get(session.route)
    return route.name if route else ""


def _people(session: Session) -> str:
    """The first names, moderators last: a reader looks for who speaks."""
    people = sorted(session.contributions, key=lambda one: one.part in MODERATORS)
    names = list(dict.fromkeys(one.name for one in people if one.name))
    text = ", ".join(names[:NAMES_SHOWN])
    more = len(names) - NAMES_SHOWN
    if more <= 0:
        return text
    return ngettext("%(names)s and %(count)d more", "%(names)s and %(count)d more", more) % {
        "names": text,
        "count": more,
    }

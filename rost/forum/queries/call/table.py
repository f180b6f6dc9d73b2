"""The organiser's table of offered projects: filtered, paged, exported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet

from rost.core.language import fold
from rost.core.passport import total
from rost.core.tables import Cell, Sheet
from rost.directory.queries.places import label_of
from rost.directory.queries.reference import issue_name
from rost.forum.models import Call, Project, ProjectState, Track

from .passports import passport_of
from .projects import authors_of, projects_of


@dataclass(frozen=True, slots=True)
class Filter:
    """What the address of the table asks for; empty parts ask for everything."""

    state: str = ""
    track: int | None = None
    text: str = ""

    def __str__(self) -> str:
        """For the log of access: which part was seen, without what was typed."""
        parts = (self.state, self.track and f"track {self.track}", self.text and "text")
        return ", ".join(str(part) for part in parts if part)


def projects_found(call: Call, wanted: Filter) -> QuerySet[Project]:
    """By state, track, and words of the title, the code, the place or the author's name."""
    rows = projects_of(call).prefetch_related("co_authors__person")
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.track is not None:
        rows = rows.filter(track=wanted.track)
    for word in wanted.text.split()[:6]:
        folded = fold(word)
        rows = rows.filter(
            Q(code__iexact=word)
            | Q(title__contains=word)
            | Q(title__contains=word.capitalize())
            | Q(author__search_name__contains=folded)
            | Q(municipality__search_name__contains=folded)
        )
    return rows


def counts_by_state(call: Call) -> Counter[str]:
    """Drafts among them: their number is no secret, what is in them is."""
    rows = Project.objects.filter(call=call).order_by()
    return Counter(dict(rows.values_list("state").annotate(number=Count("pk"))))


def tracks_of(call: Call) -> list[Track]:
    return list(Track.objects.filter(edition=call.edition_id).order_by("position", "id"))


def export_sheet(
    projects: Iterable[Project],
    *,
    title: str,
    headings: Sequence[str],
    language: str,
    zone: ZoneInfo,
) -> Sheet:
    """A row a project; the writer disarms formulas."""
    rows = [export_row(number, one, language, zone) for number, one in enumerate(projects, start=1)]
    return Sheet(title=title, header=list(headings), rows=rows)


def export_row(number: int, project: Project, language: str, zone: ZoneInfo) -> list[Cell]:
    passport, place = passport_of(project), project.municipality
    district = place.parent if place is not None else None
    return [
        number,
        project.code,
        project.title,
        str(ProjectState(project.state).label),
        project.track.name if project.track is not None else "",
        label_of(place) if place is not None else "",
        place.code if place is not None else "",
        district.name if district is not None else "",
        project.organisation.name if project.organisation is not None else "",
        "; ".join(authors_of(project)),
        "; ".join(issue_name(code, language) for code in passport.local_issues),
        passport.year,
        Decimal(total(passport)) / 100,
        passport.contact,
        in_zone(project.sent_at, zone),
        project.reason,
    ]


def in_zone(moment: datetime | None, zone: ZoneInfo) -> Cell:
    return moment.astimezone(zone) if moment is not None else ""

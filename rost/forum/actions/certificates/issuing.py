"""Issuing certificates to those who were there; asked twice, it makes no second one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.db import transaction

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord, Person
from rost.documents.actions.issuing import issue
from rost.forum.models import Edition, Registration
from rost.forum.queries.certificates import Draft, Maker, Standing, maker_of, standings_of
from rost.forum.queries.certificates.entitlement import KIND, about_of
from rost.forum.rules.certificates import PLAIN_WORDING

PART = 100  # certificates of one transaction: a worker that dies loses these at most
REGISTER = "forum.certificates"
Progress = Callable[[int, int], None]
One = TypeVar("One")


@dataclass
class Issued:
    """How many were made now, how many were there already, how many are not entitled and why."""

    made: int = 0
    there: int = 0
    refused: dict[str, int] = field(default_factory=lambda: defaultdict(int))


def issue_certificates(
    *,
    edition: Edition,
    registrations: Iterable[Registration],
    by: Person | None,
    now: datetime,
    progress: Progress | None = None,
    wording: str = PLAIN_WORDING,
    language: str = "",
) -> Issued:
    """A certificate for each of the registrations that is entitled and has none in force.

    `language` is that of all the papers; empty: each in the person's own. A part of a hundred is
    one transaction, so numbers run without gaps and work cut off in the middle goes on.
    """
    standings = standings_of(edition)
    done = Issued()
    wanted = list(_entitled(registrations, standings, done))
    makers: dict[str, Maker] = {}
    for part in parts(wanted):
        with transaction.atomic():
            people = _people(part)
            for tongue, own in _by_language(people, language):
                if tongue not in makers:
                    makers[tongue] = maker_of(edition, wording=wording, language=tongue)
                _issue_part(makers[tongue], own, standings, by=by, now=now)
            done.made += len(people)
        if progress is not None:
            progress(done.made, len(wanted))
    if done.made and by is not None:
        record_access(
            person=by,
            act=AccessRecord.Act.ISSUE,
            register=REGISTER,
            rows=done.made,
            about=edition.space,
            now=now,
        )
    return done


def parts(wanted: Sequence[One]) -> Iterator[Sequence[One]]:
    for start in range(0, len(wanted), PART):
        yield wanted[start : start + PART]


def _entitled(
    registrations: Iterable[Registration], standings: Mapping[int, Standing], done: Issued
) -> Iterator[int]:
    for one in registrations:
        standing = standings.get(one.pk)
        if standing is None:
            continue
        if standing.paper is not None:
            done.there += 1
        elif standing.why is not None:
            done.refused[str(standing.why)] += 1
        else:
            yield one.pk


def _people(part: Sequence[int]) -> list[Registration]:
    rows = Registration.objects.filter(pk__in=part).select_related("person")
    return list(rows.order_by("person__sort_key", "pk"))


def _by_language(
    rows: Iterable[Registration], language: str
) -> Iterator[tuple[str, list[Registration]]]:
    found: dict[str, list[Registration]] = defaultdict(list)
    for row in rows:
        found[language or row.person.language].append(row)
    yield from found.items()


def _issue_part(
    maker: Maker,
    rows: Sequence[Registration],
    standings: Mapping[int, Standing],
    *,
    by: Person | None,
    now: datetime,
) -> None:
    names = maker.names(row.person for row in rows)
    for row in rows:
        _issue_one(maker, row, names[row.person_id], standings[row.pk].hours, by=by, now=now)


def _issue_one(
    maker: Maker, row: Registration, draft: Draft, hours: int, *, by: Person | None, now: datetime
) -> None:
    edition = maker.edition
    content = partial(maker.content, row.person, draft.text, hours, now=now)
    issue(
        kind=KIND,
        year=now.astimezone(ZoneInfo(edition.timezone)).year,
        holder=row.person,
        name=row.person.full_name,
        language=maker.language,
        space=edition.space,
        about=about_of(row.pk),
        title=edition.name,
        make=lambda number, address, code: content(number=number, address=address, code=code),
        by=by,
        now=now,
        template=maker.template,
    )

"""Issuing certificates to those who were there; asked twice, it makes no second one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.db import transaction

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord, Person
from rost.documents.actions.issuing import issue, lock_counter
from rost.documents.actions.templates import template_in_force
from rost.forum.models import Edition, Registration
from rost.forum.queries.certificates import Draft, Maker, Standing, maker_of, standings_of
from rost.forum.queries.certificates.entitlement import KIND, about_of
from rost.forum.rules.certificates import PLAIN_WORDING

PART = 25  # of one transaction: how long others wait is measured in docs/decisions/numbers.md
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

    `language` is that of all the papers; empty: each in the person's own. Each part is one
    transaction with its line of the log, so work cut off in the middle goes on and hides nothing.
    """
    done, passed = Issued(), 0
    everybody = [one.pk for one in registrations]
    wanted = list(_entitled(everybody, standings_of(edition), done))
    for part in parts(wanted):
        _issue_part(edition, part, done, wording=wording, language=language, by=by, now=now)
        passed += len(part)
        if progress is not None:
            progress(passed, len(wanted))
    return done


def parts(wanted: Sequence[One], *, size: int | None = None) -> Iterator[Sequence[One]]:
    size = size or PART
    for start in range(0, len(wanted), size):
        yield wanted[start : start + size]


@transaction.atomic
def _issue_part(
    edition: Edition,
    part: Sequence[int],
    done: Issued,
    *,
    wording: str,
    language: str,
    by: Person | None,
    now: datetime,
) -> None:
    edition, standings = locked(edition, part, now=now)
    chosen = list(_entitled(part, standings, done))
    languages = {} if not language else dict.fromkeys(chosen, language)
    made = issue_to(edition, chosen, standings, languages, wording=wording, by=by, now=now)
    done.made += made
    done.there += len(chosen) - made
    log_access(AccessRecord.Act.ISSUE, edition, rows=made, by=by, now=now)


def locked(
    edition: Edition, part: Collection[int], *, now: datetime
) -> tuple[Edition, dict[int, Standing]]:
    """The edition and where these stand, read anew under the lock of the counter: a long work
    does not issue to whoever was cancelled, or had marks voided, since it began."""
    lock_counter(KIND, year_of(edition, now))
    editions = Edition.objects.select_related("published").defer("published__content")
    edition = editions.get(pk=edition.pk)
    return edition, standings_of(edition, part)


def issue_to(
    edition: Edition,
    chosen: Sequence[int],
    standings: Mapping[int, Standing],
    languages: Mapping[int, str],
    *,
    wording: str,
    by: Person | None,
    now: datetime,
) -> int:
    """How many were made; whoever `languages` does not know gets the paper in their own."""
    made = 0
    for language, rows in _by_language(chosen, languages):
        maker = _maker(edition, wording, language, now)
        names = maker.names(row.person for row in rows)
        for row in rows:
            hours = standings[row.pk].hours
            made += _issue_one(maker, row, names[row.person_id], hours, by=by, now=now)
    return made


def log_access(
    act: AccessRecord.Act, edition: Edition, *, rows: int, by: Person | None, now: datetime
) -> None:
    """The line of the log of access; called inside the transaction that it tells of."""
    if rows and by is not None:
        record_access(
            person=by, act=act, register=REGISTER, rows=rows, about=edition.space, now=now
        )


def _entitled(
    numbers: Iterable[int], standings: Mapping[int, Standing], done: Issued
) -> Iterator[int]:
    for number in numbers:
        standing = standings.get(number)
        if standing is None:
            continue
        if standing.paper is not None:
            done.there += 1
        elif standing.why is not None:
            done.refused[str(standing.why)] += 1
        else:
            yield number


def _by_language(
    chosen: Sequence[int], languages: Mapping[int, str]
) -> Iterator[tuple[str, list[Registration]]]:
    rows = Registration.objects.filter(pk__in=chosen).select_related("person")
    found: dict[str, list[Registration]] = defaultdict(list)
    for row in rows.order_by("person__sort_key", "pk"):
        found[languages.get(row.pk) or row.person.language].append(row)
    yield from found.items()


def _maker(edition: Edition, wording: str, language: str, now: datetime) -> Maker:
    """With the version that the papers are made by: settled once a part, not for each paper."""
    template = template_in_force(kind=KIND, language=language, space=edition.space, now=now)
    return replace(maker_of(edition, wording=wording, language=language), template=template)


def year_of(edition: Edition, now: datetime) -> int:
    return now.astimezone(ZoneInfo(edition.timezone)).year


def _issue_one(
    maker: Maker, row: Registration, draft: Draft, hours: int, *, by: Person | None, now: datetime
) -> bool:
    """Whether it was made now. The counter of this year is ours, so a paper that somebody else
    has just issued can only be of another year."""
    edition, year = maker.edition, year_of(maker.edition, now)
    content = partial(maker.content, row.person, draft.text, hours, now=now)
    document = issue(
        kind=KIND,
        year=year,
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
    return document.year == year

"""The two days themselves: telephones at the doors, a sheet on paper, guests, a lost badge.

Telephones send as they do in real life; one hall has no line and a clock ten minutes ahead.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from rost.directory.models import Municipality, Person
from rost.forum.actions.attendance import pair_device, take_marks
from rost.forum.actions.badges import replace_badge
from rost.forum.actions.guests import register_guest
from rost.forum.actions.proxies import Entry
from rost.forum.actions.sheets import enter_sheet, make_sheets, note_sheets_printed
from rost.forum.models import (
    Badge,
    BadgeEnd,
    Category,
    Day,
    Door,
    DoorDevice,
    Edition,
    MarkSource,
    Registration,
    Session,
)
from rost.forum.rules.attendance import MOST_MARKS, SentMark

from .content import GUESTS, SHEET_HALL
from .doors import Secrets, moment_before
from .walks import COME, Step, Walks

SEED = 18
A_SENDING = 60  # marks, of a telephone with a line
WRONG_HALL = "aktovyi"  # its telephone is ten minutes ahead and without a line
AHEAD = timedelta(minutes=10)
SHEET_DAY = 1
ABSENT = 37  # who registered and never came


def hold_days(edition: Edition, secrets: Secrets, *, by: Person) -> None:
    chance = random.Random(SEED)  # noqa: S311 a stored seed, not a secret
    days = list(Day.objects.filter(edition=edition).order_by("date"))
    welcome_guests(edition, by=by, now=days[0].starts_at - timedelta(minutes=10))
    on_paper = Session.objects.get(
        edition=edition, hall__slug=SHEET_HALL, starts_at__date=days[SHEET_DAY].date
    )
    absent = set(chance.sample(list(registered(edition)), ABSENT))
    for day, share in zip(days, COME, strict=True):
        if day != days[0]:
            lose_a_badge(edition, by=by, now=day.starts_at - timedelta(minutes=30))
        people = [one for one in registered(edition) if one not in absent]
        steps = list(Walks(edition, chance).of_day(day.date, share, people))
        at_doors = [one for one in steps if one.session != on_paper.pk]
        take(edition, day.date, at_doors, secrets, chance)
        if day == days[SHEET_DAY]:
            signed = {one.registration for one in steps if one.session == on_paper.pk}
            enter_paper(edition, on_paper, signed, by=by)


def registered(edition: Edition) -> Iterable[int]:
    rows = Registration.objects.filter(edition=edition).order_by("pk")
    return rows.values_list("pk", flat=True)


def welcome_guests(edition: Edition, *, by: Person, now: datetime) -> None:
    """Guests without a registration get spare badges at the desk."""
    category = Category.objects.filter(edition=edition).order_by("-position")[0]
    spares = Badge.objects.filter(edition=edition, registration=None).order_by("serial")
    for spare, (surname, given_name, code) in zip(spares[: len(GUESTS)], GUESTS, strict=True):
        register_guest(
            edition=edition,
            entry=Entry(surname=surname, given_name=given_name, post="гость форума"),
            category=category,
            registered_by=by,
            basis="согласие на бумаге, подписано у стойки",
            municipality=Municipality.objects.get(code=code),
            badge=spare,
            now=now,
        )


def lose_a_badge(edition: Edition, *, by: Person, now: datetime) -> None:
    badge = Badge.objects.filter(edition=edition, registration__isnull=False).order_by("serial")[0]
    replace_badge(badge=badge, why=BadgeEnd.LOST, by=by, now=now)


def take(
    edition: Edition, day: date, steps: Iterable[Step], secrets: Secrets, chance: random.Random
) -> None:
    """Every door's telephone opens its pass and sends what it took."""
    codes = dict(
        Badge.objects.filter(
            edition=edition, ended_at=None, registration__isnull=False
        ).values_list("registration_id", "code")
    )
    by_door: defaultdict[int, list[Step]] = defaultdict(list)
    for one in steps:
        by_door[one.door].append(one)
    for door in Door.objects.filter(pk__in=by_door).select_related("hall").order_by("pk"):
        own = sorted(by_door[door.pk], key=lambda one: (one.at, one.registration))
        wrong = door.hall is not None and door.hall.slug == WRONG_HALL
        ahead = AHEAD if wrong else timedelta()
        opened = own[0].at
        device, _token = pair_device(
            secret=secrets[door.pk, day],
            device=a_uuid(chance),
            device_now=opened + ahead,
            now=opened,
        )
        marks = [a_mark(one, codes, ahead, chance) for one in own]
        send(device, own, marks, ahead, at_once=wrong)


def send(
    device: DoorDevice,
    steps: Sequence[Step],
    marks: Sequence[SentMark],
    ahead: timedelta,
    *,
    at_once: bool,
) -> None:
    """Without a line everything is sent after the last mark, the first part of it twice."""
    portion = MOST_MARKS if at_once else A_SENDING
    late = steps[-1].at + timedelta(minutes=20)
    starts = list(range(0, len(marks), portion))
    for start in [*starts, *(starts[:1] if at_once else [])]:
        part = marks[start : start + portion]
        last = steps[start + len(part) - 1].at
        now = late if at_once else last + timedelta(seconds=5)
        take_marks(device=device, marks=part, device_now=now + ahead, now=now)


def a_mark(
    step: Step, codes: Mapping[int, str], ahead: timedelta, chance: random.Random
) -> SentMark:
    """Through the badge; of thirty people one has it at home and is found by name."""
    by_name = chance.random() < 1 / 30
    return SentMark(
        id=a_uuid(chance),
        badge="" if by_name else codes[step.registration],
        registration=step.registration if by_name else None,
        direction=step.direction,
        source=MarkSource.NAME if by_name else MarkSource.CODE,
        said_at=step.at + ahead,
    )


def a_uuid(chance: random.Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)


def enter_paper(edition: Edition, session: Session, signed: set[int], *, by: Person) -> None:
    """The small hall has no telephone: a sheet is signed there and entered the day after."""
    (sheet,) = make_sheets(
        edition=edition,
        targets=[session],
        blank_rows=5,
        minimal=False,
        everybody=True,
        now=moment_before(edition),
    )
    note_sheets_printed(sheets=[sheet], by=by, now=moment_before(edition))
    rows = [row for row, one in enumerate(sheet.people, start=1) if one in signed]
    day_after = datetime.combine(
        edition.ends_on + timedelta(days=1), time(10), ZoneInfo(edition.timezone)
    )
    enter_sheet(sheet=sheet, rows=rows, guests={}, by=by, now=day_after)

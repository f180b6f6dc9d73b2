"""What the journey of two days asks of the server's data, and what it must come to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visits

DESK = "/forum/2020/desk/"
BEFORE, FIRST_DAY = "2020-02-05T09:00+05:00", "2020-02-18T10:00+05:00"
SECOND_DAY, AFTERWARDS = "2020-02-19T09:22+05:00", "2020-02-20T12:00+05:00"
HALL, BUS, ENTRANCE = "Актовый зал", "Автобус в Чишминский район", "0"
OPENING, SHEET = "Открытие форума", "Заявка на грант за одно занятие"
ACADEMIC_HOUR, LECTURE, TRIP = 45, 90, 450  # minutes
LEAST_HOURS = 3
ENTERED, SEATED = 440, 400  # on the first day: through the entrance, into the hall
SEATED_AGAIN = 300
CATEGORIES, DISTRICTS = 3, 4  # sheets of the account
SIGNED = 20
PREPARE = """
import json
from datetime import datetime
from rost.directory.models import Municipality, Person
from rost.forum.actions.registration import register
from rost.forum.models import AgendaItem, Category, Edition, Invitation, Registration
edition = Edition.objects.get(slug="2020")
now = datetime.fromisoformat("2020-02-06T09:00+05:00")
for address in ("head@rost.example", "resident@rost.example"):
    person = Person.objects.get(email=address)
    register(edition=edition, person=person, category=Category.objects.filter(edition=edition)[0],
             municipality=person.home, now=now, at_any_hour=True)
people = Registration.objects.filter(edition=edition)
bus = AgendaItem.objects.filter(session__route__isnull=False, status="seat")
print(json.dumps({
    "bus": list(bus.order_by("id").values_list("registration", flat=True)),
    "invited": Invitation.objects.count(),
    "groups": [[pk, district, category] for pk, district, category in people.values_list(
        "pk", "district__name", "category__name")],
    "own": list(people.filter(person__email__isnull=False).values_list("pk", "person__email")),
}))
"""
CODES = """
import json
from rost.forum.models import Badge
print(json.dumps(list(Badge.objects.filter(ended_at=None, registration__isnull=False)
    .order_by("registration").values_list("registration", "code"))))
"""
SHEET_ROWS = """
import json
from rost.forum.models import Sheet
sheet = Sheet.objects.latest("pk")
print(json.dumps([sheet.pk, sheet.people]))
"""
WORK_DONE = """
from rost.documents.models import Batch
batch = Batch.objects.latest("pk")
print(batch.state, batch.done, batch.total)
"""
SOME_ANSWERS = """
from datetime import datetime
from rost.forum.actions.feedback import give_mark
from rost.forum.models import Registration, Session
now = datetime.fromisoformat("2020-02-20T12:30+05:00")
session = Session.objects.get(edition__slug="2020", title__startswith="OPENING")
for mine, mark in zip(Registration.objects.filter(pk__in=CHOSEN).order_by("pk"), (5, 5, 4, 4, 2)):
    give_mark(registration=mine, session=session, mark=mark, now=now)
print(session.code)
"""
LOG = """
import json
from rost.directory.models import AccessRecord
print(json.dumps(sorted(set(AccessRecord.objects.values_list("act", flat=True)))))
"""
CERTIFICATES = """
import json
from rost.documents.models import Document
rows = Document.objects.filter(kind="certificate").order_by("pk")
print(json.dumps([[one.holder.email, one.code, one.pk] for one in rows.select_related("holder")]))
"""
TYPE_ALL = """async (codes) => {
    const part = (name) => document.querySelector(`[data-part="${name}"]`);
    const typed = part("typed"), pause = () => new Promise((done) => setTimeout(done, 1));
    const odd = [];
    for (const code of codes) {
        typed.value = code;
        part("search").requestSubmit();
        while (typed.value) await pause();
        const { outcome } = part("outcome").dataset;
        if (outcome !== "good") odd.push(`${outcome}: ${part("lines").innerText}`);
    }
    return odd;
}"""


@dataclass
class Plan:
    """Who does what, told by numbers of registrations; and what that comes to."""

    bus: list[int]
    invited: int
    own: dict[str, int]
    groups: list[tuple[int, str, str]]  # number, district, category
    codes: dict[int, str] = field(default_factory=dict)
    signed: set[int] = field(default_factory=set)

    @property
    def everybody(self) -> list[int]:
        """The two who have pages of their own come first, so that they are there."""
        own = list(self.own.values())
        return own + [one for one in self.codes if one not in own]

    @property
    def entered(self) -> list[int]:
        return self.everybody[:ENTERED]

    @property
    def seated(self) -> list[int]:
        return self.everybody[:SEATED]

    @property
    def second_day(self) -> list[int]:
        """Not those of the bus; a hundred of the first day went home."""
        there = [*self.own.values(), *self.everybody[100:]]
        return [one for one in there if one not in self.bus][:SEATED_AGAIN]

    @property
    def came(self) -> set[int]:
        return {*self.entered, *self.second_day, *self.bus, *self.signed}

    def hours(self) -> dict[int, int]:
        """A lecture in the hall or on paper, or the bus; each hour has 45 minutes."""
        found = {}
        for one in self.came:
            minutes = LECTURE * (one in self.seated)
            if one in self.bus:
                minutes += TRIP
            elif one in self.second_day or one in self.signed:
                minutes += LECTURE
            found[one] = minutes // ACADEMIC_HOUR
        return found

    def by_group(self, which: int) -> dict[str, tuple[int, int, int]]:
        """Registered, came and hours of each district (1) or category (2)."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for row in self.groups:
            found[str(row[which])].append(row[0])
        hours = self.hours()
        return {
            name: (
                len(people),
                sum(one in hours for one in people),
                sum(hours.get(one, 0) for one in people),
            )
            for name, people in found.items()
        }

    def entitled(self) -> set[int]:
        return {one for one, hours in self.hours().items() if hours >= LEAST_HOURS}


def at_door(visit: Visits, address: str, moment: datetime, *, listed: int) -> Page:
    page = visit(**PHONE)
    page.clock.install(time=moment)
    page.goto(address)
    expect(page.locator("#door")).to_have_attribute("data-phase", "door")
    expect(part(page, "list-state")).to_contain_text(str(listed), timeout=30_000)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    return page


def part(page: Page, name: str) -> Any:
    return page.locator(f"[data-part='{name}']")


def run_all(page: Page, codes: list[str]) -> None:
    """Begins typing and does not wait: several doors work at once."""
    page.evaluate(f"(codes) => {{ window.typing = ({TYPE_ALL})(codes); }}", codes)


def wait_for(page: Page) -> list[str]:
    """What the door said of those whom it did not let in at once."""
    odd: list[str] = page.evaluate("() => window.typing")
    return odd


def type_all(page: Page, codes: list[str]) -> None:
    run_all(page, codes)
    wait_for(page)

"""A door of the demonstration with a pass, and what a volunteer does there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.site import Site

DOOR = "/forum/2020/door/"
STAGE = """
import json
from collections import Counter
from datetime import timedelta
from django.utils import timezone
from rost.forum.actions.attendance import add_door, issue_pass
from rost.forum.actions.badges import badge_in_force, make_badges, replace_badge
from rost.forum.models import BadgeEnd, Edition, Registration
from rost.forum.queries.attendance.door_list import short_name
now, edition = timezone.now(), Edition.objects.get(slug="2020")
rows = Registration.objects.filter(edition=edition, status="confirmed", minor=False)
rows = list(rows.order_by("pk").select_related("person"))
make_badges(edition=edition, registrations=rows, now=now)
shorts = Counter(short_name(one.person) for one in rows)
people = [one for one in rows if shorts[short_name(one.person)] == 1][-5:]
lost = badge_in_force(people[4])
door = add_door(edition=edition, name="NAME")
_pass, secret = issue_pass(
    door=door, label="Волонтёр", starts_at=now - timedelta(hours=1),
    ends_at=now + timedelta(hours=6), by=None, now=now,
)
codes = [badge_in_force(one).code for one in people]
if "NAME" == "Стойка":
    replace_badge(badge=lost, why=BadgeEnd.LOST, by=None, now=now)
print(json.dumps({
    "door": door.pk, "secret": secret, "listed": len(rows),
    "people": [[one.pk, one.person.surname, short_name(one.person), code]
               for one, code in zip(people, codes)],
}))
"""
MARKS = """
import json
from rost.forum.models import Mark
print(json.dumps([
    [row.registration_id or row.badge.registration_id, row.direction, row.source,
     round((row.received_at - row.at).total_seconds() / 300) * 5]
    for row in Mark.objects.filter(door=DOOR).select_related("badge").order_by("at")
]))
"""
REVOKING = """
from django.utils import timezone
from rost.forum.actions.attendance import revoke_pass
from rost.forum.models import DoorPass
passes, now = DoorPass.objects.filter(door=DOOR), timezone.now()
"""
EVERYTHING_KEPT = """async () => {
    const all = [];
    const text = (value) => {
        if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
            return new TextDecoder().decode(value);
        }
        if (value instanceof CryptoKey) return "key, readable: " + value.extractable;
        if (value && typeof value === "object") return Object.values(value).map(text).join(" ");
        return String(value);
    };
    for (const { name } of await indexedDB.databases()) {
        const base = await new Promise((resolve, reject) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => resolve(request.result);
            request.onerror = reject;
        });
        for (const store of base.objectStoreNames) {
            const rows = await new Promise((resolve) => {
                const request = base.transaction(store).objectStore(store).getAll();
                request.onsuccess = () => resolve(request.result);
            });
            all.push(...rows.map((row) => store + ": " + text(row)));
        }
        base.close();
    }
    for (const name of await caches.keys()) {
        const shelf = await caches.open(name);
        for (const request of await shelf.keys()) all.push("cache: " + request.url);
    }
    return [...all, ...Object.values({ ...localStorage, ...sessionStorage })];
}"""


@dataclass(frozen=True)
class Person:
    id: int
    surname: str
    short: str  # «Ахметова Р. А.», as nobody else at this forum
    code: str


@dataclass(frozen=True)
class Stage:
    """A door of its own with a pass, and five participants with badges."""

    site: Site
    door: int
    secret: str
    listed: int
    people: list[Person]

    def run(self, code: str) -> str:
        """With `passes` of this door, `revoke_pass` and `now` at hand."""
        return self.site.run(REVOKING.replace("DOOR", str(self.door)) + code)

    def revoke(self) -> None:
        self.run("revoke_pass(door_pass=passes.get(), now=now)")

    def marks(self) -> list[list[Any]]:
        """Who, which way, how told, and how many minutes before it was received."""
        found: list[list[Any]] = json.loads(self.site.run(MARKS.replace("DOOR", str(self.door))))
        return found


def stage_at(site: Site, name: str) -> Stage:
    said = json.loads(site.run(STAGE.replace("NAME", name)))
    people = [Person(*one) for one in said["people"]]
    return Stage(site, said["door"], said["secret"], said["listed"], people)


def part(page: Page, name: str) -> Any:
    return page.locator(f"[data-part='{name}']")


def script(page: Page, name: str) -> str | None:
    """Where this module of the page lies: its address bears the digest of its content."""
    return page.locator(f"link[href*='/forum/door/{name}.']").get_attribute("href")


def at_door(page: Page, stage: Stage) -> Page:
    """Opens the pass; waits for the list, and for the page to be kept."""
    page.goto(f"{DOOR}#{stage.secret}")
    expect(page.locator("#door")).to_have_attribute("data-phase", "door")
    expect(part(page, "list-state")).to_contain_text(str(stage.listed))
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    return page


def mark_by_name(page: Page, person: Person) -> None:
    part(page, "typed").fill(person.short)
    named = page.get_by_text(person.short, exact=True)
    part(page, "found").locator("button").filter(has=named).click()
    expect(part(page, "name")).to_have_text(person.short)


def mark_by_code(page: Page, code: str) -> None:
    part(page, "typed").fill(code)
    part(page, "typed").press("Enter")


def outcome(page: Page, expected: str) -> None:
    expect(part(page, "outcome")).to_have_attribute("data-outcome", expected)

"""A project from the reviewer's desk to the stage, the vote by a badge, and a practice."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import PHONE, Visits
from tests.journeys.forms import form_with, press

pytestmark = pytest.mark.browser

FORUM = "/forum/2020/"
CODE = "JRNEY"
PREPARE = f"""
from datetime import timedelta
from django.utils import timezone
from rost.forum.models import Badge, Call, Mark, Project
from rost.directory.models import Person
from rost.portal.actions.demo.personas import PERSONAS
now = timezone.now()
call = Call.objects.get(edition__slug="2020")
Call.objects.filter(pk=call.pk).update(
    vote_opens_at=now - timedelta(hours=1), vote_closes_at=now + timedelta(hours=1),
    vote_result_at=None, vote_result={{}}, vote_marks=3)
head = Person.objects.get(email=next(one.email for one in PERSONAS if one.key == "head"))
project = Project.objects.create(call=call, code="{CODE}", author=head, municipality=head.home,
    title="Родники – общее дело", passport={{"problem": "Родник зарос."}}, state="sent",
    began_at=now, saved_at=now, sent_at=now)
came = Mark.objects.filter(door__edition=call.edition, voided_at=None, badge__ended_at=None)
came = came.filter(badge__registration__status="confirmed").exclude(
    badge__registration__person=head)
print(came.order_by("at").first().badge.code)
"""


def test_a_project_is_reviewed_accepted_voted_for_and_becomes_a_practice(visit: Visits) -> None:
    badge = visit.site.run(PREPARE).splitlines()[-1]

    reviewer = visit("expert", **PHONE)
    reviewer.goto(f"{FORUM}committee/{CODE}/")
    press(reviewer, reviewer.locator("form[action$='/start/'] button"))
    marks = reviewer.locator("[name^=mark_]")
    for number in range(marks.count()):
        marks.nth(number).fill(marks.nth(number).get_attribute("max") or "")
    reviewer.locator("[name=to_author]").fill("Покажите смету")
    reviewer.wait_for_selector("main form [data-state]:not(:empty)")
    reviewer.reload()
    assert reviewer.locator("[name=to_author]").input_value() == "Покажите смету"
    reviewer.locator("[name=advice][value=accept]").check()
    press(reviewer, reviewer.locator("button[name=send]"))

    organiser = visit("organiser")
    organiser.goto(f"{FORUM}desk/projects/decisions/{CODE}/")
    organiser.locator("[name=state][value=accepted]").check()
    press(organiser, form_with(organiser, "state").locator("button"))

    phone = visit(**PHONE)
    phone.goto(f"/b/{badge}")
    phone.locator(f".choice:has(a[href$='/{CODE}/']) input").check()
    assert press(phone, form_with(phone, "project").locator("button")) == 200
    assert phone.locator(f".choice:has(a[href$='/{CODE}/']) input").is_checked()

    author = visit("head", **PHONE)
    author.goto(f"{FORUM}projects/{CODE}/")
    assert author.locator("blockquote").inner_text() == "Покажите смету"
    press(author, author.locator("form[action$='/practice/'] button"))
    assert author.locator("h1").inner_text() == "Родники – общее дело"
    assert "Родник зарос." in author.locator("main").inner_text()

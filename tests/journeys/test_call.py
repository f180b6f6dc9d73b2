"""A village head offers a project from a phone: the line breaks, the text stays, two finish it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import PHONE, Visits
from tests.journeys.forms import form_with, press, send

pytestmark = pytest.mark.browser

CALL = "/forum/2020/call/"
OPEN_CALL = """
from datetime import timedelta
from django.utils import timezone
from rost.forum.actions.call import set_call
from rost.forum.models import Edition
now = timezone.now()
set_call(edition=Edition.objects.get(slug="2020"), opens_at=now - timedelta(days=1),
         closes_at=now + timedelta(days=7), text="", minutes=10, reviews_wanted=2,
         hides_authors=False, vote_opens_at=None, vote_closes_at=None, vote_marks=3)
"""
PROBLEM = "Из семи родников чистых осталось два."


def state(page: Page, name: str) -> None:
    page.wait_for_selector(f".draft-state[data-state={name}]", state="attached")


def group_shown(page: Page) -> list[str]:
    """Groups of questions on the screen: one at a time on a telephone."""
    return [one.get_attribute("id") or "" for one in page.locator(".group:visible").all()]


def test_a_village_head_offers_a_project_over_a_bad_line(visit: Visits) -> None:
    visit.site.run(OPEN_CALL)
    page = visit("head", **PHONE)
    page.goto(CALL)
    press(page, page.locator(f"main form[action='{CALL}projects/'] button"))
    form = page.url

    page.locator("[name=title]").fill("Родники – общее дело")
    page.locator("[name=territory]").fill("Аскаровский сельсовет, Абзелиловский район")
    page.locator("[name=year]").fill("2019")
    state(page, "saved")
    press(page, page.locator("#what .turn button").first)
    assert group_shown(page) == ["issue"]
    page.locator("[name=local_issues]").nth(8).check()
    state(page, "saved")

    page.context.set_offline(True)
    page.locator(".groups a").nth(2).click()
    page.locator("[name=problem]").fill(PROBLEM)
    state(page, "lost")
    page.context.set_offline(False)
    page.goto("/")
    page.goto(f"{form}#problem")
    assert page.locator("[name=problem]").input_value() == PROBLEM

    page.locator("[name=solution]").fill("Расчистили и обустроили пять.")
    press(page, page.locator("#problem .turn button").first)
    page.locator("[name=steps-0-text]").fill("Сход")
    press(page, page.locator("#steps .turn button").first)
    page.locator(".groups a").nth(6).click()
    page.locator("[name=results-0-indicator]").fill("родники")
    page.locator(".groups a").nth(8).click()
    page.locator("[name=contact]").fill("Рамиля")
    press(page, page.locator("#stage .turn button").first)
    project = page.url

    page.locator("summary").first.click()
    assert send(page, name="Айгуль", email="aigul@example.org") == 200
    letter = visit.site.letter_to("aigul@example.org")
    found = re.search(rf"{CALL}key/[\w-]+/", letter)
    assert found is not None
    friend = visit("resident", **PHONE)
    friend.goto(found[0])
    press(friend, form_with(friend).locator("button[value=yes]"))
    assert friend.locator(f"main a[href$='{project.rsplit('/', 2)[1]}/form/']").count() == 1

    page.goto(project)
    press(page, page.locator("main form[action$='/sending/'] button"))
    assert page.locator("main form[action$='/mending/']").count() == 1

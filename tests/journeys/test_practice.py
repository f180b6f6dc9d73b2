"""What worked in a village reaches the library: a phone, a bad line, a reviewer, a stranger."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import PHONE, Visits
from tests.journeys.forms import press

pytestmark = pytest.mark.browser

PROBLEM = "Колодец у школы обвалился, воду возили за два километра."
MISTAKE = "Первый колодец выкопали слишком близко к дороге."


def state(page: Page, name: str) -> None:
    page.wait_for_selector(f".draft-state[data-state={name}]", state="attached")


def photograph() -> dict[str, object]:
    from PIL import Image

    target = io.BytesIO()
    Image.new("RGB", (2400, 1600), (40, 90, 60)).save(target, "JPEG")
    return {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": target.getvalue()}


def begin_over_a_bad_line(page: Page) -> str:
    """Three answers; the line breaks as the button is pressed, and nothing is lost."""
    page.goto("/practices/new/")
    page.locator("[name=problem]").fill(PROBLEM)
    page.locator("[name=solution]").fill("Всем селом выкопали новый. Поставили навес.")
    page.locator("[name=outcome]").fill("Вода в ста метрах от каждого двора.")
    page.context.set_offline(True)
    page.locator("main form:has([name=problem]) button").click()
    line = page.locator("[data-keep]")
    page.locator("[data-keep]", has_text=line.get_attribute("data-lost")).wait_for()
    page.context.set_offline(False)
    page.goto("/practices/")
    page.goto("/practices/new/")
    assert page.locator("[name=problem]").input_value() == PROBLEM
    press(page, page.locator("main form:has([name=problem]) button"))
    return page.url


def fill_the_rest(page: Page, draft: str) -> None:
    """Questions one by one, each saved; the line breaks in the middle of a word."""
    page.goto(f"{draft}form/")
    page.locator("[name=year]").fill("2019")
    press(page, page.locator("#place .turn button").first)
    page.locator("[name=local_issues]").nth(3).check()
    state(page, "saved")
    page.goto(f"{draft}form/#solution")
    page.locator("[name=steps-0-text]").fill("Сход выбрал место")
    state(page, "saved")
    page.context.set_offline(True)
    page.locator(".groups a").nth(7).click()
    page.locator("[name=mistakes]").fill(MISTAKE)
    state(page, "lost")
    page.context.set_offline(False)
    page.goto("/practices/")
    page.goto(f"{draft}form/#lessons")
    assert page.locator("[name=mistakes]").input_value() == MISTAKE
    page.locator(".groups a").nth(10).click()
    page.locator("[name=contact]").fill("Рамиля Ахметова, 8 (347) 000-00-00")
    press(page, page.locator("#contact .turn button").first)


def review(page: Page, number: str) -> None:
    """Another person takes it, answers the checklist and lets it in."""
    page.goto(f"/practices/desk/{number}/")
    press(page, page.locator("main form[action$='/taking/'] button").first)
    for answers in page.locator("#review .answers").all():
        answers.locator("input[value=yes]").check()
    page.locator("#review [name=decision][value=published]").check()
    page.locator("#review [name=evidence]").first.check()
    press(page, page.locator("#review button[name=decide]"))


def test_a_well_dug_by_a_village_reaches_the_library(visit: Visits) -> None:
    page = visit("head", **PHONE)
    draft = begin_over_a_bad_line(page)
    number = draft.rstrip("/").split("/")[-2]
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0

    fill_the_rest(page, draft)
    assert page.url.endswith("/draft/photos/")
    page.locator("[name=photos]").set_input_files([photograph(), photograph()])  # type: ignore[list-item]
    page.locator("[name=agreed]").check()
    press(page, page.locator("main form:has([name=photos]) button"))
    page.locator("[name^=alt-]").first.fill("Новый колодец с навесом")
    press(page, page.locator("#words button.primary"))
    page.goto(draft)
    press(page, page.locator("main form[action$='/sending/'] button"))
    assert page.locator("main form[action$='/mending/']").count() == 1

    review(visit("expert"), number)

    stranger = visit(**PHONE)
    answer = stranger.goto(f"/practices/{number}/")
    assert answer is not None
    assert answer.status == 200
    assert PROBLEM in stranger.locator("main").inner_text()
    assert MISTAKE in stranger.locator("main").inner_text()
    picture = stranger.locator(".gallery img[alt='Новый колодец с навесом']")
    small = stranger.request.get(picture.get_attribute("src") or "")
    assert small.headers["content-type"] == "image/webp"
    assert "000-00-00" not in stranger.locator("main").inner_text()

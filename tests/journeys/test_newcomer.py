"""Somebody nobody knows yet registers on a telephone: the form, an address, a code, a seat."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import PHONE, Visits
from tests.journeys.forms import code_in, fill, form_with, press, send

pytestmark = pytest.mark.browser

REGISTRATION = "/forum/2020/registration/"
NAMES = {"surname": "Ғәлиева", "given_name": "Әлфиә", "patronymic": "Марат ҡыҙы"}
MINE = {"phone": "+7 347 200-00-07", "place": "Аскаровский сельсовет, Абзелиловский район"}


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("scripts", [True, False])
def test_three_screens_and_the_seat_is_kept(visit: Visits, scripts: bool) -> None:
    phone: dict[str, Any] = {**PHONE, "java_script_enabled": scripts}
    page, address = visit(**phone), f"alfiya-{scripts}@rost.example".lower()
    screens = []

    page.goto(REGISTRATION)
    screens.append(fits(page))
    for question in page.locator("main select[name^=question_][required]").all():
        question.select_option(index=1)
    page.locator("[name=category]").first.check()
    page.locator("[name=consent_participation]").check()
    send(page, **NAMES, **MINE)

    screens.append(fits(page))
    form = form_with(page, "email", "surname")
    fill(form, {"email": address})
    press(page, form.locator("button[formaction]"))

    screens.append(fits(page))
    send(page, code=code_in(visit.site.letter_to(address)))

    assert screens == [True] * 3
    assert page.url.endswith(REGISTRATION)
    assert " ".join(NAMES.values()) in page.locator("main").inner_text()
    assert page.locator("main a[href$='/registration/cancellation/']").count() == 1

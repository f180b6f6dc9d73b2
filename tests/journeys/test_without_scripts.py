"""With scripts switched off everything works: from the home page to a cancelled registration."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import PHONE, Visits
from tests.journeys.forms import press, send

pytestmark = pytest.mark.browser

FORUM = "/forum/2020/"


def test_the_whole_way_of_a_head_without_scripts(visit: Visits) -> None:
    curator = visit("curator", java_script_enabled=False)
    phone = visit(java_script_enabled=False, **PHONE)

    find_a_session(phone)
    sign_in_by_code(phone, code_for_somebody_new(curator))
    register(phone)
    plan_two_sessions(phone)
    cancel(phone)


def find_a_session(phone: Page) -> None:
    phone.goto("/")
    press(phone, phone.locator("header nav a[href='/forum/']"))
    press(phone, phone.locator(f"main a[href='{FORUM}']").first)
    press(phone, phone.locator(f"main a[href='{FORUM}programme/']").first)
    phone.locator("details.find summary").click()
    press(phone, phone.locator("details.find form button"))
    phone.goto(f"{FORUM}programme/?form=lecture")
    found = phone.locator(f"main a[href^='{FORUM}sessions/']")
    assert found.count() > 0
    press(phone, found.first)
    assert f"{FORUM}sessions/" in phone.url


def code_for_somebody_new(curator: Page) -> str:
    """The curator enters a caller without e-mail and reads a code to them."""
    curator.goto("/directory/people/new/")
    send(
        curator,
        surname="Юлдашбаев",
        given_name="Ильдар",
        home="Альмухаметовский сельсовет, Абзелиловский район",
        basis="звонок 20 января",
    )
    curator.goto("/account/codes/?q=Юлдашбаев")
    press(curator, curator.locator("main form[action^='/account/codes/'] button").first)
    return str(curator.locator(".key-code").inner_text()).strip()


def sign_in_by_code(phone: Page, code: str) -> None:
    press(phone, phone.locator("header nav a[href^='/account/login/']"))
    press(phone, phone.locator("main a[href='/account/code/']"))
    send(phone, code=code.lower())
    assert phone.locator("form[action='/account/logout/']").count() == 1


def register(phone: Page) -> None:
    phone.goto(FORUM)
    press(phone, phone.locator(f"main a[href='{FORUM}registration/']").first)
    for question in phone.locator("main select[name^=question_][required]").all():
        question.select_option(index=1)
    phone.locator("[name=category]").first.check()
    # The curator wrote down how the person agreed to take part: that is not asked again.
    assert phone.locator("[name=consent_participation]").count() == 0
    send(phone, phone="+7 347 200-00-01", post="глава сельского поселения")
    press(phone, phone.locator(f"main a[href='{FORUM}agenda/']"))


def plan_two_sessions(phone: Page) -> None:
    """Two at different hours, then one of them is taken out again."""
    free = "main li[id]:not(.planned) button[formaction]:not([name=instead])"
    for _turn in range(2):
        press(phone, phone.locator(free).first)
    phone.goto(f"{FORUM}agenda/")
    planned = phone.locator("ul.agenda li.planned:not([id])")
    assert planned.count() == 2
    press(phone, planned.first.locator("button"))
    assert planned.count() == 1


def cancel(phone: Page) -> None:
    phone.goto(f"{FORUM}registration/")
    press(phone, phone.locator("main a[href$='/registration/cancellation/']"))
    press(phone, phone.locator("main form button"))
    assert phone.url.endswith(f"{FORUM}registration/")
    assert phone.locator("main [name=surname]").count() == 1  # one can register anew

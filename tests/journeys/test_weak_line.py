"""A line that breaks, a session that ends: what was typed is given back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import PHONE, Visits
from tests.journeys.forms import code_in, form_with, press, send, sign_in

pytestmark = pytest.mark.browser

REGISTRATION = "/forum/2020/registration/"
TYPED = {"phone": "+7 347 200-00-02", "post": "глава, который ехал в автобусе"}


def typed_in(page: Page) -> dict[str, str]:
    return {name: page.locator(f"[name={name}]").input_value() for name in TYPED}


def fill_in(page: Page) -> None:
    """Everything but the sending."""
    page.goto(REGISTRATION)
    for question in page.locator("main select[name^=question_][required]").all():
        question.select_option(index=1)
    page.locator("[name=category]").first.check()
    for box in page.locator("[name=consent_participation]").all():
        box.check()
    for name, text in TYPED.items():
        page.locator(f"[name={name}]").fill(text)


def test_a_cut_line_loses_nothing_and_the_form_can_be_sent_again(visit: Visits) -> None:
    page = visit("resident", **PHONE)
    fill_in(page)
    state = page.locator("[data-keep]")

    page.context.set_offline(True)
    form_with(page, "surname").locator("button").last.click()
    page.wait_for_function(
        "document.querySelector('[data-keep]').textContent"
        " === document.querySelector('[data-keep]').dataset.lost"
    )

    assert state.is_visible()
    assert typed_in(page) == TYPED
    page.context.set_offline(False)
    press(page, form_with(page, "surname").locator("button").last)
    assert page.locator("main a[href$='/registration/cancellation/']").count() == 1


def test_a_page_closed_without_sending_comes_back_filled_in(visit: Visits) -> None:
    page = visit("expert", **PHONE)
    fill_in(page)

    page.goto("/")
    page.goto(REGISTRATION)

    assert typed_in(page) == TYPED
    assert not page.locator("[name=consent_participation]").is_checked()  # given anew each time


@pytest.mark.parametrize("lost", ["csrftoken", "sessionid", "all"])
def test_an_ended_session_gives_everything_back(visit: Visits, lost: str) -> None:
    page = visit("expert", **PHONE)
    fill_in(page)
    if lost == "all":
        page.context.clear_cookies()
    else:
        page.context.clear_cookies(name=lost)

    press(page, form_with(page, "surname").locator("button").last)

    if lost == "csrftoken":  # still signed in: the form is on the page, ready to be sent again
        assert TYPED["post"] in page.content()
        return
    sign_in(page, visit.site.secrets["expert"])
    page.goto(REGISTRATION)
    assert typed_in(page) == TYPED


def test_a_stranger_fills_in_first_and_signs_in_after(visit: Visits) -> None:
    page = visit(**PHONE)
    fill_in(page)
    send(page, surname="Ёлкина", given_name="Вера")
    assert "/account/login/" in page.url

    send(page, email="head@rost.example")
    assert "/code/confirm/" in page.url
    letter = visit.site.letter_to("head@rost.example")
    send(page, code=code_in(letter))

    assert page.url.endswith(REGISTRATION)
    assert typed_in(page) == TYPED

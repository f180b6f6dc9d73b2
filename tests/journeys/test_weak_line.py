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


def given_back(page: Page) -> bool:
    """Whether what was typed stands on the page: in the form, or already accepted."""
    field = page.locator("main input[name=post]:visible")
    return TYPED["post"] in (field.input_value() if field.count() else page.content())


def fill_in(page: Page) -> None:
    """Everything but the sending."""
    page.goto(REGISTRATION)
    page.locator("[name=place]").fill("Аскаровский сельсовет, Абзелиловский район")
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


@pytest.mark.parametrize(
    ("lost", "persona"),
    [("csrftoken", "expert"), ("sessionid", "editor"), ("all", "administrator")],
)
def test_an_ended_session_gives_everything_back(visit: Visits, lost: str, persona: str) -> None:
    page = visit(persona, **PHONE)
    fill_in(page)
    if lost == "all":
        page.context.clear_cookies()
    else:
        page.context.clear_cookies(name=lost)

    press(page, form_with(page, "surname").locator("button").last)

    if lost != "csrftoken":  # without it the form comes back at once, ready to be sent again
        sign_in(page, visit.site.secrets[persona])
        page.goto(REGISTRATION)
    assert given_back(page)


def test_a_stranger_fills_in_first_and_signs_in_after(visit: Visits) -> None:
    page = visit(**PHONE)
    fill_in(page)
    send(page, surname="Ахметова", given_name="Рамиля", patronymic="Айратовна")
    assert "/account/login/" in page.url

    send(page, email="head@rost.example")
    assert "/code/confirm/" in page.url
    send(page, code=code_in(visit.site.letter_to("head@rost.example")))

    assert page.url.endswith(REGISTRATION)
    assert given_back(page)

"""Looking for street lighting: suggestions by keyboard, a filter on a phone, an expert asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visits
from tests.journeys.forms import code_in, press, send

pytestmark = pytest.mark.browser

RESIDENT = "resident@rost.example"
LIGHTING = """
from django.utils import timezone
from rost.catalogue.actions.cards import put
from rost.catalogue.queries.things import Thing
from rost.directory.models import Municipality
for number, code, year in ((1, "80601410", 2019), (2, "80611000", 2018), (3, "80701000", 2018)):
    put(
        thing=Thing(
            key=f"journey:{number}",
            kind="place",
            title=f"Люминофорное освещение {number}",
            path=f"/territory/{code}/",
            municipality=Municipality.objects.get(code=code),
            year=year,
        ),
        now=timezone.now(),
    )
"""


@pytest.fixture
def search(visit: Visits) -> Visits:
    visit.site.run(LIGHTING)
    return visit


def test_suggestions_by_keyboard(search: Visits) -> None:
    page = search()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if "suggestions" in one.url else None)
    page.goto("/search/")
    field = page.get_by_role("combobox")

    field.press_sequentially("люминоф", delay=20)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    field.press("ArrowDown")
    field.press("ArrowDown")

    assert len(asked) < 4  # not one for each key
    second = options.nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == second.get_attribute("id")
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    assert field.input_value() == "люминоф"
    field.press("ArrowDown")
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url("**/territory/*/")


def test_a_lost_line_leaves_the_field_as_it_is(search: Visits) -> None:
    page = search()
    page.goto("/search/")
    page.context.set_offline(True)

    page.locator("#search-q").press_sequentially("люминофорное", delay=20)
    page.wait_for_timeout(400)

    assert page.locator("#search-q").input_value() == "люминофорное"
    assert page.get_by_role("option").count() == 0
    page.context.set_offline(False)
    page.locator("#search-q").press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert page.locator(".found").count() == 3


def test_filters_unfold_on_a_phone_without_scripts(search: Visits) -> None:
    page = search(**PHONE, java_script_enabled=False)
    page.goto("/search/?q=люминофорное")
    expect(page.locator("#refine")).to_be_hidden()

    page.locator("a[href='#refine']").click()
    expect(page.locator("#refine")).to_be_visible()
    press(page, page.locator("#refine a", has_text="2018"))

    assert page.locator(".found").count() == 2
    press(page, page.locator(".chips a").first)
    assert page.locator(".found").count() == 3


def test_nothing_found_is_asked_of_an_expert_through_the_sign_in(search: Visits) -> None:
    page = search()
    page.goto("/search/?q=ъъъыыъ")
    press(page, page.locator("main .card a.button"))
    assert typed(page) == "ъъъыыъ"

    known = sum(to == RESIDENT for to, _text in search.site.letters())
    send(page, text="Где взять опоры для фонарей?")
    send(page, email=RESIDENT)
    send(page, code=code_in(search.site.letter_to(RESIDENT, after=known)))

    assert "/search/questions/new/" in page.url
    assert typed(page) == "Где взять опоры для фонарей?"
    send(page, text="Где взять опоры для фонарей?")
    assert "Где взять опоры для фонарей?" in page.locator("blockquote").inner_text()
    assert "ъъъыыъ" in page.locator("main").inner_text()


def typed(page: Page) -> str:
    return page.locator("main textarea[name=text]").input_value()

"""Filling in forms as people do: the form is the one that has the fields, the button is its own."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page


def form_with(page: Page, *names: str) -> Locator:
    """The one form of the page that has all these fields."""
    found = page.locator("main form")
    for name in names:
        found = found.filter(has=page.locator(f"[name='{name}']"))
    return found.first


def fill(form: Locator, typed: dict[str, Any]) -> None:
    for name, value in typed.items():
        fields = form.locator(f"[name='{name}']:not([type=hidden])")
        kind = fields.first.evaluate("one => one.type")
        if kind == "radio":
            form.locator(f"[name='{name}'][value='{value}']").check()
        elif kind == "checkbox":
            fields.first.set_checked(bool(value))
        elif kind == "select-one":
            fields.first.select_option(value)
        else:
            fields.first.fill(str(value))


def send(page: Page, **typed: Any) -> int:
    """Fill in the form that has these fields and press its button; the status of the answer."""
    form = form_with(page, *typed)
    fill(form, typed)
    return press(page, form.locator("button").last)


def press(page: Page, button: Locator) -> int:
    with page.expect_navigation() as answered:
        button.click()
    response = answered.value
    return response.status if response else 0


def sign_in(page: Page, secret: str) -> None:
    """By a one-tap link."""
    page.goto(f"/account/key/{secret}/")
    press(page, page.locator("main form button"))


def code_in(letter: str) -> str:
    """The six digits of a letter."""
    found = re.search(r"\b\d{6}\b", letter)
    assert found, letter
    return found[0]

"""axe finds nothing on the pages that set the tone, in every look, nor do they scroll sideways."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from rost.forum.tests.sample import publish, sample_programme

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="no Chromium on this machine"),
]
ADDRESSES = (
    "/",
    "/ba/",
    "/about/",
    "/about/bashkir/",
    "/accessible/",
    "/no-such-page/",
    "/account/login/",
)
LOOKS = (
    ("light", ""),
    ("dark", ""),
    ("light", "s100-cblue-i1-w0"),
    ("light", "s150-cwhite-i0-w1"),
    ("light", "s200-cblack-i1-w1"),
)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=arguments
        )
        yield browser
        browser.close()


@pytest.mark.parametrize(("scheme", "view"), LOOKS)
def test_pages_are_accessible_and_narrow(
    live_server: Any, browser: Any, scheme: str, view: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    publish(sample_programme(sessions=40))
    context = browser.new_context(
        color_scheme=scheme, bypass_csp=True, viewport={"width": 320, "height": 800}
    )
    if view:
        context.add_cookies([{"name": "view", "value": view, "url": live_server.url}])
    page = context.new_page()
    faults = []
    for address in ADDRESSES:
        page.goto(live_server.url + address)
        result = Axe().run(page)
        faults += [(address, one["id"]) for one in result.response["violations"]]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append((address, "scrolls sideways"))

    assert faults == []

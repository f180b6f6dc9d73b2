"""A browser that walks the real site, and the two things no page may do: stray, or complain."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.journeys.forms import sign_in
from tests.journeys.site import Site, served
from tests.prepared import prepared_copy

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 15_000  # milliseconds; the machine may be busy
# Chromium tells every refused form and every cut line in its console: those are the journeys'
# own doing, not faults of a page.
EXPECTED = re.compile(
    r"^Failed to load resource: .*(\b(401|403|409|422)\b|ERR_INTERNET_DISCONNECTED)"
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demonstration, served; one for all journeys of a process."""
    folder = prepared_copy(tmp_path_factory.getbasetemp() / "site", demonstration=True)
    with served(folder, demonstration=True) as site:
        yield site


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed with the module: while it runs, Django takes this thread for an asynchronous one."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed: the browser journeys cannot be walked")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=[*QUIET, "--disable-component-update"]
        )
        yield browser
        browser.close()


@dataclass
class Visits:
    """Opens windows of the browser, each a visitor of its own, and remembers what went wrong."""

    browser: Browser
    site: Site
    contexts: list[BrowserContext] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __call__(self, persona: str = "", *, site: Site | None = None, **options: Any) -> Page:
        """A window; with a persona, signed in by its one-tap link."""
        site = site or self.site
        options = {"locale": "ru-RU", "timezone_id": "Asia/Yekaterinburg", **options}
        context = self.browser.new_context(base_url=site.address, **options)
        self.contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.on("request", lambda request: self.watch_request(site, request.url))
        context.on("console", self.watch_console)
        context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        page = context.new_page()
        if persona:
            sign_in(page, site.secrets[persona])
        return page

    def watch_request(self, site: Site, url: str) -> None:
        if (
            not url.startswith(("data:", "blob:"))
            and urlsplit(site.address)[:2] != urlsplit(url)[:2]
        ):
            self.faults.append(f"request to another host: {url}")

    def watch_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not EXPECTED.search(message.text):
            self.faults.append(f"console of {message.page and message.page.url}: {message.text}")


@pytest.fixture
def visit(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visits]:
    """`visit("head")` opens a window signed in as the head; `visit()` is a stranger."""
    site: Site = request.getfixturevalue("site")
    visits = Visits(browser, site)
    yield visits
    for context in visits.contexts:
        context.close()
    assert visits.faults == [], site.complaints()

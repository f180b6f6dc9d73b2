"""In a real browser: the page of a batch follows the work; axe finds nothing, all is narrow."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as project
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse

from conftest import make_cast
from rost.documents.models import Batch
from rost.documents.tests.stage import addresses_of, batch_of, make_scene

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="no Chromium on this machine"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    settings.STAFF_SECOND_FACTOR = False
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=arguments
        )
        yield browser
        browser.close()


@pytest.fixture
def scene(transactional_db: None) -> Any:
    return make_scene(make_cast())


def session_of(person: Any) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = project.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def page_for(browser: Any, live_server: Any, person: Any, **looks: Any) -> Any:
    context = browser.new_context(**looks)
    cookie = {"name": "sessionid", "value": session_of(person), "url": live_server.url}
    context.add_cookies([cookie])
    return context.new_page()


def test_the_page_follows_the_work_by_itself(scene: Any, live_server: Any, browser: Any) -> None:
    batch = batch_of(scene.space, scene.cast.guzel, "queued")
    Batch.objects.filter(pk=batch.pk).update(state="running", done=1, total=4)
    page = page_for(browser, live_server, scene.cast.guzel)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(live_server.url + reverse("documents:batch", args=[batch.pk]))
    before = page.locator("progress").get_attribute("value")

    Batch.objects.filter(pk=batch.pk).update(done=3)
    page.wait_for_selector('progress[value="3"]')
    Batch.objects.filter(pk=batch.pk).update(state="failed", note="Кончилась бумага.")
    page.wait_for_selector("text=Кончилась бумага.")

    assert before == "1"
    assert page.locator("progress").count() == 0
    assert page.locator("#told").inner_text() != ""
    assert page.locator("[hx-get]").count() == 0
    assert said == []


def test_without_scripts_the_page_refreshes_itself(
    scene: Any, live_server: Any, browser: Any
) -> None:
    batch = batch_of(scene.space, scene.cast.guzel, "queued")
    page = page_for(browser, live_server, scene.cast.guzel, java_script_enabled=False)
    page.goto(live_server.url + reverse("documents:batch", args=[batch.pk]))

    Batch.objects.filter(pk=batch.pk).update(state="failed", note="Кончилась бумага.")

    page.wait_for_selector("text=Кончилась бумага.", timeout=15_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible_and_narrow(
    scene: Any, live_server: Any, browser: Any, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    known = addresses_of(scene.cast, scene.space)
    Batch.objects.filter(state="queued").update(state="running", done=1, total=4)
    wording = {**known["documents:"]}
    wording.pop("code")
    wording.pop("version")
    code, space = scene.document.code, scene.space
    paths = [
        reverse("documents:check"),
        reverse("documents:check_code", args=[code]),
        reverse("documents:check_code", args=["2222"]),
        reverse("documents:mine"),
        reverse("documents:document", args=[code]),
        *(reverse("documents:batch", args=[one.pk]) for one in Batch.objects.all()),
        *(reverse(f"documents:{name}", args=[space]) for name in ("batches", "log", "wordings")),
        reverse("documents:wording", kwargs=wording),
    ]
    page = page_for(
        browser,
        live_server,
        scene.cast.guzel,
        color_scheme=scheme,
        bypass_csp=True,
        viewport={"width": 320, "height": 800},
    )
    found = {}
    for path in paths:
        page.goto(live_server.url + path)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        faults = [one["id"] for one in Axe().run(page).response["violations"]]
        if wide > 0 or faults:
            found[path] = (wide, faults)

    assert found == {}

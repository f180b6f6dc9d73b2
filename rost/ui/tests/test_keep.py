"""A form on a bad line, in a real browser: nothing typed is lost, nothing stays once accepted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import RequestContext, Template
from django.urls import path

from rost.config.urls import urlpatterns as usual

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls(__name__),
    pytest.mark.skipif(not shutil.which("chromium"), reason="no Chromium on this machine"),
]

PAGE = """<!doctype html><html lang="ru"><title>x</title><form method="post">{% csrf_token %}
{% field form.topic %}{% field form.night %}{% field form.code %}{% keep "sample" %}
{% button "Отправить" name="act" value="send" %}</form></html>"""


class Sample(forms.Form):
    topic = forms.CharField(label="Тема", min_length=5)
    night = forms.BooleanField(label="Нужен ночлег", required=False)
    code = forms.CharField(label="Код", required=False)


def sample(request: HttpRequest) -> HttpResponse:
    form = Sample(request.POST or None)
    if request.method == "POST" and form.is_valid() and request.POST["act"] == "send":
        return redirect("/done/")
    return HttpResponse(Template(PAGE).render(RequestContext(request, {"form": form})))


def done(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<!doctype html><title>x</title><p>Готово</p>")


urlpatterns = [path("sample/", sample), path("done/", done), *usual]


@pytest.fixture
def tab(live_server: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A tab of the system's browser, open on the sample form."""
    from playwright.sync_api import sync_playwright

    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=arguments
        )
        page = browser.new_context(locale="ru").new_page()
        page.goto(f"{live_server.url}/sample/")
        yield page
        browser.close()


def stored(tab: Any) -> str:
    text: str = tab.evaluate("JSON.stringify({...localStorage})")
    return text


def said(tab: Any, state: str) -> str:
    """The words of a state, as the page carries them."""
    words: str = tab.locator("[data-keep]").get_attribute(f"data-{state}")
    return words


def status(tab: Any) -> str:
    words: str = tab.locator("[data-keep]").inner_text()
    return words


def test_text_comes_back_after_the_page_was_closed(tab: Any) -> None:
    tab.fill("#id_topic", "Дорога к школе")
    tab.check("#id_night")
    tab.reload()

    assert tab.input_value("#id_topic") == "Дорога к школе"
    assert tab.is_checked("#id_night")
    assert status(tab) == said(tab, "restored")


def test_codes_and_keys_are_never_kept(tab: Any) -> None:
    tab.fill("#id_topic", "Дорога")
    tab.fill("#id_code", "123456")
    tab.reload()

    assert "Дорога" in stored(tab)
    assert "123456" not in stored(tab)
    assert "csrf" not in stored(tab)


def test_lost_line_keeps_the_text_and_a_second_try_is_accepted(tab: Any) -> None:
    tab.fill("#id_topic", "Дорога к школе")
    tab.context.set_offline(True)
    tab.click("button")
    tab.wait_for_function("document.querySelector('[data-keep]').textContent.length > 60")

    assert status(tab) == said(tab, "lost")
    assert tab.input_value("#id_topic") == "Дорога к школе"

    tab.context.set_offline(False)
    tab.click("button")
    tab.wait_for_url("**/done/")

    assert stored(tab) == "{}"


def test_refused_form_shows_why_and_keeps_the_text(tab: Any) -> None:
    tab.fill("#id_topic", "Путь")
    tab.evaluate("document.querySelector('#id_topic').removeAttribute('minlength')")
    tab.click("button")
    tab.wait_for_selector("#id_topic_error")

    assert tab.input_value("#id_topic") == "Путь"
    assert "Путь" in stored(tab)

"""The accessible view: chosen once, remembered, harmless whatever the cookie holds."""

from __future__ import annotations

import pytest
from django.test import Client

from rost.ui.view import USUAL, View, read

pytestmark = pytest.mark.django_db


def test_choice_is_remembered_and_the_reader_goes_back(client: Client) -> None:
    answer = client.post(
        "/ba/accessible/",
        {"size": "200", "contrast": "white", "no_images": "on", "wide": "on", "next": "/ba/about/"},
    )

    assert (answer.status_code, answer.headers["Location"]) == (302, "/ba/about/")
    assert 'class="s200 cwhite i0 w1"' in client.get("/").content.decode()


@pytest.mark.parametrize(
    "address", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""]
)
def test_way_back_never_leaves_the_site(client: Client, address: str) -> None:
    answer = client.post("/accessible/", {"size": "100", "contrast": "normal", "next": address})

    assert answer.headers["Location"] == "/accessible/"


@pytest.mark.parametrize(
    "cookie",
    [
        "",
        "s150",
        "s999-cblack-i0-w1",
        's150-cblack-i0-w1" onload="x',
        "s150-cblack-i0-w1\n",
        "S150-CBLACK-I0-W1",
        "x" * 4000,
    ],
)
def test_hostile_cookie_is_ignored(cookie: str) -> None:
    assert read(cookie) == USUAL


def test_every_choice_survives_the_cookie() -> None:
    choice = View("150", "blue", images=False, wide=True)

    assert read(choice.cookie()) == choice


def test_usual_view_costs_the_page_nothing(client: Client) -> None:
    client.cookies["view"] = USUAL.cookie()

    assert "html.cwhite" not in client.get("/").content.decode()


def test_unknown_choice_is_refused_with_the_form_given_back(client: Client) -> None:
    answer = client.post("/accessible/", {"size": "900", "contrast": "normal"})

    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()

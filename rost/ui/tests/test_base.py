"""What stands on every page: the menu, the ways to one's own data, landmarks and marks."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_menu_marks_the_part_the_reader_is_in(client: Client) -> None:
    page = client.get("/ba/forum/").content.decode()

    assert '<a href="/ba/forum/" aria-current="page">' in page
    assert page.count('aria-current="page"') == 1


def test_desk_stands_in_the_menu_of_those_who_work_there(cast: Any, signed_in: Any) -> None:
    assert 'href="/forum/desk/"' in signed_in(cast.guzel).get("/about/").content.decode()
    assert 'href="/forum/desk/"' not in signed_in(cast.vera).get("/about/").content.decode()


def test_signing_out_is_a_form_not_a_link(cast: Any, signed_in: Any) -> None:
    page = signed_in(cast.ramilya).get("/about/").content.decode()

    assert '<form class="who" method="post" action="/account/logout/">' in page
    assert "Р.А.\u00a0Ахметова" in page


def test_demonstration_says_so_on_every_page(client: Client, settings: Any) -> None:
    assert 'class="demo"' not in client.get("/about/").content.decode()

    settings.DEMO = True

    assert 'class="demo"' in client.get("/about/").content.decode()


@pytest.mark.parametrize("address", ["/", "/about/", "/accessible/", "/no-such-page/"])
def test_page_has_its_landmarks_and_one_main_heading(client: Client, address: str) -> None:
    page = client.get(address).content.decode()

    assert page.count("<h1") == 1
    assert page.count('<main id="main"') == 1
    assert '<a class="skip" href="#main">' in page
    assert "style=" not in page
    assert "onclick" not in page

"""The same page in another language: path and query stay, the site is never left."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from rost.ui.languages import in_language, same_page, without_language


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", ["/", "/ba/", "/en/"]),
        ("/forum/?day=2&form=lecture", ["/forum/?day=2&form=lecture"] * 1),
        ("/en/forum/", ["/forum/", "/ba/forum/", "/en/forum/"]),
        ("/bashkir/", ["/bashkir/", "/ba/bashkir/", "/en/bashkir/"]),
        ("/ba//elsewhere.example/", ["/elsewhere.example/"]),
    ],
)
def test_path_and_query_stay(address: str, expected: list[str]) -> None:
    hrefs = [twin.href for twin in same_page(address, "ru")]

    assert hrefs[: len(expected)] == expected


def test_the_reader_sees_which_language_it_is() -> None:
    assert [twin.code for twin in same_page("/", "ba") if twin.current] == ["ba"]


def test_address_is_turned_into_any_language() -> None:
    assert without_language("/en/my/") == "/my/"
    assert in_language("/en/my/", "ba") == "/ba/my/"
    assert in_language("/my/", "xx") == "/my/"


@pytest.mark.django_db
def test_page_links_to_its_twins_in_their_own_language(client: Client) -> None:
    page = client.get("/ba/about/?a=1").content.decode()

    assert '<html lang="ba"' in page
    assert '<a href="/en/about/?a=1" lang="en" hreflang="en">English</a>' in page


@pytest.mark.django_db
def test_a_public_page_names_its_twins_to_search_engines(client: Client, settings: Any) -> None:
    def named(path: str) -> list[str]:
        return re.findall(r'<link rel="alternate" .*?>', client.get(path).content.decode())

    assert named("/ba/about/") == [
        f'<link rel="alternate" hreflang="{code}" href="{settings.SITE_URL}{path}">'
        for code, path in (("ru", "/about/"), ("ba", "/ba/about/"), ("en", "/en/about/"))
    ]
    assert named("/about/?a=1") == []
    assert named("/nowhere/") == []


@pytest.mark.django_db
def test_icon_that_browsers_ask_for_is_there(client: Client) -> None:
    answer = client.get("/favicon.ico")

    assert (answer.status_code, answer.headers["Location"]) == (301, "/static/ui/icon.svg")

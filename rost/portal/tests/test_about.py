"""What the platform says about itself, and the Bashkir texts that wait for an editor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import brotli
import polib
import pytest
from django.test import Client

from rost.portal.adapters.catalogue import unconfirmed

pytestmark = pytest.mark.django_db


@pytest.fixture
def catalogues(tmp_path: Path, settings: Any) -> Path:
    """Two small catalogues: one text waits, one is confirmed, one has no Bashkir yet."""
    texts = {
        "Save": ("Сохранить", "Һаҡларға", ""),
        "Send": ("Отправить", "Ебәрергә", "confirmed 2026-11-20"),
        "Delete": ("Удалить", "", ""),
    }
    for place, code in enumerate(("ru", "ba")):
        file = polib.POFile()
        for msgid, said in texts.items():
            comment = said[2] if code == "ba" else ""
            file.append(polib.POEntry(msgid=msgid, msgstr=said[place], tcomment=comment))
        folder = tmp_path / code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        file.save(str(folder / "django.po"))
    settings.LOCALE_PATHS = [tmp_path]
    return tmp_path


def test_only_texts_without_the_editors_mark_are_listed(catalogues: Path) -> None:
    assert [(one.english, one.russian, one.bashkir) for one in unconfirmed()] == [
        ("Save", "Сохранить", "Һаҡларға")
    ]


def test_list_can_be_searched_in_any_language(client: Client, catalogues: Path) -> None:
    found = client.get("/about/bashkir/", {"q": "сохр"}).content.decode()
    missing = client.get("/about/bashkir/", {"q": "<script>"}).content.decode()

    assert '<td lang="ba">Һаҡларға</td>' in found
    assert "&lt;script&gt;" in missing
    assert '<td lang="ba">' not in missing


def test_bashkir_pages_lead_to_the_list(client: Client) -> None:
    assert "/ba/about/bashkir/" in client.get("/ba/about/").content.decode()
    assert "/about/bashkir/" not in client.get("/accessible/").content.decode()


@pytest.mark.parametrize("address", ["/about/", "/ba/about/", "/about/bashkir/"])
def test_pages_read_within_the_first_flight(client: Client, address: str) -> None:
    assert len(brotli.compress(client.get(address).content, quality=5)) <= 14_600

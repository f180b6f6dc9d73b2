"""What the log never holds: codes and secrets that stand in addresses."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from django.test import Client

from rost.config.logs import JsonFormatter

CODE = "7AKE-M2PX-59TH-C3YA"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "written"),
    [
        (f"/documents/check/{CODE}/", "/documents/check/…/"),
        (f"/documents/check/{CODE}", "/documents/check/…"),
        (f"/ba/documents/check/{CODE}", "/ba/documents/check/…"),
        (f"/documents/issued/{CODE}/file/", "/documents/issued/…/file/"),
        (f"/b/{CODE}", "/b/…"),
        (f"/b/{CODE}/", "/b/…/"),
        (f"/account/key/{CODE}", "/account/key/…"),
        (f"/forum/calendar/{CODE}.ics", "/forum/calendar/…"),
        ("/documents/check/", "/documents/check/"),
        ("/forum/2020/", "/forum/2020/"),
    ],
)
def test_codes_are_cut_out_of_addresses(
    client: Client, caplog: Any, address: str, written: str
) -> None:
    with caplog.at_level(logging.DEBUG, logger="rost.access"):
        client.get(address)

    [line] = [one for one in caplog.records if one.name == "rost.access"]
    assert line.path == written


def test_they_are_cut_out_of_what_the_framework_itself_says() -> None:
    """After an error it writes the address into its own line."""
    said = logging.LogRecord(
        "django.request",
        logging.ERROR,
        __file__,
        1,
        "%s: %s",
        ("Internal Server Error", f"/b/{CODE}"),
        None,
    )

    line = json.loads(JsonFormatter().format(said))

    assert line["message"] == "Internal Server Error: /b/…"

"""The site answers, says what it runs, and forbids everything foreign."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_health_tells_version_and_database(client: Client) -> None:
    answer = client.get("/health/")

    assert answer.status_code == 200
    assert answer.json()["state"] == "ok"


@pytest.mark.parametrize("path", ["/", "/ba/", "/en/", "/account/login/"])
def test_pages_open_in_every_language_and_allow_only_own_sources(client: Client, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy

"""Every address × every kind of visitor: one table says who gets in, and it is exact.

`+` opens (or a form says what is missing), `→` is sent to sign in, `·` is hidden or forbidden.
An address that only takes POST is tried with an empty one; each try is rolled back.
An address that is not in the table fails: nothing is reachable by oversight.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from conftest import Cast
from tests.access_stage import Things, make_things
from tests.access_table import STRANGER, TABLE, VISITORS
from tests.addresses import addresses

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
OPENED, SENT_TO_SIGN_IN, HIDDEN = "+", "→", "·"


def rows() -> Iterator[tuple[str, str]]:
    for line in TABLE.strip().splitlines():
        if line.strip() and not line.startswith("#"):
            name, marks = line.rsplit(maxsplit=1)
            yield name.strip(), marks


def test_every_address_is_in_the_table() -> None:
    assert {name for name, _ in addresses()} == {name.split(" ")[0] for name, _ in rows()}


@pytest.fixture
def things(cast: Cast, settings: Any) -> Things:
    settings.STAFF_SECOND_FACTOR = False
    settings.ACCOUNT_RATE_LIMITS = False
    return make_things(cast)


@pytest.mark.parametrize("space", sorted({name.split(":")[0].split("_")[0] for name, _ in rows()}))
def test_who_gets_in(space: str, things: Things) -> None:
    asked = [row for row in rows() if row[0].split(":")[0].split("_")[0] == space]

    found = {name: "".join(outcome(name, who, things) for who in VISITORS) for name, _ in asked}

    assert found == dict(asked)


def outcome(row: str, who: str, things: Things) -> str:
    name, _, state = row.partition(" ")
    arguments = things.arguments(name, state, who)
    client = Client()
    if who != STRANGER:
        client.force_login(things.people[who], backend=BACKEND)
    path = reverse(name, kwargs=arguments)
    with transaction.atomic():
        answer = client.get(path)
        if answer.status_code == 405:
            answer = client.post(path)
        transaction.set_rollback(True)
    if answer.status_code in (401, 403, 404):
        return HIDDEN
    if answer.status_code == 302 and "/account/login" in answer.headers["Location"]:
        return SENT_TO_SIGN_IN
    assert answer.status_code < 500, f"{who} at {path}: {answer.status_code}"
    return OPENED

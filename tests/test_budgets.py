"""Budgets of pages: queries that do not grow with the rows, bytes and requests that do not grow."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from conftest import Cast
from rost.forum.models import Edition, Registration
from rost.forum.tests.sample import publish, sample_programme
from tests.access_stage import Things, make_things
from tests.access_table import STRANGER
from tests.budget_stage import add_rows
from tests.budget_table import TABLE

LINES = [line.split() for line in TABLE.strip().splitlines() if line]
Open = Callable[[str, str], int]
FIRST_PACKETS = 14_600  # bytes that arrive before the first round trip ends
WHOLE_PAGE = 60 * 1024
BIG_PROGRAMME = 80 * 1024
PUBLIC = sorted(
    {name for name, who, _most in LINES if who == STRANGER and not name.startswith("forum_feeds:")}
    - {"directory:place_choices"}
)
REFERENCE = re.compile(r"""<(script|link|img)\b[^>]*?\b(?:src|href)=["']([^"']+)["'][^>]*>""")


@pytest.fixture
def things(cast: Cast) -> Things:
    things = make_things(cast)
    number = Registration.objects.get(person=cast.ramilya).pk
    things.by_name.setdefault("forum:one_registration", {"number": number})
    return things


@pytest.fixture
def queries(things: Things, signed_in: Any) -> Open:
    """How many queries the page makes for that visitor, once everything is warm."""

    def count(name: str, who: str) -> int:
        client = Client() if who == STRANGER else signed_in(things.people[who])
        address = reverse(name, kwargs=things.arguments(name, "", who))
        answer = client.get(address)
        assert answer.status_code == 200, (name, who, answer.status_code)
        with CaptureQueriesContext(connection) as caught:
            client.get(address)
        return len(caught)

    return count


def test_queries_do_not_grow_with_the_rows(things: Things, queries: Open, cast: Cast) -> None:
    edition = Edition.objects.get(slug="2020")
    add_rows(cast, edition, range(1))
    few = {(name, who): queries(name, who) for name, who, _most in LINES}
    add_rows(cast, edition, range(1, 13))

    many = {(name, who): queries(name, who) for name, who, _most in LINES}

    assert {key: (few[key], many[key]) for key in few if few[key] != many[key]} == {}
    most = {(name, who): int(most) for name, who, most in LINES}
    assert {key: many[key] for key in many if many[key] > most[key]} == {}


@dataclass(frozen=True)
class Weight:
    """What a first visit costs: the page, what must come before it reads, and all of it."""

    page: int
    before_it_reads: int
    requests: int
    total: int


def weigh(address: str) -> Weight:
    answer = Client().get(address)
    assert answer.status_code == 200, address
    page = compressed(answer.content)
    blocking, files = 0, {}
    for tag in REFERENCE.finditer(answer.content.decode()):
        kind, where = tag.groups()
        if kind == "link" and not re.search("stylesheet|icon|preload", tag[0]):
            continue
        if where.startswith("data:") or 'loading="lazy"' in tag[0]:  # asked for when it is near
            continue
        assert where.startswith("/static/"), f"{address} asks for {where}"
        found = finders.find(where.removeprefix("/static/"))
        assert found, f"{address} asks for {where}, which does not exist"
        files[where] = compressed(Path(str(found)).read_bytes())
        blocking += "stylesheet" in tag[0] or (kind == "script" and "defer" not in tag[0])
    return Weight(page, 1 + blocking, 1 + len(files), page + sum(files.values()))


def compressed(content: bytes) -> int:
    return len(brotli.compress(content, quality=9))


@pytest.mark.parametrize("language", ["ru", "ba", "en"])
def test_public_pages_read_from_the_first_packets(
    things: Things, cast: Cast, language: str
) -> None:
    add_rows(cast, Edition.objects.get(slug="2020"), range(12))
    with translation.override(language):
        addresses = {
            name: reverse(name, kwargs=things.arguments(name, "", STRANGER)) for name in PUBLIC
        }

    weights = {name: weigh(address) for name, address in addresses.items()}

    assert {name: one.page for name, one in weights.items() if one.page > FIRST_PACKETS} == {}
    assert {name: one for name, one in weights.items() if one.before_it_reads > 3} == {}
    assert {name: one.total for name, one in weights.items() if one.total > WHOLE_PAGE} == {}


def test_a_programme_of_three_hundred_sessions_stays_light(db: None) -> None:
    publish(sample_programme(300, days=3, halls=8))

    weight = weigh("/forum/forum-2020/programme/")

    assert weight.requests <= 6
    assert weight.total <= BIG_PROGRAMME

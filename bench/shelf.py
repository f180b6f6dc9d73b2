"""A library of many practices: lists, filters and pages cost the same at 1 000 and at 100 000.

    python bench/shelf.py [--most 100000]

Practices are drawn with a stored seed from those of the demonstration: a title of one, a problem of
another, a place of the whole register. Their rows are written in batches and their cards by the
action that every room calls. Then pages are asked for in this process as a stranger asks, the kept
page aside: the median of the processor's time and the number of queries, at both sizes.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import statistics
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]
FEW, MOST, BATCH, ROUNDS, SEED = 1_000, 100_000, 500, 7, 20200218
NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
PAGES = (
    ("list", "/practices/"),
    ("list, page 40", "/practices/?page=40"),
    ("list of a district", "/practices/?district=80605000"),
    ("list by an issue and a year", "/practices/?issue=131-14-4&year=2021"),
    ("list, cheapest first", "/practices/?sort=cheap"),
    ("one practice", "/practices/{number}/"),
    ("its tree", "/practices/{number}/tree/"),
    ("search, no words", "/search/"),
    ("search «освещение улиц»", "/search/?q=освещение+улиц"),
    ("search with two filters", "/search/?q=вода&kind=practice&year=2021"),
    ("suggestions for «осве»", "/search/suggestions/?q=осве"),
    ("territory", "/territory/80605422/"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--most", type=int, default=MOST)
    most = parser.parse_args().most
    with tempfile.TemporaryDirectory(prefix="rost-shelf-") as folder:
        set_up(folder)
        from bench.ground import machine

        print(machine())
        drawn = practices()
        fill(itertools.islice(drawn, FEW))
        few = {name: cost(path) for name, path in PAGES}
        began = time.perf_counter()
        fill(itertools.islice(drawn, most - FEW))
        print(f"{most - FEW} practices written in {time.perf_counter() - began:.0f} s")
        many = {name: cost(path) for name, path in PAGES}
        print(f"{'page':32} {FEW:>8} practices {most:>14} practices")
        for name, _path in PAGES:
            print(f"{name:32} {told(few[name])} {told(many[name])}")


def set_up(folder: str) -> None:
    os.environ.update(ROST_VAR=folder, ROST_DEMO="0", LOG_LEVEL="ERROR")
    os.environ.pop("DATABASE_URL", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rost.config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from rost.config.catalogues import compile_catalogues

    compile_catalogues()
    call_command("prepare")


def practices() -> Iterator[dict[str, Any]]:
    """Without an end: parts of different practices together, each with a place and a year."""
    known = [
        one
        for path in sorted((ROOT / "rost/portal/data/practices").glob("*.toml"))
        for one in tomllib.loads(path.read_text(encoding="utf-8")).get("practice", ())
        if one.get("language", "ru") == "ru"
    ]
    rng = random.Random(SEED)
    for number in itertools.count(1):
        told, other, third = rng.choice(known), rng.choice(known), rng.choice(known)
        yield {
            "title": f"{told['title']}, {number}",
            "passport": {
                "title": told["title"],
                "year": 2016 + rng.randrange(11),
                "local_issues": told["local_issues"],
                "problem": other["problem"],
                "solution": third["solution"],
                "steps": third.get("steps", []),
                "money": [{"source": "local", "kopecks": rng.randrange(10**9), "note": ""}],
                "mistakes": told.get("mistakes", ""),
            },
            "published_at": NOW - timedelta(minutes=rng.randrange(5_000_000)),
        }


def fill(drawn: Iterator[dict[str, Any]]) -> None:
    from rost.directory.models import Municipality

    rng = random.Random(SEED)
    places = list(Municipality.objects.municipalities().select_related("parent"))
    while batch := list(itertools.islice(drawn, BATCH)):
        write(batch, [rng.choice(places) for _one in batch])


def write(batch: list[dict[str, Any]], places: list[Any]) -> None:
    from django.db import transaction

    from rost.catalogue.actions.cards import put_many
    from rost.library.actions.publishing import shelf_facts
    from rost.library.models import Practice, Shelved, ShelvedIssue, Version
    from rost.library.queries.cards import thing_of

    with transaction.atomic():
        rows = [
            Practice(
                municipality=place,
                title=one["title"],
                passport=one["passport"],
                evidence="told",
                began_at=one["published_at"],
                saved_at=one["published_at"],
            )
            for one, place in zip(batch, places, strict=True)
        ]
        Practice.objects.bulk_create(rows)
        versions = [
            Version(
                practice=row,
                number=1,
                title=row.title,
                passport=row.passport,
                municipality=row.municipality,
                language="ru",
                published_at=row.saved_at,
            )
            for row in rows
        ]
        Version.objects.bulk_create(versions)
        for row, version in zip(rows, versions, strict=True):
            row.version, row.state = version, "published"
        Practice.objects.bulk_update(rows, ["version", "state"])
        put_many(things=[thing_of(row) for row in rows], now=NOW)
        shelved = [
            Shelved(practice=row, **shelf_facts(row, version))
            for row, version in zip(rows, versions, strict=True)
        ]
        Shelved.objects.bulk_create(shelved)
        ShelvedIssue.objects.bulk_create(
            ShelvedIssue(shelved=one, code=code)
            for one, row in zip(shelved, rows, strict=True)
            for code in dict.fromkeys(row.passport["local_issues"])
        )


def cost(path: str) -> tuple[float, int]:
    """Milliseconds of the processor (median, the first asking left out) and queries."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from rost.library.models import Practice

    address = path.format(number=Practice.objects.order_by("pk").values_list("pk", flat=True)[7])
    client = Client(headers={"host": "localhost"})
    answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    times = []
    for _round in range(ROUNDS):
        began = time.process_time()
        client.get(address)
        times.append((time.process_time() - began) * 1000)
    with CaptureQueriesContext(connection) as caught:
        client.get(address)
    return statistics.median(times), len(caught)


def told(measured: tuple[float, int]) -> str:
    return f"{measured[0]:8.1f} ms {measured[1]:4d} queries"


if __name__ == "__main__":
    main()

"""Nothing stale leaves the real server after a save, however often and by whichever path."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bench.ground import ROOT, free_port, wait_for

pytestmark = pytest.mark.server
SAVES = 100
RENAME = "UPDATE forum_edition SET name = 'Форум {number}' WHERE slug = '2020'"


@pytest.fixture
def save(tmp_path: Path) -> Callable[[str], None]:
    """Commit a statement to the server's database from outside of it."""
    address = os.environ.get("DATABASE_URL", "")

    def save(statement: str) -> None:
        if address:
            import psycopg

            with psycopg.connect(own_database(address)) as connection:
                connection.execute(statement)
            return
        with sqlite3.connect(tmp_path / "rost.sqlite3", timeout=20) as connection:
            connection.execute(statement)
        connection.close()

    return save


def own_database(address: str) -> str:
    """A database beside the tests' own, for a server that is not part of them."""
    return urlsplit(address)._replace(path="/fresh_pages").geturl()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    environment = os.environ | {"ROST_VAR": str(tmp_path), "ROST_DEMO": "1"}
    if "DATABASE_URL" in os.environ:
        import psycopg

        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
            connection.execute("DROP DATABASE IF EXISTS fresh_pages")
            connection.execute("CREATE DATABASE fresh_pages")
        environment["DATABASE_URL"] = own_database(os.environ["DATABASE_URL"])
    port = free_port()
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    wait_for(f"http://127.0.0.1:{port}/health/", seconds=90)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=20)


def test_every_save_is_seen_by_the_next_visitor(address: str, save: Callable[[str], None]) -> None:
    stale = []
    for number in range(SAVES):
        save(RENAME.format(number=number))
        page = urllib.request.urlopen(f"{address}/forum/").read().decode()
        if f"Форум {number}" not in page:
            stale.append(number)

    assert stale == []

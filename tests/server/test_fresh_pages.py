"""Nothing stale leaves the real server after a save, however often and by whichever path."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench.ground import ROOT, free_port, wait_for
from tests.prepared import prepared, tell

pytestmark = pytest.mark.server
SAVES = 100
RENAME = "UPDATE forum_edition SET name = 'Форум {number}' WHERE slug = '2020'"


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    with prepared(tmp_path / "data", demonstration=True) as environment:
        yield environment


@pytest.fixture
def save(environment: dict[str, str]) -> Callable[[str], None]:
    """Commit a statement to the server's database from outside of it."""

    def save(statement: str) -> None:
        if "DATABASE_URL" in environment:
            tell(environment["DATABASE_URL"], statement)
            return
        data = Path(environment["ROST_VAR"]) / "rost.sqlite3"
        with sqlite3.connect(data, timeout=20) as connection:
            connection.execute(statement)
        connection.close()

    return save


@pytest.fixture
def address(environment: dict[str, str]) -> Iterator[str]:
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

"""The page at the door as it is served: a shell without data, a worker, a manifest."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from conftest import Cast
from rost.forum.adapters import code_reader
from rost.forum.adapters.code_reader import FILES, NoReader, fetch_reader
from rost.forum.tests.sample import publish, sample_programme

pytestmark = pytest.mark.django_db
DOOR = "/forum/forum-2020/door/"


@pytest.fixture
def client() -> Client:
    publish(sample_programme(2, days=1, halls=1))
    return Client()


@pytest.fixture
def reader(settings: Any, tmp_path: Path) -> None:
    """As if npm had fetched it."""
    settings.READER_ROOT = tmp_path
    for name in FILES:
        (tmp_path / name).touch()


@pytest.fixture
def no_reader(settings: Any, tmp_path: Path) -> None:
    settings.READER_ROOT = tmp_path


def test_only_this_page_may_use_the_camera(client: Client, reader: None) -> None:
    door, other = client.get(DOOR), client.get("/forum/forum-2020/")

    assert "camera=(self)" in door.headers["Permissions-Policy"]
    assert "'wasm-unsafe-eval'" in door.headers["Content-Security-Policy"]
    assert "camera=()" in other.headers["Permissions-Policy"]
    assert "wasm" not in other.headers["Content-Security-Policy"]


def test_without_the_reader_nothing_is_loosened(client: Client, no_reader: None) -> None:
    door = client.get(DOOR)

    assert "wasm" not in door.headers["Content-Security-Policy"]
    assert "data-reader" not in door.content.decode()


def test_the_worker_keeps_every_file_the_page_asks_for(client: Client) -> None:
    page = client.get(DOOR).content.decode()
    worker = client.get("/forum/door-worker.js")

    listed = json.loads(re.match(r"const SHELL = (.*);\n", worker.content.decode())[1])  # type: ignore[index]
    asked = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    assert sorted(set(asked)) == sorted(listed["files"])
    assert [one for one in listed["files"] if not finders.find(one.removeprefix("/static/"))] == []
    assert worker.headers["Service-Worker-Allowed"] == "/"


def test_modules_import_only_what_the_page_lists(client: Client) -> None:
    folder = Path(str(finders.find("forum/door/main.js"))).parent
    imported = {
        name
        for script in folder.glob("*.js")
        for name in re.findall(r'from "\./([\w.]+)"', script.read_text(encoding="utf-8"))
    }

    assert imported == {path.name for path in folder.glob("*.js")} - {"main.js", "worker.js"}


def test_every_word_of_the_scripts_is_on_the_page(client: Client) -> None:
    found = re.search(
        r'id="door-texts" type="application/json">(.*?)<', client.get(DOOR).content.decode()
    )
    folder = Path(str(finders.find("forum/door/main.js"))).parent
    source = "".join(one.read_text(encoding="utf-8") for one in folder.glob("*.js"))

    assert found is not None
    words = set(json.loads(found[1]))
    said = set(re.findall(r'say\("(\w+)"', source))
    assert said - words == set()
    judged = set(re.findall(r'outcome: "(\w+)"', source))
    assert {f"word_{one}" for one in judged} - words == set()


@pytest.mark.parametrize(("language", "begins"), [("ru", "/forum/"), ("ba", "/ba/forum/")])
def test_the_manifest_opens_the_page_in_its_language(
    client: Client, language: str, begins: str
) -> None:
    answer = client.get(f"/forum/forum-2020/door.webmanifest?language={language}")

    manifest = json.loads(answer.content)
    assert manifest["start_url"] == manifest["scope"] == f"{begins}forum-2020/door/"
    assert (manifest["lang"], manifest["display"]) == (language, "standalone")


def test_a_manifest_in_no_language_of_ours(client: Client) -> None:
    answer = client.get("/forum/forum-2020/door.webmanifest?language=zz")

    assert answer.status_code == 404


def test_the_page_of_somebody_signed_in_is_not_kept(
    client: Client, cast: Cast, signed_in: Any
) -> None:
    """The worker asks without cookies; what it keeps bears nobody's name."""
    own = signed_in(cast.ramilya).get(DOOR).content.decode()
    kept = client.get(DOOR).content.decode()

    assert cast.ramilya.surname in own
    assert cast.ramilya.surname not in kept


def test_without_npm_the_reason_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NoReader, match="npm is not installed"):
        fetch_reader(tmp_path / "reader", workshop=tmp_path / "packages")

    assert not (tmp_path / "reader").exists()


def test_npm_that_fails_is_told_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho 'no line to the registry' >&2\nexit 1\n")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    with pytest.raises(NoReader, match="no line to the registry"):
        fetch_reader(tmp_path / "reader", workshop=tmp_path / "packages")


def test_the_lock_names_no_host_and_checks_every_package() -> None:
    lock = json.loads((code_reader.LISTS / "package-lock.json").read_text(encoding="utf-8"))

    packages = {name: one for name, one in lock["packages"].items() if name}
    assert [name for name, one in packages.items() if "resolved" in one] == []
    assert [name for name, one in packages.items() if "integrity" not in one] == []

"""Shared ground of all tests: a small piece of the Republic and a named cast of people."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

REFERENCE = Path(
    os.environ.get("REFERENCE_DATA", Path(__file__).parent.parent / "shared/reference")
)
NOW = datetime(2020, 1, 20, 9, 0, tzinfo=UTC)  # a month before the forum, 14:00 in Ufa


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of reference formats; tests that need it are skipped where it is absent."""
    if not REFERENCE.is_dir():
        pytest.skip(f"reference data not found in {REFERENCE} (set REFERENCE_DATA)")
    return REFERENCE


@pytest.fixture(autouse=True)
def _own_folders(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": str(tmp_path),  # rate limits of one test do not reach the next
        }
    }
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """A page asked for in English leaves English behind: the next test begins in Russian."""
    yield
    translation.deactivate()


@pytest.fixture
def now() -> datetime:
    return NOW


@dataclass
class Cast:
    """Who walks through the tests.

    Places: the Republic, Абзелиловский район with two settlements, Белорецкий район, Ufa.
    People: Рамиля (head of Аскарово), Ильдар (head of Альмухаметово, no e-mail), Гузель (organiser
    of the platform's forums), Азат (curator of Абзелиловский район), Марат (expert), Нина (editor),
    Олег (moderator), Алсу (administrator), Вера (resident, nobody in particular).
    """

    region: Any
    district: Any
    askarovo: Any
    almukhametovo: Any
    other_district: Any
    ufa: Any
    ramilya: Any
    ildar: Any
    guzel: Any
    azat: Any
    marat: Any
    nina: Any
    oleg: Any
    alsu: Any
    vera: Any


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def make_cast() -> Cast:
    from rost.core.language import fold, sort_key
    from rost.directory.models import Kind, Municipality, Person, Post, Role, RoleName, ScopeKind

    def place(code: str, kind: str, name: str, parent: Any = None) -> Any:
        return Municipality.objects.create(
            code=code,
            kind=kind,
            name=name,
            parent=parent,
            path=f"{parent.path if parent else '.'}{code}.",
            search_name=fold(name),
            sort_key=sort_key(name),
        )

    def person(surname: str, given: str, patronymic: str, email: str | None, home: Any) -> Any:
        name = f"{surname} {given} {patronymic}"
        return Person.objects.create(
            surname=surname,
            given_name=given,
            patronymic=patronymic,
            email=email,
            home=home,
            created_at=NOW,
            search_name=fold(name),
            sort_key=sort_key(name),
        )

    def role(who: Any, name: str, territory: Any = None) -> None:
        Role.objects.create(
            person=who,
            name=name,
            scope=ScopeKind.TERRITORY if territory else ScopeKind.PLATFORM,
            territory=territory,
            held_from=date(2019, 10, 1),
            basis="приказ № 1",
        )

    region = place("80000000", Kind.REGION, "Республика Башкортостан")
    district = place("80601000", Kind.MUNICIPAL_DISTRICT, "Абзелиловский район", region)
    askarovo = place("80601410", Kind.RURAL_SETTLEMENT, "Аскаровский сельсовет", district)
    almu = place("80601404", Kind.RURAL_SETTLEMENT, "Альмухаметовский сельсовет", district)
    other = place("80611000", Kind.MUNICIPAL_DISTRICT, "Белорецкий район", region)
    ufa = place("80701000", Kind.URBAN_OKRUG, "город Уфа", region)
    cast = Cast(
        region=region,
        district=district,
        askarovo=askarovo,
        almukhametovo=almu,
        other_district=other,
        ufa=ufa,
        ramilya=person("Ахметова", "Рамиля", "Айратовна", "ramilya@example.org", askarovo),
        ildar=person("Юлдашбаев", "Ильдар", "Рашит улы", None, almu),
        guzel=person("Сафина", "Гузель", "Маратовна", "guzel@example.org", ufa),
        azat=person("Кутушев", "Азат", "Ришатович", "azat@example.org", district),
        marat=person("Хәйруллин", "Марат", "Һиҙиәт улы", "marat@example.org", ufa),
        nina=person("Петрова", "Нина", "Ивановна", "nina@example.org", ufa),
        oleg=person("Соколов", "Олег", "Петрович", "oleg@example.org", ufa),
        alsu=person("Галиева", "Алсу", "Рифовна", "alsu@example.org", ufa),
        vera=person("Ёлкина", "Вера", "", "vera@example.org", other),
    )
    for head, where in ((cast.ramilya, askarovo), (cast.ildar, almu)):
        Post.objects.create(
            person=head,
            kind="head",
            title="глава сельского поселения",
            municipality=where,
            held_from=date(2019, 9, 20),
            elected_first_time=True,
        )
    role(cast.guzel, RoleName.ORGANISER)
    role(cast.azat, RoleName.CURATOR, district)
    role(cast.marat, RoleName.EXPERT)
    role(cast.nina, RoleName.EDITOR)
    role(cast.oleg, RoleName.MODERATOR)
    role(cast.alsu, RoleName.ADMINISTRATOR)
    return cast


@pytest.fixture
def signed_in(client: Client, settings: Any) -> Iterator[Any]:
    """`signed_in(person)` gives a client with that person's session; staff count as verified."""
    settings.STAFF_SECOND_FACTOR = False

    def sign_in(person: Any) -> Client:
        fresh = Client()
        fresh.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return fresh

    return sign_in


def pytest_collection_modifyitems(config: Any, items: list[Any]) -> None:
    """A second run, on another database, leaves out what touches no database."""
    if "ROST_TEST_AGAIN" not in os.environ:
        return
    touching = [one for one in items if touches_a_database(one)]
    config.hook.pytest_deselected(items=[one for one in items if not touches_a_database(one)])
    items[:] = touching


def touches_a_database(item: Any) -> bool:
    marked = item.get_closest_marker("django_db") or item.get_closest_marker("server")
    return bool(marked) or not {"db", "transactional_db"}.isdisjoint(item.fixturenames)


def pytest_configure() -> None:
    from rost.config.catalogues import compile_catalogues

    compile_catalogues()


def pytest_terminal_summary(terminalreporter: Any, config: Any) -> None:
    """Leave the counts and the reasons of skips for whoever started several runs."""
    target = os.environ.get("ROST_TEST_REPORT")
    if not target or hasattr(config, "workerinput"):
        return
    stats = terminalreporter.stats
    skipped: dict[str, int] = {}
    for report in stats.get("skipped", []):
        reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
        reason = reason.removeprefix("Skipped: ")
        skipped[reason] = skipped.get(reason, 0) + 1
    counts = {
        "passed": len(stats.get("passed", [])),
        "failed": len(stats.get("failed", [])) + len(stats.get("error", [])),
        "skipped": skipped,
    }
    Path(target).write_text(json.dumps(counts), encoding="utf-8")

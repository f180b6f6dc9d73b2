"""Nonsense sent by an organiser to every form: a clear answer, nothing half-written, no crash."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.test import Client

from conftest import NOW, Cast
from rost.core.tables import Sheet, write_xlsx
from rost.directory.models import ImportBatch
from rost.forum.actions.editions import create_edition, set_day
from rost.forum.models import (
    Category,
    Day,
    Edition,
    Hall,
    Question,
    Quota,
    Registration,
    Route,
    Session,
    Track,
)

from .registration_stage import make_category
from .stage import Stage, make_stage

pytestmark = pytest.mark.django_db
KEPT: tuple[type[models.Model], ...] = (
    Edition,
    Day,
    Hall,
    Track,
    Route,
    Session,
    Category,
    Question,
    Quota,
    Registration,
    ImportBatch,
)
LONG = "Я" * 5000
HUGE = "9" * 40
NONSENSE = ("", LONG, "-1", HUGE, "²", "2020-02-31", "\x00", "=cmd|' /C calc'!A0", "<script>")


@pytest.fixture(autouse=True)
def _in_january_2020() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def stage(cast: Cast) -> Stage:
    stage = make_stage(cast)
    make_category(stage.edition, "Главы", from_municipality=True)
    return stage


@pytest.fixture
def organiser(cast: Cast, signed_in: Any) -> Client:
    client: Client = signed_in(cast.guzel)
    client.raise_request_exception = False
    return client


def kept() -> dict[str, list[dict[str, Any]]]:
    """Every row of the forum as it stands."""
    return {one.__name__: list(one._default_manager.order_by("pk").values()) for one in KEPT}


DAY = {"date": "2020-02-18", "opens": "09:00", "closes": "18:00"}
EDITION = {
    "name": "Форум",
    "starts_on": "2020-02-18",
    "ends_on": "2020-02-19",
    "place": "Уфа",
    "timezone": "Asia/Yekaterinburg",
}
ROUTE = {
    "name": "В Белорецк",
    "host": "80611000",
    "seats": "40",
    "departs_at": "2020-02-19T09:00",
    "returns_at": "2020-02-19T17:00",
}
HOURS = {
    "form": "hours",
    "hours-opens_at_0": "2020-01-21",
    "hours-opens_at_1": "09:00",
    "hours-closes_at_0": "2020-02-10",
    "hours-closes_at_1": "18:00",
}
CATEGORY = {"form": "category", "category-name": "Гости"}
PROXY = {"surname": "Ким", "given_name": "Ли", "place": "80601410", "basis": "звонок"}
QUESTION = {"topic": "food", "text": "Что едите?", "choices": "Всё\nБез мяса"}
INVITATION = {"person": "Юлдашбаев Ильдар", "category": "1"}

# Where · what is right · what is wrong in it
WRONG: list[tuple[str, dict[str, str], dict[str, str]]] = [
    ("desk/edition/", EDITION, {"ends_on": "2020-02-17"}),
    ("desk/edition/", EDITION, {"ends_on": "2020-02-18"}),  # a day would be left outside
    ("desk/edition/", EDITION, {"participation_hours": "-1"}),
    ("desk/edition/", EDITION, {"name": LONG}),
    ("desk/days/new/", DAY, {}),  # there already
    ("desk/days/new/", DAY, {"date": "2020-02-20"}),
    ("desk/days/new/", DAY, {"date": "0001-01-01"}),
    ("desk/days/new/", DAY, {"opens": "25:00"}),
    ("desk/halls/new/", {"name": "Зал", "capacity": "10"}, {"capacity": "-1"}),
    ("desk/halls/new/", {"name": "Зал", "capacity": "10"}, {"capacity": HUGE}),
    ("desk/halls/new/", {"name": "Зал", "capacity": "10"}, {"name": LONG}),
    ("desk/halls/new/", {"name": "Зал", "capacity": "10"}, {"name": "большой зал"}),
    ("desk/tracks/new/", {"name": "Вода", "colour": "#123456"}, {"name": LONG}),
    ("desk/tracks/new/", {"name": "Вода", "colour": "#123456"}, {"colour": "red;}"}),
    ("desk/routes/new/", ROUTE, {"returns_at": "2020-02-19T08:00"}),
    ("desk/routes/new/", ROUTE, {"host": "Китеж"}),
    ("desk/routes/new/", ROUTE, {"seats": "-5"}),
    ("desk/sessions/new/", {"title": "Лекция", "form": "lecture", "minutes": "0"}, {}),
    ("desk/sessions/new/", {"title": "Лекция", "form": "lecture", "minutes": HUGE}, {}),
    ("desk/sessions/new/", {"title": LONG, "form": "lecture", "minutes": "60"}, {}),
    ("desk/sessions/new/", {"title": "Лекция", "form": "dance", "minutes": "60"}, {}),
    ("registrations/hours/", HOURS, {"hours-closes_at_0": "2020-01-20"}),
    ("registrations/hours/", HOURS, {"hours-closes_at_0": "0001-01-01"}),
    ("registrations/hours/", HOURS, {"hours-closes_at_0": "9999-12-31"}),
    ("registrations/hours/", HOURS, {"hours-opens_at_1": "25:00"}),
    ("registrations/hours/", {"form": "seats"}, {"seats-capacity": "-1"}),
    ("registrations/hours/", {"form": "seats"}, {"seats-capacity": HUGE}),
    ("registrations/hours/", CATEGORY, {"category-name": LONG}),
    ("registrations/hours/", CATEGORY, {"category-name": "Главы"}),  # there already
    ("registrations/hours/", CATEGORY, {"category-seats": "-1"}),
    ("registrations/quotas/", {}, {"q-80601000-all": "-1"}),
    ("registrations/quotas/", {}, {"q-80601000-all": HUGE}),
    ("registrations/questions/", QUESTION, {"text": LONG}),
    ("registrations/questions/", QUESTION, {"choices": "я" * 1999}),
    ("registrations/questions/", QUESTION, {"topic": "nonsense"}),
    ("registrations/new/", PROXY, {"category": HUGE}),
    ("registrations/new/", PROXY, {"category": "x"}),
    ("registrations/new/", PROXY, {"surname": LONG}),
    ("registrations/new/", PROXY, {"basis": LONG}),
    ("invitations/", INVITATION, {"category": HUGE}),
    ("invitations/", INVITATION, {"person": LONG}),
]  # fmt: skip


@pytest.mark.parametrize(("path", "right", "wrong"), WRONG)
def test_what_is_wrong_is_told_and_nothing_is_written(
    stage: Stage, organiser: Client, path: str, right: dict[str, str], wrong: dict[str, str]
) -> None:
    before = kept()

    answer = organiser.post(f"/forum/2020/{path}", right | wrong)

    assert answer.status_code in (409, 422)
    assert 'class="error"' in answer.content.decode() or 'class="notice bad"' in (
        answer.content.decode()
    )
    assert kept() == before


@pytest.mark.parametrize(
    ("path", "right"),
    sorted({path: right for path, right, _wrong in WRONG}.items()),
)
def test_no_nonsense_in_any_field_is_a_crash(
    stage: Stage, organiser: Client, path: str, right: dict[str, str]
) -> None:
    for field in right:
        for nonsense in NONSENSE:
            answer = organiser.post(f"/forum/2020/{path}", right | {field: nonsense})
            assert answer.status_code < 500, (field, nonsense[:20])


@pytest.mark.parametrize(
    "path",
    [
        "desk/days/{huge}/",
        "desk/halls/{huge}/",
        "desk/halls/{huge}/removal/",
        "desk/routes/{huge}/",
        "desk/tracks/{huge}/removal/",
        "desk/people/{huge}/",
        "desk/sessions/{huge}/",
        "desk/versions/{huge}/{huge}/",
        "registrations/{huge}/",
        "registrations/{huge}/confirmation/",
        "registrations/questions/{huge}/removal/",
        "lists/{huge}/",
        "lists/{huge}/application/",
    ],
)
def test_a_number_that_no_row_has_is_not_found(stage: Stage, organiser: Client, path: str) -> None:
    for huge in ("999999", "9" * 19, HUGE):
        where = "/forum/2020/" + path.format(huge=huge)
        assert organiser.get(where).status_code in (404, 405), where
        assert organiser.post(where).status_code in (302, 404, 405), where


def listed(name: str, content: bytes) -> dict[str, Any]:
    return {"file": SimpleUploadedFile(name, content), "basis": "письмо № 7"}


CSV = "ФИО;ОКТМО;Категория\nНовая Мария;80601410;Главы\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("пустой.csv", b""),
        ("сломан.xlsx", b"PK\x03\x04 broken"),
        ("не таблица.xlsx", b"\x89PNG\r\n"),
        ("велик.csv", b"a;b\n" * (5 * 1024 * 1024 + 1)),
        ("нули.csv", b"\x00" * 100),
    ],
)
def test_a_file_that_is_no_list_is_refused(
    stage: Stage, organiser: Client, name: str, content: bytes
) -> None:
    answer = organiser.post("/forum/2020/lists/", listed(name, content))

    assert answer.status_code in (413, 422)
    assert ImportBatch.objects.count() == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_a_list_is_read_in_any_encoding_of_excel(
    stage: Stage, organiser: Client, encoding: str
) -> None:
    organiser.post("/forum/2020/lists/", listed("список.csv", CSV.encode(encoding)))

    assert [row["surname"] for row in ImportBatch.objects.get().rows] == ["Новая"]


def test_a_formula_in_a_list_is_a_fault_and_computes_nothing(
    stage: Stage, organiser: Client
) -> None:
    rows = [['=HYPERLINK("http://e")', "80601410", "Главы"]]
    book = write_xlsx([Sheet("Участники", ["ФИО", "ОКТМО", "Категория"], rows)])

    organiser.post("/forum/2020/lists/", listed("список.xlsx", book))

    assert (ImportBatch.objects.get().good, ImportBatch.objects.get().bad) == (0, 1)


def test_a_hall_deleted_meanwhile_is_told_to_whoever_places_a_session_there(
    stage: Stage, organiser: Client
) -> None:
    session = stage.session("Лекция")
    gone = stage.small.pk
    stage.small.delete()

    answer = organiser.post(
        f"/forum/2020/desk/sessions/{session.code}/place/",
        {"hall": str(gone), "starts_at": "2020-02-18T10:00"},
    )

    assert answer.status_code in (409, 422)
    session.refresh_from_db()
    assert (session.hall_id, session.starts_at) == (None, None)


def test_a_form_sent_twice_adds_one_thing(stage: Stage, organiser: Client, cast: Cast) -> None:
    category = str(Category.objects.get().pk)
    for path, sent, counted in (
        ("desk/halls/new/", {"name": "Зал", "capacity": "10"}, Hall),
        ("desk/tracks/new/", {"name": "Вода", "colour": "#123456"}, Track),
        ("desk/routes/new/", ROUTE, Route),
        ("registrations/questions/", QUESTION, Question),
        ("registrations/new/", PROXY | {"category": category}, Registration),
    ):
        before = counted._default_manager.count()
        for _twice in range(2):
            organiser.post(f"/forum/2020/{path}", sent)
        assert counted._default_manager.count() == before + 1, path


def test_a_day_on_which_clocks_change_has_the_hours_it_says(cast: Cast) -> None:
    edition = create_edition(
        slug="berlin",
        name="Форум",
        starts_on=date(2020, 3, 29),
        ends_on=date(2020, 3, 29),
        place="Берлин",
        timezone="Europe/Berlin",
    )

    day = set_day(edition=edition, date=date(2020, 3, 29), opens=time(1), closes=time(4, 30))

    day.refresh_from_db()
    assert day.ends_at.timestamp() - day.starts_at.timestamp() == 2.5 * 3600  # 2:00 is 3:00

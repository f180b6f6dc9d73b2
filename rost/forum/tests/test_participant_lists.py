"""Lists of participants: read line by line, applied once, never doubling anybody."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from conftest import NOW, Cast
from rost.core.tables import Sheet, write_xlsx
from rost.directory.models import ImportBatch
from rost.forum.models import (
    Category,
    Edition,
    Registration,
)
from rost.forum.tests.registration_stage import make_category, make_edition

pytestmark = pytest.mark.django_db
BASE = "/forum/rost-2020"
HEADER = ["ФИО", "Должность", "Поселение", "Район", "E-mail", "Телефон", "Категория"]


@pytest.fixture(autouse=True)
def _in_january_2020(db: None):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def edition(cast: Cast) -> Edition:
    edition = make_edition()
    make_category(edition, "Главы", from_municipality=True)
    return edition


def heads(edition: Edition) -> Category:
    return edition.categories.get(name="Главы")


def sheet(*rows: list[str], header: list[str] = HEADER) -> SimpleUploadedFile:
    return SimpleUploadedFile("список.xlsx", write_xlsx([Sheet("Участники", header, rows)]))


def send_list(client: Client, file: SimpleUploadedFile) -> ImportBatch:
    client.post(f"{BASE}/lists/", {"file": file, "basis": "подписанные согласия, письмо № 7"})
    return ImportBatch.objects.latest("id")


def faults(batch: ImportBatch) -> list[tuple[int, str]]:
    return [(one["line"], one["fault"]) for one in batch.faults]


def test_a_list_is_read_then_applied_and_sending_it_again_doubles_nobody(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.azat)
    rows = [
        ["Юлдашбаев Ильдар Рашит улы", "глава", "Альмухаметовский", "", "", "", "Главы"],
        ["Ахметова Рамиля Айратовна", "глава", "80601410", "", "", "", "главы"],
        ["Новая Мария Ивановна", "управделами", "Аскаровский сельсовет", "Абзелиловский район",
         "new@example.org", "+7 917 000-00-02", "Главы"],
    ]  # fmt: skip
    rows[1][2], header = "", [*HEADER, "ОКТМО"]
    rows = [[*row, "80601410" if place == 1 else ""] for place, row in enumerate(rows)]

    first = send_list(client, sheet(*rows, header=header))
    assert (first.good, faults(first), Registration.objects.count()) == (3, [], 0)
    client.post(f"{BASE}/lists/{first.pk}/application/")
    second = send_list(client, sheet(*rows, header=header))
    client.post(f"{BASE}/lists/{second.pk}/application/")

    first.refresh_from_db()
    second.refresh_from_db()
    assert first.outcome == {"seated": 3, "waiting": 0, "already": 0}
    assert second.outcome == {"seated": 0, "waiting": 0, "already": 3}
    registered = Registration.objects.order_by("id").values_list("person__surname", "basis")
    assert list(registered) == [
        (name, "подписанные согласия, письмо № 7") for name in ("Юлдашбаев", "Ахметова", "Новая")
    ]
    assert (first.rows, second.rows) == ([], [])


def test_faults_are_named_line_by_line_and_the_good_lines_stay(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    near = ["Аскаровский", "Абзелиловский"]
    batch = send_list(
        signed_in(cast.azat),
        sheet(
            ["Иванов Иван", "", *near, "", "", "Главы"],
            ["", "", *near, "", "", "Главы"],
            ["Иванова", "", *near, "", "", "Главы"],
            ["Петров Пётр", "", "город Уфа", "", "", "", "Главы"],
            ["Петров Пётр", "", "Китеж", "", "", "", "Главы"],
            ["Петров Пётр", "", "", "", "", "", "Главы"],
            ["Петров Пётр", "", *near, "не адрес", "", "Главы"],
            ["Петров Пётр", "", *near, "", "123", "Главы"],
            ["Петров Пётр", "", *near, "", "", "Космонавты"],
            ["Иванов Иван", "", *near, "", "", "Главы"],
            ["Другая Анна", "", *near, "vera@example.org", "", "Главы"],
            ["=cmd()", "", *near, "", "", "Главы"],
        ),
    )

    assert faults(batch) == [
        (3, "name_missing"),
        (4, "given_name_missing"),
        (5, "place_elsewhere"),
        (6, "place_unknown"),
        (7, "place_missing"),
        (8, "email_wrong"),
        (9, "phone_wrong"),
        (10, "category_unknown"),
        (11, "repeated"),
        (12, "email_of_another"),
        (13, "given_name_missing"),
    ]
    assert [row["surname"] for row in batch.rows] == ["Иванов"]


def test_a_list_in_an_old_encoding_is_read_and_a_broken_one_is_refused_in_words(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.azat)
    text = "ФИО;Поселение;Район;Категория\nИванов Иван;Аскаровский;Абзелиловский;Главы\n"

    batch = send_list(client, SimpleUploadedFile("a.csv", text.encode("cp1251")))
    page = client.post(
        f"{BASE}/lists/",
        {"file": SimpleUploadedFile("b.xlsx", b"PK\x03\x04broken"), "basis": "письмо № 7"},
    )

    assert (batch.good, batch.bad) == (1, 0)
    assert page.status_code == 422
    assert "file" in page.context["form"].errors
    assert "письмо № 7" in page.content.decode()


def test_a_list_is_its_senders_and_is_applied_once(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.guzel)
    batch = send_list(client, sheet(["Иванов Иван", "", "город Уфа", "", "", "", "Главы"]))

    assert signed_in(cast.azat).get(f"{BASE}/lists/{batch.pk}/").status_code == 404
    assert client.post(f"{BASE}/lists/{batch.pk}/application/").status_code == 302
    assert client.post(f"{BASE}/lists/{batch.pk}/application/").status_code == 409
    assert Registration.objects.count() == 1


def test_the_template_is_read_back_by_the_import(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.azat)
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{BASE}/lists/template/").content))
    book.active.append(["Иванов Иван", "", "80601410", "", "", "", "", "Главы"])
    filled = io.BytesIO()
    book.save(filled)

    batch = send_list(client, SimpleUploadedFile("filled.xlsx", filled.getvalue()))

    assert (batch.good, batch.bad) == (1, 0)


def test_a_huge_file_is_refused_before_it_is_read(
    cast: Cast, edition: Edition, signed_in: Any, settings: Any
) -> None:
    settings.UPLOAD_LIMIT = 1000

    page = signed_in(cast.azat).post(
        f"{BASE}/lists/",
        {"file": SimpleUploadedFile("big.csv", b"x" * 2000), "basis": "письмо № 7"},
    )

    assert page.status_code == 422
    assert "file" in page.context["form"].errors

"""The organiser's and the curator's side: table, proxies, lists, districts, invitations, limits."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from conftest import NOW, Cast
from rost.channels.models import Message
from rost.core.tables import Sheet, write_xlsx
from rost.directory.models import AccessRecord, ImportBatch, Person
from rost.forum.actions.registration import register
from rost.forum.models import (
    Category,
    Edition,
    Invitation,
    Quota,
    Registration,
    RegistrationStatus,
)
from rost.forum.tests.registration_stage import make_category, make_edition, make_people

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


def proxy(edition: Edition, **more: str) -> dict[str, str]:
    return {
        "surname": "Юлдашбаев",
        "given_name": "Ильдар",
        "patronymic": "Рашит улы",
        "place": "Альмухаметовский сельсовет",
        "category": str(heads(edition).pk),
        "basis": "звонок 20.01.2020",
    } | more


# -- Who may see what ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["registrations/", "districts/", "invitations/", "registrations/hours/", "lists/"]
)
def test_residents_find_nothing_and_strangers_sign_in(
    cast: Cast, edition: Edition, client: Client, signed_in: Any, path: str
) -> None:
    assert signed_in(cast.vera).get(f"{BASE}/{path}").status_code == 404
    assert client.get(f"{BASE}/{path}").status_code == 302


def test_a_curator_sees_the_people_of_the_own_territory_only(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    own = register(
        edition=edition,
        person=cast.ramilya,
        category=heads(edition),
        municipality=cast.askarovo,
        now=NOW,
    )
    other = register(
        edition=edition,
        person=cast.vera,
        category=heads(edition),
        municipality=cast.other_district,
        now=NOW,
    )
    client = signed_in(cast.azat)

    page = client.get(f"{BASE}/registrations/")

    assert list(page.context["page_obj"]) == [own]
    assert client.get(f"{BASE}/registrations/{own.pk}/").status_code == 200
    assert client.get(f"{BASE}/registrations/{other.pk}/").status_code == 404
    assert client.post(f"{BASE}/registrations/{other.pk}/cancellation/").status_code == 404
    assert client.get(f"{BASE}/districts/").status_code == 404
    assert [one.rows for one in AccessRecord.objects.filter(person=cast.azat)] == [1, 1]


# -- Registering others ----------------------------------------------------------------------


def test_a_curator_registers_a_known_head_with_the_basis_and_nobody_twice(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.azat)
    people = Person.objects.count()

    client.post(f"{BASE}/registrations/new/", proxy(edition))
    client.post(f"{BASE}/registrations/new/", proxy(edition))

    mine = Registration.objects.get()
    assert (mine.person, mine.registered_by, mine.basis) == (
        cast.ildar,
        cast.azat,
        "звонок 20.01.2020",
    )
    assert Person.objects.count() == people


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": "город Уфа"},  # not the curator's territory
        {"place": ""},
        {"basis": ""},
        {"email": "vera@example.org"},  # somebody else's address
    ],
)
def test_what_a_curator_may_not_enter_is_refused_and_kept(
    cast: Cast, edition: Edition, signed_in: Any, wrong: dict[str, str]
) -> None:
    page = signed_in(cast.azat).post(f"{BASE}/registrations/new/", proxy(edition, **wrong))

    assert page.context["form"].errors
    assert "Юлдашбаев" in page.content.decode()
    assert Registration.objects.count() == 0


def test_a_known_person_of_another_territory_is_not_a_curators_to_register(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    sent = proxy(edition, surname="Ёлкина", given_name="Вера", patronymic="")

    page = signed_in(cast.azat).post(
        f"{BASE}/registrations/new/", sent | {"email": "vera@example.org"}
    )

    assert page.status_code == 409
    assert Registration.objects.count() == 0


# -- Lists -----------------------------------------------------------------------------------


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


# -- Table -----------------------------------------------------------------------------------


def crowd(edition: Edition, count: int, status: str) -> list[Registration]:
    return Registration.objects.bulk_create(
        Registration(
            edition=edition,
            person=person,
            category=heads(edition),
            status=status,
            queued_at=NOW + timedelta(seconds=number),
            changed_at=NOW,
        )
        for number, person in enumerate(make_people(count))
    )


def test_the_table_takes_as_many_queries_for_a_thousand_as_for_one(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.guzel)
    crowd(edition, 1, RegistrationStatus.CONFIRMED)
    client.get(f"{BASE}/registrations/")
    with CaptureQueriesContext(connection) as one:
        client.get(f"{BASE}/registrations/")
    Registration.objects.all().delete()
    crowd(edition, 1000, RegistrationStatus.CONFIRMED)

    with CaptureQueriesContext(connection) as many:
        page = client.get(f"{BASE}/registrations/")

    assert len(many) == len(one)
    assert (len(page.context["page_obj"]), page.context["page_obj"].paginator.count) == (50, 1000)


def test_filters_stand_in_the_address_and_nonsense_there_asks_for_nothing(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    crowd(edition, 3, RegistrationStatus.REQUESTED)
    register(
        edition=edition,
        person=cast.ramilya,
        category=heads(edition),
        municipality=cast.askarovo,
        now=NOW,
    )
    client = signed_in(cast.guzel)

    def found(query: str) -> int:
        return client.get(f"{BASE}/registrations/?{query}").context["page_obj"].paginator.count

    assert found("status=requested") == 3
    assert found("district=80601000") == 1
    assert found("text=АХМЕТОВА") == 1
    assert found(f"category={heads(edition).pk}&status=confirmed") == 1
    assert found("status=nonsense&category=x&page=999") == 4


def test_ticked_registrations_are_confirmed_together_and_the_filter_stays(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    rows = crowd(edition, 3, RegistrationStatus.REQUESTED)
    ticked = [str(row.pk) for row in rows[:2]] + ["x", "999999"]

    answer = signed_in(cast.guzel).post(
        f"{BASE}/registrations/confirmations/",
        {"registration": ticked, "query": "status=requested"},
    )

    assert answer["Location"].endswith("?status=requested")
    confirmed = Registration.objects.filter(status=RegistrationStatus.CONFIRMED)
    assert set(confirmed) == set(rows[:2])


def test_the_export_computes_nothing_and_is_written_down(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    cast.vera.surname = "=1+1"
    cast.vera.save()
    make_category(edition, "Гости")
    register(
        edition=edition,
        person=cast.vera,
        category=edition.categories.get(name="Гости"),
        post="@SUM(A1)",
        now=NOW,
    )

    answer = signed_in(cast.guzel).get(f"{BASE}/registrations/export/?text=")

    page = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    row = page[2]
    assert (row[1].value, row[1].data_type, row[1].quotePrefix) == ("=1+1", "s", True)
    assert (row[4].value, row[4].data_type) == ("@SUM(A1)", "s")
    assert row[12].value.hour == 14  # the forum's own time
    record = AccessRecord.objects.get(act="export")
    assert (record.person, record.register, record.rows) == (cast.guzel, "forum.registrations", 1)


# -- Districts -------------------------------------------------------------------------------


def test_who_has_sent_nobody_is_reminded_once_a_day(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    register(
        edition=edition,
        person=cast.vera,
        category=heads(edition),
        municipality=cast.other_district,
        now=NOW,
    )
    Invitation.objects.create(
        edition=edition, person=cast.ildar, category=heads(edition), issued_at=NOW
    )
    Quota.objects.create(edition=edition, district=cast.other_district, seats=3)
    client = signed_in(cast.guzel)

    page = client.get(f"{BASE}/districts/")
    silent = client.get(f"{BASE}/districts/?nobody")
    for _twice in range(2):
        client.post(f"{BASE}/districts/reminders/", {"district": ["80601000", "80611000"]})
    with time_machine.travel(NOW + timedelta(days=1)):
        client.post(f"{BASE}/districts/reminders/", {"district": ["80601000"]})

    lines = {
        line.place.code: (line.invited, line.registered, line.confirmed, line.waiting, line.quota)
        for line in page.context["lines"]
    }
    assert lines == {
        "80601000": (1, 0, 0, 0, None),
        "80611000": (0, 1, 1, 0, 3),
        "80701000": (0, 0, 0, 0, None),
    }
    assert {line.place.code for line in silent.context["lines"]} == {"80601000", "80701000"}
    told = Message.objects.filter(dedupe__startswith="forum.nobody:")
    assert [one.person for one in told.order_by("id")] == [cast.azat, cast.azat]


def test_districts_are_taken_as_text_and_as_a_sheet(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.guzel)

    text = client.get(f"{BASE}/districts/export/csv/").content.decode("utf-8-sig")
    book = openpyxl.load_workbook(
        io.BytesIO(client.get(f"{BASE}/districts/export/xlsx/?nobody").content)
    )

    assert len(text.splitlines()) == 4
    assert book.active.max_row == 4
    assert client.get(f"{BASE}/districts/export/exe/").status_code == 404
    assert AccessRecord.objects.filter(register="forum.districts").count() == 2


# -- Invitations -----------------------------------------------------------------------------


def papers(client: Client, *invitations: Invitation) -> Any:
    return client.post(
        f"{BASE}/invitations/papers/", {"invitation": [one.pk for one in invitations]}
    )


def test_heads_elected_for_the_first_time_are_invited_at_once_and_once(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.guzel)

    for _twice in range(2):
        client.post(f"{BASE}/invitations/heads/", {"heads-category": heads(edition).pk})

    invited = Invitation.objects.order_by("person__sort_key")
    assert {one.person for one in invited} == {cast.ramilya, cast.ildar}


def test_a_paper_carries_a_picture_and_the_address_and_scanning_it_opens_the_registration(
    cast: Cast, edition: Edition, signed_in: Any, client: Client, settings: Any
) -> None:
    organiser = signed_in(cast.guzel)
    organiser.post(
        f"{BASE}/invitations/", {"person": "Юлдашбаев Ильдар", "category": heads(edition).pk}
    )
    invitation = Invitation.objects.get()

    page = papers(organiser, invitation)
    (paper,) = page.context["papers"]
    address = paper.address.removeprefix(settings.SITE_URL)
    scanned = client.post(address)
    form = client.get(scanned["Location"]).context["form"]

    assert paper.picture.startswith("data:image/svg+xml")
    assert paper.address in page.content.decode()
    assert scanned["Location"] == f"{BASE}/registration/"
    assert form["surname"].value() == "Юлдашбаев"
    assert form["category"].value() == heads(edition).pk


def test_printing_again_stops_the_old_sheet(
    cast: Cast, edition: Edition, signed_in: Any, client: Client, settings: Any
) -> None:
    organiser = signed_in(cast.guzel)
    invitation = Invitation.objects.create(
        edition=edition, person=cast.ildar, category=heads(edition), issued_at=NOW
    )

    first, second = (
        papers(organiser, invitation).context["papers"][0].address.removeprefix(settings.SITE_URL)
        for _twice in range(2)
    )

    assert client.post(first).status_code == 410
    assert client.post(second).status_code == 302
    assert AccessRecord.objects.filter(register="forum.invitations", act="export").count() == 2


def test_after_the_closing_hour_no_paper_is_printed(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    edition.registration_closes_at = NOW
    edition.save()
    invitation = Invitation.objects.create(
        edition=edition, person=cast.ildar, category=heads(edition), issued_at=NOW
    )

    assert papers(signed_in(cast.guzel), invitation).status_code == 409


# -- Hours, seats, quotas --------------------------------------------------------------------


def test_hours_are_read_in_the_forums_own_time(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.guzel)

    client.post(
        f"{BASE}/registrations/hours/",
        {
            "form": "hours",
            "hours-opens_at_0": "2020-01-21",
            "hours-opens_at_1": "09:00",
            "hours-closes_at_0": "2020-02-10",
            "hours-closes_at_1": "18:00",
        },
    )
    backwards = client.post(
        f"{BASE}/registrations/hours/",
        {
            "form": "hours",
            "hours-opens_at_0": "2020-02-21",
            "hours-opens_at_1": "09:00",
            "hours-closes_at_0": "2020-02-10",
            "hours-closes_at_1": "18:00",
        },
    )

    edition.refresh_from_db()
    assert edition.registration_opens_at.isoformat() == "2020-01-21T04:00:00+00:00"
    assert edition.registration_closes_at.isoformat() == "2020-02-10T13:00:00+00:00"
    assert backwards.status_code == 422


def test_a_raised_quota_seats_who_waits_and_nonsense_saves_nothing(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    Quota.objects.create(edition=edition, district=cast.district, seats=0)
    waiting = register(
        edition=edition,
        person=cast.ramilya,
        category=heads(edition),
        municipality=cast.askarovo,
        now=NOW,
    )
    client = signed_in(cast.guzel)

    wrong = client.post(
        f"{BASE}/registrations/quotas/", {"q-80601000-all": "много", "q-80611000-all": "5"}
    )
    kept = list(Quota.objects.values_list("district__code", "seats"))
    client.post(f"{BASE}/registrations/quotas/", {"q-80601000-all": "1", "q-80611000-all": "5"})

    assert wrong.status_code == 422
    assert "много" in wrong.content.decode()
    assert kept == [("80601000", 0)]
    waiting.refresh_from_db()
    assert waiting.status == RegistrationStatus.CONFIRMED
    assert dict(Quota.objects.values_list("district__code", "seats")) == {
        "80601000": 1,
        "80611000": 5,
    }


def test_a_new_category_is_added_once(cast: Cast, edition: Edition, signed_in: Any) -> None:
    client = signed_in(cast.guzel)
    sent = {"form": "category", "category-name": "Гости", "category-seats": "5"}

    first = client.post(f"{BASE}/registrations/hours/", sent)
    second = client.post(f"{BASE}/registrations/hours/", sent)

    assert (first.status_code, second.status_code) == (302, 422)
    assert list(edition.categories.values_list("name", "seats")) == [("Главы", None), ("Гости", 5)]


def test_a_question_is_asked_until_it_is_removed(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.guzel)
    sent = {"topic": "food", "text": "Что едите?", "choices": "Всё\n\nБез мяса\nВсё"}

    client.post(f"{BASE}/registrations/questions/", sent)
    question = edition.questions.get()
    asked = signed_in(cast.vera).get(f"{BASE}/registration/").content.decode()
    client.post(f"{BASE}/registrations/questions/{question.pk}/removal/")

    assert question.choices == ["Всё", "Без мяса"]
    assert "Что едите?" in asked
    assert edition.questions.count() == 0

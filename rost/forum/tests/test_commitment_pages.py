"""Pages of commitments: the secretary's lines, the answer, everybody's account, files."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import uuid4

import docx
import openpyxl
import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rost.core.tables import Sheet, write_xlsx
from rost.directory.models import AccessRecord
from rost.forum.actions import commitments as actions
from rost.forum.actions.approval import approve
from rost.forum.models import Commitment
from rost.forum.tests.commitment_stage import DUE, NOTED, Discussion, make_discussion
from rost.forum.tests.stage import at

DESK = "/en/forum/2020/desk/commitments/"
AFTER = at(20, 10)


@pytest.fixture
def hall(cast: Any) -> Discussion:
    return make_discussion(cast)


@pytest.fixture(autouse=True)
def _after() -> Any:
    with time_machine.travel(AFTER, tick=False):
        yield


def lines(*typed: dict[str, str], **common: str) -> dict[str, str]:
    sent = {"count": "6", **common}
    for number, line in enumerate(typed):
        sent |= {f"line{number}-{name}": value for name, value in line.items()}
        sent.setdefault(f"line{number}-guid", str(uuid4()))
    return sent


def test_many_lines_are_noted_at_once(hall: Discussion, signed_in: Any) -> None:
    sent = lines(
        {"who": "Ахметова", "text": "провести собрания", "due_on": "2020-06-01"},
        {"who": "бухгалтер Иванова", "text": "сверить смету"},
        session=hall.session.code,
        due_on="2020-03-01",
    )

    answer = signed_in(hall.cast.guzel).post(f"{DESK}noting/", sent)

    assert answer.status_code == 302
    rows = Commitment.objects.values_list("number", "promiser", "person", "due_on", "session")
    assert [(n, p, who, str(due)) for n, p, who, due, _session in rows] == [
        (1, "Ахметова", hall.cast.ramilya.pk, "2020-06-01"),
        (2, "бухгалтер Иванова", None, "2020-03-01"),
    ]


def test_a_bad_line_loses_nothing_that_was_typed(hall: Discussion, signed_in: Any) -> None:
    sent = lines({"who": "Ахметова", "text": "собрания"}, {"text": "без имени"})

    answer = signed_in(hall.cast.guzel).post(f"{DESK}noting/", sent)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Write who promised it." in page
    assert ">\nбез имени</textarea>" in page
    assert Commitment.objects.count() == 0


def test_more_lines_are_given_without_a_word_of_blame(hall: Discussion, signed_in: Any) -> None:
    sent = lines({"text": "без имени"}, more="yes")

    answer = signed_in(hall.cast.guzel).post(f"{DESK}noting/", sent)

    assert answer.status_code == 200
    assert "line10-text" in answer.content.decode()


def test_the_moderator_of_the_session_notes_there_and_only_there(
    hall: Discussion, signed_in: Any
) -> None:
    other = hall.stage.session("Другая", start=at(18, 15), hall=hall.stage.small)
    client = signed_in(hall.cast.azat)

    own = client.post(
        f"/en/forum/2020/sessions/{hall.session.code}/noting/",
        lines({"who": "Ахметова", "text": "собрания", "due_on": "2020-06-01"}),
    )

    assert own.status_code == 302
    assert Commitment.objects.get().session == hall.session
    assert client.get(f"/en/forum/2020/sessions/{other.code}/noting/").status_code == 404
    assert client.get(DESK).status_code == 404


def test_the_one_who_promised_answers_by_one_button(hall: Discussion, signed_in: Any) -> None:
    row = hall.noted()
    actions.ask(commitment=row, now=NOTED)
    client = signed_in(hall.cast.ramilya)

    seen = client.get("/en/forum/2020/commitments/1/").content.decode()
    client.post("/en/forum/2020/commitments/1/answer/", {"answer": "yes", "wording": "1"})

    assert "You promised" in seen
    assert "Yes, I promised this" in seen
    assert Commitment.objects.get().state == "confirmed"


def test_who_only_comes_from_the_letter_signs_in_first(hall: Discussion, client: Client) -> None:
    hall.noted()

    answer = client.get("/en/forum/2020/commitments/1/")

    assert (answer.status_code, "/account/login/" in answer.headers["Location"]) == (302, True)


def test_nobody_answers_for_another(hall: Discussion, signed_in: Any) -> None:
    hall.confirmed()
    client, sent = signed_in(hall.cast.vera), {"answer": "no", "wording": "1", "words": "нет"}

    assert client.get("/en/forum/2020/commitments/1/").status_code == 200
    assert client.post("/en/forum/2020/commitments/1/answer/", sent).status_code == 404
    assert client.post("/en/forum/2020/commitments/1/closing/", sent).status_code == 404


def test_the_one_who_promised_shows_that_it_is_done(hall: Discussion, signed_in: Any) -> None:
    hall.confirmed()
    client = signed_in(hall.cast.ramilya)
    paper = SimpleUploadedFile("протокол.pdf", b"%PDF-1.7")
    sent = {"closing": "kept", "on": "2020-02-19", "result": "6 протоколов", "file": paper}

    client.post("/en/forum/2020/commitments/1/closing/", sent)

    assert Commitment.objects.get().state == "kept"
    assert client.get("/en/forum/2020/commitments/1/evidence/").content == b"%PDF-1.7"


def test_evidence_is_shown_to_all_only_when_an_organiser_says_so(
    hall: Discussion, signed_in: Any, client: Client
) -> None:
    row = hall.confirmed()
    actions.keep(
        commitment=row,
        on=NOTED.date(),
        result="",
        file=ContentFile(b"x", name="a.pdf"),
        now=AFTER,
    )
    address = "/en/forum/2020/commitments/1/evidence/"

    before = client.get(address).status_code
    signed_in(hall.cast.guzel).post(f"{DESK}1/evidence/", {"public": "yes"})

    assert (before, client.get(address).status_code) == (404, 200)


def test_everybody_sees_the_account_and_no_name_that_may_not_be_shown(
    hall: Discussion, client: Client
) -> None:
    hall.confirmed()
    vera = hall.confirmed("от слушателя", person=hall.cast.vera)
    Commitment.objects.filter(pk=vera.pk).update(state="confirmed")

    seen = client.get("/en/forum/2020/commitments/").content.decode()

    assert "Ахметова Рамиля Айратовна" in seen
    assert "Ёлкина" not in seen
    assert "A participant of the forum" in seen


def test_session_and_forum_show_what_was_promised(hall: Discussion, client: Client) -> None:
    approve(edition=hall.stage.edition, by=hall.cast.guzel, note="", now=at(10, 9))
    hall.confirmed("провести собрания в шести деревнях")

    session = client.get(f"/en/forum/2020/sessions/{hall.session.code}/").content.decode()
    forum = client.get("/en/forum/2020/").content.decode()

    assert "провести собрания в шести деревнях" in session
    assert "What was promised at the forum" in forum


def test_my_page_asks_me(hall: Discussion, signed_in: Any) -> None:
    actions.ask(commitment=hall.noted("провести собрания"), now=NOTED)

    seen = signed_in(hall.cast.ramilya).get("/en/my/").content.decode()

    assert "Did you promise this?" in seen


def test_a_table_is_read_shown_and_noted(hall: Discussion, signed_in: Any) -> None:
    table = Sheet(
        title="Обязательства",
        header=["Кто", "Обязательство", "Срок", "Код мероприятия"],
        rows=[
            ["Ахметова", "провести собрания", "01.06.2020", hall.session.code],
            ["Ахметова", "без срока", "", ""],
        ],
    )
    client = signed_in(hall.cast.guzel)
    sent = SimpleUploadedFile("обещания.xlsx", write_xlsx([table]))

    read = client.post(f"{DESK}tables/", {"file": sent})
    shown = client.get(read.headers["Location"]).content.decode()
    for _twice in range(2):
        client.post(f"{read.headers['Location']}application/")

    assert "The day is missing." in shown
    assert [(row.text, row.person) for row in Commitment.objects.all()] == [
        ("провести собрания", hall.cast.ramilya)
    ]


def test_the_resolution_is_a_word_file_with_the_points_of_each_track(
    hall: Discussion, signed_in: Any
) -> None:
    hall.confirmed("провести собрания в шести деревнях", indicator="6 протоколов")
    hall.noted("ещё не подтверждено")

    made = signed_in(hall.cast.guzel).get("/forum/2020/desk/commitments/resolution/docx/")

    paper = docx.Document(BytesIO(made.content))
    text = "\n".join(one.text for one in paper.paragraphs)
    assert "По итогам работы форум рекомендует:" in text
    assert "1. Бюджет поселения" in text
    assert "1.1. Ахметова Рамиля Айратовна: провести собрания в шести деревнях." in text
    assert "ещё не подтверждено" not in text
    assert AccessRecord.objects.filter(register="forum.commitments", act="export").count() == 1


def test_the_table_taken_away_holds_what_the_filter_leaves(
    hall: Discussion, signed_in: Any
) -> None:
    hall.confirmed("подтверждено")
    hall.noted("не подтверждено")

    made = signed_in(hall.cast.guzel).get(f"{DESK}export.xlsx?state=open")

    sheet = openpyxl.load_workbook(BytesIO(made.content)).active
    assert sheet is not None
    assert [row[2] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["подтверждено"]
    assert sheet["D2"].value.date() == DUE

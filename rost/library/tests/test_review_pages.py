"""Pages of the desk and of the exchange as people walk through them."""

from __future__ import annotations

import io
import json
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from conftest import Cast
from rost.core.tables import write_xlsx
from rost.directory.models import AccessRecord, ImportBatch
from rost.library.models import Practice, PracticeState, Review
from rost.library.queries.exchange.taken import workbook
from rost.library.queries.reviews.checklist import questions_of
from rost.library.rules.exchange import Entry

from .review_stage import PASSPORT, published_practice, sent_practice


def checklist(**others: str) -> dict[str, str]:
    keys = [one.key for one in questions_of(1)]
    return {f"answer_{key}": others.get(key, "yes") for key in keys}


def test_from_the_desk_to_the_library(cast: Cast, signed_in: Any) -> None:
    practice = sent_practice(cast.ramilya, cast.askarovo)
    client, page = signed_in(cast.marat), f"/practices/desk/{practice.pk}/"

    desk = client.get("/practices/desk/")
    assert [row.practice.pk for row, _clash in desk.context["rows"]] == [practice.pk]
    client.post(f"{page}taking/")
    client.post(page, {"answer_problem": "yes", "note_problem": "звонил", "save": "1"})
    draft = Review.objects.get()
    assert draft.checklist == {"problem": {"answer": "yes", "note": "звонил"}}

    sent = {**checklist(), "evidence": "measured", "decision": "published", "decide": "1"}
    refused = client.post(page, {**sent, "answer_money": "no", "seen": practice.saving})
    assert refused.status_code == 422
    assert "Сходятся ли стоимость" in refused.content.decode()
    assert Review.objects.get().checklist["money"]["answer"] == "no"  # nothing typed is lost

    done = client.post(page, {**sent, "seen": practice.saving})
    assert done.status_code == 302
    practice.refresh_from_db()
    assert practice.state == PracticeState.PUBLISHED
    shown = client.get(f"/practices/{practice.pk}/").content.decode()
    assert "Хәйруллин Марат Һиҙиәт улы" in shown


def test_the_author_reads_remarks_and_a_stranger_does_not(cast: Cast, signed_in: Any) -> None:
    practice = published_practice(cast)
    page = f"/practices/desk/{practice.pk}/"
    reviewer = signed_in(cast.nina)
    reviewer.post(f"{page}taking/")
    reviewer.post(
        page,
        {"decision": "returned", "remarks": "Цены выросли вдвое.", "field_money": "Новая смета",
         "decide": "1", "seen": practice.saving},
    )  # fmt: skip
    address = f"/practices/{practice.pk}/"

    author = signed_in(cast.ramilya).get(f"{address}draft/").content.decode()
    stranger = signed_in(cast.vera).get(address)

    assert ("Цены выросли вдвое." in author, "Новая смета" in author) == (True, True)
    assert stranger.status_code == 200  # what stood in the library stands
    assert "Цены выросли" not in stranger.content.decode()


def test_of_a_withdrawn_practice_everybody_reads_title_day_and_reason(
    cast: Cast, signed_in: Any, client: Any
) -> None:
    practice = published_practice(cast)
    address = f"/practices/{practice.pk}/"

    signed_in(cast.ramilya).post(f"{address}withdrawal/", {"reason": "Родник закрыт."})

    page = client.get(address)
    text = page.content.decode()
    assert page.status_code == 410
    assert (PASSPORT.title in text, "Родник закрыт." in text) == (True, True)
    assert PASSPORT.problem not in text
    signed_in(cast.ramilya).post(f"{address}returning/")
    assert client.get(address).status_code == 200


def test_a_collection_in_two_steps(cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.nina)
    data = write_xlsx(workbook([Entry(PASSPORT)]))

    sent = client.post("/practices/collections/", {"file": SimpleUploadedFile("свод.xlsx", data)})
    page = client.get(sent["Location"])
    assert (Practice.objects.count(), PASSPORT.title in page.content.decode()) == (0, True)

    client.post(f"{sent['Location']}application/", {"send": "1"})
    client.post(f"{sent['Location']}application/", {"send": "1"})
    practice = Practice.objects.get()
    assert (practice.state, practice.author) == (PracticeState.SENT, cast.nina)
    client.post(f"{sent['Location']}withdrawal/")
    assert Practice.objects.count() == 0
    assert ImportBatch.objects.get().outcome["taken_back"] == 1


def test_a_file_that_is_none_of_these_is_refused_in_words(cast: Cast, signed_in: Any) -> None:
    sent = signed_in(cast.nina).post(
        "/practices/collections/", {"file": SimpleUploadedFile("фото.zip", b"PK\3\4 broken")}
    )

    assert (sent.status_code, list(sent.context["form"].errors)) == (422, ["file"])
    assert ImportBatch.objects.count() == 0


def test_open_lists_and_the_public_workbook_carry_no_contact(
    cast: Cast, signed_in: Any, client: Any
) -> None:
    practice = published_practice(cast)
    book = client.get(f"/practices/{practice.pk}/passport.xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(book)).worksheets[0]
    told = json.loads(b"".join(client.get("/practices/practices.json").streaming_content))
    table = b"".join(client.get("/practices/practices.csv").streaming_content).decode()
    listed = client.get("/practices/practices.xlsx").content

    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert PASSPORT.title in cells
    assert not any("8 900" in cell for cell in cells)
    assert [one["title"] for one in told["practices"]] == [PASSPORT.title]
    assert "contact" not in told["practices"][0]
    assert table.splitlines()[1].startswith(f"{practice.pk},{PASSPORT.title},")
    assert openpyxl.load_workbook(io.BytesIO(listed)).worksheets[0]["H2"].value == 120000.5

    keeper = signed_in(cast.nina).get("/practices/library.xlsx").content
    kept = openpyxl.load_workbook(io.BytesIO(keeper)).worksheets[0]
    assert "8 900" in str([cell.value for row in kept for cell in row])
    assert AccessRecord.objects.filter(person=cast.nina, act="export").count() == 1

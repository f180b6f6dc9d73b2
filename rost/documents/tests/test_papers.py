"""Papers in hands: printed, printed again with a reason, taken by the holder, revoked; the log."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from pypdf import PdfReader

from conftest import NOW
from rost.directory.models import AccessRecord, DestructionAct
from rost.documents.actions.handling import ReasonNeeded, note, note_many
from rost.documents.actions.revoking import revoke
from rost.documents.models import Handling
from rost.documents.queries.numbers import label_of
from rost.documents.tests.stage import issue_to, make_scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(cast: Any) -> Any:
    return make_scene(cast)


def acts_of(document: Any) -> list[tuple[str, str]]:
    return list(document.handling.order_by("id").values_list("act", "reason"))


def words_of(data: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def test_a_second_print_asks_for_a_reason(scene: Any) -> None:
    document, by = scene.document, scene.cast.guzel
    facts: dict[str, Any] = {"kind": "certificate", "rows": 1, "by": by, "document": document}
    note(act="printed", now=NOW, **facts)

    with pytest.raises(ReasonNeeded):
        note(act="printed", now=NOW, **facts)
    note(act="printed", now=NOW, reason="потерян", **facts)

    assert acts_of(document) == [("issued", ""), ("printed", ""), ("reprinted", "потерян")]


def test_a_second_letter_is_sent_again(scene: Any) -> None:
    for _ in range(2):
        note_many(act="sent", documents=[scene.document], by=None, now=NOW)

    assert [act for act, _ in acts_of(scene.document)] == ["issued", "sent", "sent_again"]


def test_a_batch_done_twice_writes_its_lines_once(scene: Any) -> None:
    documents = [issue_to(None, about=f"r:{n}", space=scene.space) for n in range(3)]
    for _ in range(2):
        note_many(act="printed", documents=documents, by=None, now=NOW, about="documents.batch:7")

    assert Handling.objects.filter(act="printed").count() == 3


def test_lines_of_many_take_two_queries(scene: Any, django_assert_num_queries: Any) -> None:
    documents = [issue_to(None, about=f"r:{n}", space=scene.space) for n in range(20)]

    with django_assert_num_queries(2 + 2):  # and a savepoint
        note_many(act="printed", documents=documents, by=None, now=NOW)


def test_papers_without_numbers_are_printed_again_by_part(scene: Any) -> None:
    for about in ("№ 1–40", "№ 41–80", "№ 1–40"):
        note(kind="badge", act="printed", rows=40, by=None, now=NOW, space=scene.space, about=about)

    lines = Handling.objects.filter(kind="badge").order_by("id").values_list("act", flat=True)
    assert list(lines) == ["printed", "printed", "reprinted"]


def test_the_holder_takes_the_own_paper(scene: Any, signed_in: Any) -> None:
    address = reverse("documents:document_file", args=[scene.document.code])

    answer = signed_in(scene.cast.ramilya).get(address)

    assert answer["Content-Type"] == "application/pdf"
    assert "СУ-2020-0001" in words_of(answer.content)
    line = scene.document.handling.get(act="downloaded")
    assert (line.by, line.by_name, line.about) == (None, "", "holder")
    assert not AccessRecord.objects.exists()


def test_an_organiser_takes_it_and_that_is_noted(scene: Any, signed_in: Any) -> None:
    address = reverse("documents:document_file", args=[scene.document.code])

    signed_in(scene.cast.guzel).get(address)

    assert scene.document.handling.get(act="downloaded").by == scene.cast.guzel
    record = AccessRecord.objects.get()
    assert (record.act, record.register, record.rows) == ("export", "documents.documents", 1)
    assert signed_in(scene.cast.vera).get(address).status_code == 404


def test_printing_from_the_page_of_the_document(scene: Any, signed_in: Any) -> None:
    client, code = signed_in(scene.cast.guzel), scene.document.code
    address = reverse("documents:document_printing", args=[code])

    first = client.post(address, {"reason": ""})
    again = client.post(address, {"reason": ""})
    third = client.post(address, {"reason": "залит чаем"})

    assert (first.status_code, again.status_code, third.status_code) == (200, 422, 200)
    assert third["Content-Type"] == "application/pdf"
    assert acts_of(scene.document)[1:] == [("printed", ""), ("reprinted", "залит чаем")]
    assert AccessRecord.objects.filter(act="print").count() == 2


def test_revoking_from_the_page_asks_why_and_ends_printing(scene: Any, signed_in: Any) -> None:
    client, code = signed_in(scene.cast.guzel), scene.document.code
    address = reverse("documents:document_revocation", args=[code])

    silent = client.post(address, {"why": " "})
    client.post(address, {"why": "не был на форуме"})

    scene.document.refresh_from_db()
    assert silent.status_code == 422
    assert scene.document.revoked_why == "не был на форуме"
    for name in ("document_file", "document_printing"):
        path = reverse(f"documents:{name}", args=[code])
        answer = client.get(path) if name == "document_file" else client.post(path)
        assert answer.status_code == 409
    page = client.get(reverse("documents:document", args=[code]))
    assert "не был на форуме" in page.content.decode()


def test_my_documents_are_mine(scene: Any, signed_in: Any) -> None:
    revoke(document=scene.document, why="ошибка", by=None, now=NOW)
    second = issue_to(scene.cast.ramilya, space=scene.space)
    address = reverse("documents:mine")

    own = signed_in(scene.cast.ramilya).get(address).content.decode()
    other = signed_in(scene.cast.vera).get(address).content.decode()

    assert label_of(scene.document) in own
    assert reverse("documents:document_file", args=[second.code]) in own
    assert reverse("documents:document_file", args=[scene.document.code]) not in own
    assert "СУ-2020" not in other


def test_the_log_shows_who_did_what_and_no_holder(scene: Any, signed_in: Any) -> None:
    note(
        kind="sign_in_sheet",
        act="printed",
        rows=40,
        by=scene.cast.guzel,
        now=NOW + timedelta(hours=1),
        space=scene.space,
        about="Пленарное заседание",
    )
    client, address = signed_in(scene.cast.guzel), reverse("documents:log", args=[scene.space])

    page = client.get(address).content.decode()
    sheets = client.get(address, {"kind": "sign_in_sheet"}).content.decode()

    assert "СУ-2020-0001" in page
    assert scene.cast.guzel.full_name in page
    assert "Ахметова" not in page
    assert "СУ-2020-0001" not in sheets


def test_the_log_of_another_forum_is_not_there(scene: Any, signed_in: Any) -> None:
    client = signed_in(scene.cast.guzel)

    assert client.get(reverse("documents:log", args=["forum.edition:999"])).status_code == 404


def test_an_act_of_destruction_is_printed(scene: Any, signed_in: Any) -> None:
    DestructionAct.objects.create(
        number=3,
        at=NOW,
        by=scene.cast.alsu,
        by_name=scene.cast.alsu.full_name,
        reason="request",
        totals={"documents.documents": 12},
    )
    address = reverse("documents:act_file", args=[3])

    answer = signed_in(scene.cast.alsu).get(address)

    text = words_of(answer.content)
    assert scene.cast.alsu.full_name in text
    assert "12" in text
    assert signed_in(scene.cast.guzel).get(address).status_code == 404

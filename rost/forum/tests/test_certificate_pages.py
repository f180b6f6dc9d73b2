"""The desk of certificates, and what a participant sees of their own."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest

from conftest import Cast
from rost.channels.models import Message
from rost.directory.models import AccessRecord
from rost.documents import tasks
from rost.documents.models import Batch, Document
from rost.forum.actions.attendance import void_mark
from rost.forum.actions.certificates import (
    send_certificates,
)
from rost.forum.models import AttendanceRules, Edition, Mark
from rost.forum.queries.attendance import rules_row
from rost.forum.queries.certificates import certificates_of, own_of
from rost.forum.tests.after_stage import AFTER, After, issue_all, make_after
from rost.forum.tests.stage import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def after(cast: Cast) -> After:
    return make_after(cast)


def test_the_page_shows_everybody_and_why(after: After, cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.guzel)

    ready = client.get("/en/forum/2020/desk/certificates/").content.decode()
    few = client.get("/en/forum/2020/desk/certificates/?state=few_hours").content.decode()

    assert "Ахметова Рамиля Айратовна" in ready
    assert "Issue all 2 certificates" in ready
    assert "Ёлкина Вера" not in ready
    assert "Ёлкина Вера" in few
    assert "too few hours: 1 is needed" in few
    assert [one.rows for one in AccessRecord.objects.filter(act="view")] == [1, 2]


def test_what_is_ticked_goes_into_the_background(after: After, cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.guzel)

    answer = client.post(
        "/forum/2020/desk/certificates/issuing/",
        {"registration": [after.ildar.pk, after.vera.pk], "send": "on"},
    )

    batch = Batch.objects.get()
    assert answer.headers["Location"] == f"/documents/batches/{batch.pk}/"
    assert tasks.attempt(batch.pk, now=AFTER) == "done"
    assert [one.holder_id for one in Document.objects.all()] == [cast.ildar.pk]
    assert Message.objects.filter(person=cast.ildar).count() == 1


def test_nothing_ticked_begins_nothing(after: After, cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.guzel)
    for part in ("issuing", "sending", "printing"):
        answer = client.post(f"/forum/2020/desk/certificates/{part}/")

        assert answer.headers["Location"] == "/forum/2020/desk/certificates/"
    assert Batch.objects.count() == 0


def test_a_second_sending_asks_why_first(after: After, cast: Cast, signed_in: Any) -> None:
    issue_all(after, cast)
    send_certificates(
        edition=after.edition, documents=certificates_of(after.edition), by=None, now=AFTER
    )
    client = signed_in(cast.guzel)
    sent = {"registration": [after.ildar.pk]}

    asked = client.post("/forum/2020/desk/certificates/sending/", sent)
    answered = client.post("/forum/2020/desk/certificates/sending/", sent | {"why": "не дошло"})

    assert asked.status_code == 409
    assert f'<input type="hidden" name="registration" value="{after.ildar.pk}">' in (
        asked.content.decode()
    )
    assert answered.headers["Location"] == f"/documents/batches/{Batch.objects.get().pk}/"


def test_one_is_looked_at_before_it_is_issued(after: After, cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.guzel)

    paper = client.get(f"/forum/2020/desk/certificates/{after.ramilya.pk}/preview/")
    none = client.get(f"/forum/2020/desk/certificates/{after.vera.pk}/preview/")

    assert paper.headers["Content-Disposition"].startswith("inline")
    assert "Ахметова" in pypdf.PdfReader(io.BytesIO(paper.content)).pages[0].extract_text()
    assert none.status_code == 404
    assert Document.objects.count() == 0


def test_revoking_asks_for_a_reason(after: After, cast: Cast, signed_in: Any) -> None:
    issue_all(after, cast)
    paper = Document.objects.get(holder=cast.ildar)
    client, path = signed_in(cast.guzel), f"/forum/2020/desk/certificates/{paper.pk}/revocation/"

    empty = client.post(path, {"why": " "})
    done = client.post(path, {"why": "ошибка"})

    assert empty.status_code == 422
    assert done.headers["Location"] == "/forum/2020/desk/certificates/"
    paper.refresh_from_db()
    assert paper.revoked_why == "ошибка"


@pytest.mark.parametrize("page", ["of the desk", "of documents"])
def test_whichever_page_revokes_the_holder_is_told_and_the_log_has_its_line(
    after: After, cast: Cast, signed_in: Any, page: str
) -> None:
    issue_all(after, cast)
    paper = Document.objects.get(holder=cast.ildar)
    AccessRecord.objects.all().delete()
    path = {
        "of the desk": f"/forum/2020/desk/certificates/{paper.pk}/revocation/",
        "of documents": f"/documents/issued/{paper.code}/revocation/",
    }[page]

    answer = signed_in(cast.guzel).post(path, {"why": "ошибка в имени"})

    assert answer.status_code == 302
    line = AccessRecord.objects.get()
    assert (line.person, line.register, line.rows) == (cast.guzel, "documents.documents", 1)
    assert line.about == after.edition.space
    assert "ошибка в имени" in Message.objects.get().body


def test_hours_changed_since_are_listed_and_issued_anew(
    after: After, cast: Cast, signed_in: Any
) -> None:
    issue_all(after, cast)
    last = Mark.objects.filter(registration=after.ramilya).latest("at")
    void_mark(mark=last, why="не тот", by=cast.guzel, now=AFTER)
    client, desk = signed_in(cast.guzel), "/en/forum/2020/desk/certificates/"

    shown = client.get(f"{desk}?state=changed").content.decode()
    asked = client.post(f"{desk}renewal/", {"every": "1", "wording": "with_name"})
    begun = client.post(
        f"{desk}renewal/", {"every": "1", "wording": "with_name", "why": "уточнены отметки"}
    )

    assert "Ахметова Рамиля Айратовна" in shown
    assert "hours in it: 6" in shown
    assert cast.ildar.surname not in shown
    assert "Revoke and issue anew 1 certificate" in shown
    assert asked.status_code == 409
    assert '<input type="hidden" name="wording" value="with_name">' in asked.content.decode()
    batch = Batch.objects.get()
    assert begun.headers["Location"] == f"/en/documents/batches/{batch.pk}/"
    assert tasks.attempt(batch.pk, now=AFTER) == "done"
    batch.refresh_from_db()
    assert batch.note == "Revoked and issued anew: 1."
    assert "hours in it" not in client.get(f"{desk}?state=issued").content.decode()


def test_hours_that_have_not_changed_are_not_issued_anew(
    after: After, cast: Cast, signed_in: Any
) -> None:
    issue_all(after, cast)

    answer = signed_in(cast.guzel).post(
        "/forum/2020/desk/certificates/renewal/",
        {"registration": [after.ramilya.pk], "why": "просто так"},
    )

    assert answer.headers["Location"] == "/forum/2020/desk/certificates/"
    assert Batch.objects.count() == 0


def test_emptying_hours_that_are_shared_by_day_is_refused_in_words(
    after: After, cast: Cast, signed_in: Any
) -> None:
    Edition.objects.filter(pk=after.edition.pk).update(participation_hours=15)
    AttendanceRules.objects.create(edition=after.edition, basis="days")
    client, path = signed_in(cast.guzel), "/en/forum/2020/desk/edition/"
    form = client.get(path).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}

    answer = client.post(path, typed | {"participation_hours": "", "contact": "приёмная"})

    assert answer.status_code == 422
    assert "this forum counts hours by day" in answer.content.decode()
    assert 'value="приёмная"' in answer.content.decode()
    assert Edition.objects.get(pk=after.edition.pk).participation_hours == 15


def test_a_participant_sees_where_they_were_and_the_certificate(
    after: After, cast: Cast, signed_in: Any
) -> None:
    issue_all(after, cast)
    paper = Document.objects.get(holder=cast.ramilya)
    client = signed_in(cast.ramilya)

    shown = client.get("/en/forum/2020/registration/").content.decode()
    mine = client.get("/en/my/").content.decode()

    for title in ("Открытие форума", "Бюджет поселения", "Итоги"):
        assert title in shown
    for page in (shown, mine):
        assert "6\u00a0academic hours" in page
        assert f"/en/documents/issued/{paper.code}/file/" in page
    assert "Write to the organisers" in shown


def test_before_the_first_day_there_is_nothing_to_say(after: After) -> None:
    assert own_of(after.ramilya, at(17, 12), language="ru") is None


def test_somebody_with_too_few_hours_is_told_how_many_are_needed(
    after: After, cast: Cast, signed_in: Any
) -> None:
    shown = signed_in(cast.vera).get("/en/forum/2020/registration/").content.decode()

    assert "You came to the forum." in shown
    assert "A certificate needs 1 hour." in shown


RULES = {
    "basis": "sessions",
    "share_percent": "50",
    "hour_minutes": "45",
    "least_hours": "2",
    "signatory_post": "Директор",
    "signatory_name": "И.О. Фамилия",
}
RULES_PAGE = "/en/forum/2020/desk/certificates/rules/"


def test_the_rules_are_set_on_their_page(after: After, cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.guzel)

    answer = client.post(RULES_PAGE, RULES)

    assert answer.headers["Location"] == "/en/forum/2020/desk/certificates/"
    shown = client.get("/en/forum/2020/desk/certificates/").content.decode()
    assert "whoever has 2 hours or more" in shown
    assert "Директор И.О. Фамилия" in shown


def test_counting_by_day_without_hours_is_refused_in_words(
    after: After, cast: Cast, signed_in: Any
) -> None:
    answer = signed_in(cast.guzel).post(RULES_PAGE, RULES | {"basis": "days"})

    assert answer.status_code == 422
    assert "first say how many hours of participation the whole forum has" in (
        answer.content.decode()
    )
    assert 'value="Директор"' in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [("share_percent", "0"), ("share_percent", "101"), ("hour_minutes", "5"), ("basis", "weeks"),
     ("least_hours", "-1"), ("least_hours", "много")],
)  # fmt: skip
def test_rules_out_of_sense_are_not_saved(
    after: After, cast: Cast, signed_in: Any, field: str, value: str
) -> None:
    answer = signed_in(cast.guzel).post(RULES_PAGE, RULES | {field: value})

    assert answer.status_code == 422
    assert rules_row(after.edition).pk is None


def test_numbers_of_other_forums_are_nobodys_here(after: After, cast: Cast, signed_in: Any) -> None:
    """Ticked numbers come from the page; whatever else is sent leads to nobody."""
    client = signed_in(cast.guzel)
    client.post("/forum/2020/desk/certificates/issuing/", {"registration": ["999999", "x", "-1"]})

    assert tasks.attempt(Batch.objects.get().pk, now=AFTER) == "done"
    assert Document.objects.count() == 0
    assert client.get("/forum/2020/desk/certificates/999999/preview/").status_code == 404
    assert client.get("/forum/2020/desk/certificates/999999/revocation/").status_code == 404
    for page in ("preview", "revocation"):
        path = f"/forum/2020/desk/certificates/{10**20 - 1}/{page}/"
        assert client.get(path).status_code == 404

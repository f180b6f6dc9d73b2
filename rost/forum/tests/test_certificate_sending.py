"""Certificates sent, revoked, printed: once by itself, again with a reason, each with its line."""

from __future__ import annotations

import io
from datetime import timedelta

import pypdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import Cast
from rost.channels.models import Message
from rost.directory.models import AccessRecord
from rost.documents import tasks
from rost.documents.actions.revoking import revoke
from rost.documents.models import Document, Handling
from rost.forum.actions.certificates import (
    certificates_to_print,
    open_printing,
    send_certificates,
)
from rost.forum.queries.certificates import certificates_of
from rost.forum.tests.after_stage import AFTER, After, ask, issue_all, make_after
from rost.forum.tests.registration_stage import make_people

pytestmark = pytest.mark.django_db


@pytest.fixture
def after(cast: Cast) -> After:
    return make_after(cast)


def test_each_is_sent_once_and_again_only_with_a_reason(after: After, cast: Cast) -> None:
    issue_all(after, cast)
    papers = certificates_of(after.edition)
    send_certificates(edition=after.edition, documents=papers, by=cast.guzel, now=AFTER)

    quiet = send_certificates(
        edition=after.edition, documents=papers, by=cast.guzel, now=AFTER + timedelta(hours=1)
    )
    again = send_certificates(
        edition=after.edition,
        documents=papers,
        by=cast.guzel,
        now=AFTER + timedelta(hours=2),
        why="не дошло",
    )

    assert (quiet.told, quiet.passed) == (0, 2)
    assert again.told == 2
    assert Message.objects.filter(person=cast.ramilya).count() == 2
    lines = Handling.objects.filter(document__holder=cast.ramilya, act__startswith="sent")
    assert sorted(lines.values_list("act", "reason")) == [("sent", ""), ("sent_again", "не дошло")]
    sent = AccessRecord.objects.filter(register="forum.certificates", act="send")
    assert [one.rows for one in sent] == [2, 2]


def test_the_message_leads_to_the_file_and_says_where_it_is_checked(
    after: After, cast: Cast
) -> None:
    issue_all(after, cast)
    paper = Document.objects.get(holder=cast.ramilya)

    send_certificates(edition=after.edition, documents=[paper], by=cast.guzel, now=AFTER)

    message = Message.objects.get(person=cast.ramilya)
    assert message.path == f"/documents/issued/{paper.code}/file/"
    assert paper.content["check_address"] in message.body
    assert "СУ-2020-000" in message.body


def test_a_sending_done_twice_by_two_workers_tells_nobody_twice(after: After, cast: Cast) -> None:
    issue_all(after, cast)
    papers = certificates_of(after.edition)
    send_certificates(edition=after.edition, documents=papers, by=cast.guzel, now=AFTER)
    for _worker in range(2):
        send_certificates(
            edition=after.edition,
            documents=papers,
            by=cast.guzel,
            now=AFTER,
            why="ещё раз",
            occasion="documents.batch:9",
        )

    assert Message.objects.filter(person=cast.ramilya).count() == 2
    assert Handling.objects.filter(document__holder=cast.ramilya, act="sent_again").count() == 1


def test_whoever_holds_a_revoked_certificate_is_told_why(after: After, cast: Cast) -> None:
    issue_all(after, cast)
    paper = Document.objects.get(holder=cast.ildar)

    revoke(document=paper, why="ошибка в имени", by=cast.guzel, now=AFTER)

    assert "ошибка в имени" in Message.objects.get(person=cast.ildar).body
    assert [one.holder_id for one in certificates_of(after.edition)] == [cast.ramilya.pk]
    assert issue_all(after, cast).made == 1
    assert Document.objects.filter(holder=cast.ildar).count() == 2


def test_whoever_had_one_revoked_gets_another_only_by_name(after: After, cast: Cast) -> None:
    issue_all(after, cast)
    paper = Document.objects.get(holder=cast.ildar)
    revoke(document=paper, why="чужой бейдж", by=cast.guzel, now=AFTER)

    everybody_ready = ask(after, cast)
    tasks.attempt(everybody_ready.pk, now=AFTER)
    assert Document.objects.count() == 2
    by_name = ask(after, cast, registrations=[after.ildar.pk])
    tasks.attempt(by_name.pk, now=AFTER)

    assert Document.objects.filter(holder=cast.ildar, revoked_at__isnull=True).count() == 1


def test_all_in_one_file_with_a_line_for_each(after: After, cast: Cast) -> None:
    issue_all(after, cast)
    papers = list(certificates_of(after.edition).values_list("pk", flat=True))

    made, number = certificates_to_print(
        edition=after.edition, documents=papers, language="ru", by=cast.guzel, now=AFTER
    )

    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    assert (number, len(pages)) == (2, 2)
    assert "Ахметова" in pages[0].extract_text()
    assert Handling.objects.filter(act="printed").count() == 2
    assert AccessRecord.objects.get(act="print").rows == 2


def test_a_second_printing_in_the_background_needs_a_reason(after: After, cast: Cast) -> None:
    issue_all(after, cast)
    papers = list(certificates_of(after.edition).values_list("pk", flat=True))
    outcomes = []
    for why in ("", "", "испорчен лист"):
        (batch,) = open_printing(
            edition=after.edition,
            documents=papers,
            why=why,
            by=cast.guzel,
            interface="ru",
            now=AFTER,
        )
        outcomes.append(tasks.attempt(batch.pk, now=AFTER))

    assert outcomes == ["done", "failed", "done"]
    assert (
        list(Handling.objects.filter(act="reprinted").values_list("reason", flat=True))
        == ["испорчен лист"] * 2
    )


def test_a_file_for_each_language(after: After, cast: Cast) -> None:
    cast.ildar.language = "ba"
    cast.ildar.save()
    issue_all(after, cast)
    papers = certificates_of(after.edition).values_list("pk", flat=True)

    batches = open_printing(
        edition=after.edition, documents=papers, why="", by=cast.guzel, interface="ru", now=AFTER
    )

    assert [one.wanted["language"] for one in batches] == ["ba", "ru"]


def test_printing_takes_the_same_queries_for_each_hundred(after: After, cast: Cast) -> None:
    people = make_people(200)
    rows = [after.doors.registered(one) for one in people]
    for row in rows:
        after.sign(row, after.sessions[0])
    issue_all(after, cast)
    papers = list(certificates_of(after.edition).values_list("pk", flat=True))

    def queries(number: int, why: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            certificates_to_print(
                edition=after.edition,
                documents=papers[:number],
                language="ru",
                by=cast.guzel,
                now=AFTER,
                why=why,
            )
        return len(seen)

    one, hundred, two_hundred = queries(1, "а"), queries(100, "б"), queries(200, "в")

    assert hundred - one <= 1  # SQLite takes a long insertion in two
    assert two_hundred - hundred <= 8

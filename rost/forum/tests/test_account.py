"""The account of an edition: the same figures on the page, in the PDF and in the spreadsheet."""

from __future__ import annotations

import io
import re
from typing import Any

import openpyxl
import pypdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from conftest import NOW, Cast
from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.documents.actions.revoking import revoke
from rost.documents.models import Handling
from rost.forum.actions.certificates import (
    issue_certificates,
    send_certificates,
    set_certificate_rules,
)
from rost.forum.actions.totals import freeze_totals
from rost.forum.messages.account import account_content
from rost.forum.models import EditionTotals, Mark, Registration
from rost.forum.queries.account import account_of, figures_of, rows_of, verify
from rost.forum.queries.certificates import certificates_of
from rost.forum.rules.account import count, dump, load
from rost.forum.tests.after_stage import AFTER, After, make_after
from rost.forum.tests.registration_stage import make_people
from rost.forum.tests.stage import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def after(cast: Cast) -> After:
    return make_after(cast)


def issued(after: After, cast: Cast) -> None:
    everybody = Registration.objects.filter(edition=after.edition)
    issue_certificates(edition=after.edition, registrations=everybody, by=cast.guzel, now=AFTER)


def test_the_figures_are_those_of_the_rows(after: After, cast: Cast) -> None:
    issued(after, cast)
    (first, second) = certificates_of(after.edition)
    send_certificates(edition=after.edition, documents=[first], by=cast.guzel, now=AFTER)
    revoke(document=second, why="ошибка", by=cast.guzel, now=AFTER)

    account = account_of(after.edition)

    figures, papers = account.figures, account.figures.certificates
    assert account.faults == ()
    assert (figures.invited, figures.registered, figures.guests) == (2, 4, 1)
    assert (figures.waiting, figures.cancelled) == (1, 1)
    assert (figures.came, figures.hours) == (3, 8)
    assert [one.came for one in figures.days] == [3, 1]
    assert [(one.name, one.seats, one.came) for one in figures.sessions] == [
        ("Открытие форума", 300, 2),
        ("Бюджет поселения", 40, 1),
        ("Итоги", 300, 1),
    ]
    assert [
        (one.name, one.registered, one.came, one.certificates) for one in figures.districts
    ] == [
        ("Абзелиловский район", 2, 2, 1),
        ("Белорецкий район", 1, 1, 0),
        ("город Уфа", 1, 0, 0),
        ("", 0, 0, 0),
    ]
    assert (papers.issued, papers.in_force, papers.revoked, papers.sent) == (2, 1, 1, 1)
    assert papers.hours == 6


def test_a_voided_mark_is_no_mark(after: After) -> None:
    Mark.objects.filter(registration=after.vera).update(voided_at=AFTER, voided_why="не тот")

    assert figures_of(after.edition).came == 2


def test_whoever_came_without_a_seat_is_counted_and_named_apart(after: After) -> None:
    after.come_in(after.nina, at(19, 9))

    figures = figures_of(after.edition)

    assert (figures.came, figures.came_without_seat) == (4, 1)
    assert verify(figures, rows_of(after.edition)) == ()


def test_a_marked_spare_badge_of_nobody_is_counted_apart(after: After) -> None:
    badge = after.doors.badge()
    known = Mark.objects.filter(registration=after.vera).values().get()
    Mark.objects.create(**known | {"id": "6f1d0000-0000-4000-8000-000000000001",
                                   "registration_id": None, "badge_id": badge.pk})  # fmt: skip

    figures = figures_of(after.edition)

    assert (figures.came, figures.strangers) == (3, 1)


def test_hours_by_day_share_the_hours_of_the_forum(after: After) -> None:
    after.edition.participation_hours = 15
    after.edition.save()
    set_certificate_rules(
        edition=after.edition,
        basis="days",
        least_hours=1,
        share_percent=50,
        hour_minutes=45,
        signatory_post="",
        signatory_name="",
    )

    account = account_of(after.edition)

    assert account.figures.hours == 15 + 7 + 7
    assert account.faults == ()


def test_no_more_queries_for_five_hundred_people(after: After) -> None:
    figures_of(after.edition)  # the published programme is decoded once a process
    with CaptureQueriesContext(connection) as few:
        account_of(after.edition)
    people = make_people(500, home=after.ramilya.person.home)
    rows = [
        Registration(
            edition=after.edition, person=one, category=after.doors.category, status="confirmed",
            district=after.ramilya.district, queued_at=NOW, changed_at=NOW,
        )
        for one in people
    ]  # fmt: skip
    for row in Registration.objects.bulk_create(rows)[:40]:
        after.come_in(row, at(18, 9))

    with CaptureQueriesContext(connection) as many:
        account = account_of(after.edition)

    assert len(many) == len(few)
    assert len(many) <= 12
    assert (account.figures.registered, account.figures.came) == (504, 43)


def test_page_pdf_and_spreadsheet_say_the_same(after: After, cast: Cast, signed_in: Any) -> None:
    issued(after, cast)
    client = signed_in(cast.guzel)
    content = account_content(after.edition, account_of(after.edition), language="ru", now=AFTER)

    shown = client.get("/forum/2020/desk/account/").content.decode()
    pdf = client.get("/forum/2020/desk/account/file/pdf/").content
    book = openpyxl.load_workbook(
        io.BytesIO(client.get("/forum/2020/desk/account/file/xlsx/").content), data_only=False
    )

    text = plain(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages))
    figures = {row[0].value: row[1].value for row in book.worksheets[0].iter_rows(min_row=2)}
    for name, number in content.figures:
        assert f"<div><dt>{name}</dt><dd>{number}</dd></div>" in shown
        assert figures[name] == number
        assert plain(f"{number}{name}") in text
    for table, sheet in zip(content.tables, book.worksheets[1:], strict=False):
        rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=2)]
        assert rows[:-1] == [tuple(row) for row in table.rows]
        for row in table.rows:
            assert plain("".join(map(str, row))) in text


def plain(text: str) -> str:
    """Without what a line end may bring or take away."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


def test_neither_page_nor_files_name_anybody(after: After, cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.guzel)

    shown = client.get("/forum/2020/desk/account/").content.decode()
    book = openpyxl.load_workbook(
        io.BytesIO(client.get("/forum/2020/desk/account/file/xlsx/").content)
    )

    cells = " ".join(str(cell) for sheet in book for row in sheet.values for cell in row)
    for person in (cast.ramilya, cast.ildar, cast.vera, cast.nina):
        assert person.surname not in shown
        assert person.surname not in cells
    assert list(AccessRecord.objects.filter(register="forum.account")) == []
    assert Handling.objects.get(kind="edition_account").about == "xlsx"


def test_what_does_not_agree_is_said(after: After, cast: Cast, signed_in: Any) -> None:
    issued(after, cast)
    Mark.objects.filter(registration=after.ildar).update(voided_at=AFTER, voided_why="не тот")

    with override("en"):
        shown = signed_in(cast.guzel).get("/en/forum/2020/desk/account/").content.decode()

    assert "Some figures do not agree." in shown
    assert "Certificates in force of people without a single mark: 1." in shown


def test_certificates_with_other_hours_than_the_marks_are_said(
    after: After, cast: Cast, signed_in: Any
) -> None:
    issued(after, cast)
    last = Mark.objects.filter(registration=after.ramilya).latest("at")
    Mark.objects.filter(pk=last.pk).update(voided_at=AFTER, voided_why="не тот")

    shown = signed_in(cast.guzel).get("/en/forum/2020/desk/account/").content.decode()

    assert (
        "Certificates in force with other hours than the marks: 1. "
        "They say 6, the marks come to 4." in shown
    )


def test_an_agreement_is_said(after: After, cast: Cast, signed_in: Any) -> None:
    shown = signed_in(cast.guzel).get("/en/forum/2020/desk/account/").content.decode()

    assert "All figures agree" in shown


def test_frozen_figures_stay_as_they_were(after: After, cast: Cast, signed_in: Any) -> None:
    before = figures_of(after.edition)
    freeze_totals(edition=after.edition, now=AFTER)
    after.come_in(after.marat, at(19, 9))
    freeze_totals(edition=after.edition, now=at(21, 9))

    assert load(EditionTotals.objects.get().figures) == before
    assert EditionTotals.objects.get().frozen_at == AFTER
    assert figures_of(after.edition) == before
    shown = signed_in(cast.guzel).get("/en/forum/2020/desk/account/").content.decode()
    assert "These figures are frozen." in shown


def test_figures_survive_the_database(after: After) -> None:
    figures = count(rows_of(after.edition))
    row = EditionTotals.objects.create(
        edition=after.edition, figures=dump(figures), frozen_at=AFTER
    )
    row.refresh_from_db()

    assert load(row.figures) == figures


def test_an_edition_without_anything_has_an_account_of_zeros(cast: Cast) -> None:
    from rost.forum.tests.registration_stage import make_edition

    account = account_of(make_edition())

    assert (account.figures.registered, account.figures.came, account.faults) == (0, 0, ())


def test_who_opens_the_account_of_totals_leaves_no_line_about_people(
    after: After, cast: Cast, signed_in: Any
) -> None:
    record_access(person=cast.guzel, act="view", register="forum.people", rows=1, now=AFTER)

    signed_in(cast.nina).get("/forum/2020/desk/account/")

    assert AccessRecord.objects.filter(person=cast.nina).count() == 0

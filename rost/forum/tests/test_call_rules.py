"""Files by what they hold, criteria by their weights, time by whole days."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from conftest import NOW, Cast
from rost.catalogue.forms.passport import MoneyField
from rost.core.files import kind_of
from rost.core.passport import Money, Passport
from rost.forum.actions.call import CriteriaInUse, set_criteria
from rost.forum.models import Review
from rost.forum.rules.call import (
    DEFAULT_CRITERIA,
    Criterion,
    criteria_from,
    days_left,
    stored_criteria,
)

from .call_stage import a_draft, open_call
from .registration_stage import make_edition


def package(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name in names:
            file.writestr(name, "…")
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("письмо.PDF", b"%PDF-1.7 ...", ".pdf"),
        ("фото.jpg", b"\xff\xd8\xff\xe0", ".jpg"),
        ("смета.xlsx", package("xl/workbook.xml"), ".xlsx"),
        ("письмо.pdf", b"MZ\x90\x00", None),
        ("фото.jpg", b"<script>", None),
        ("смета.xlsx", package("word/document.xml"), None),
        ("смета.docx", package("word/document.xml", "word/vbaProject.bin"), None),
        ("смета.docx", b"PK\x03\x04 and then nothing", None),
        ("страница.html", b"<p>", None),
        ("pdf", b"%PDF-", None),
    ],
)
def test_a_file_is_what_it_begins_with(name: str, content: bytes, kind: str | None) -> None:
    assert kind_of(name, content) == kind


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(days=3, hours=1), (3, 0, 0)),
        (timedelta(days=2), (2, 0, 0)),
        (timedelta(days=2, seconds=-1), (0, 47, 0)),
        (timedelta(minutes=59), (0, 0, 59)),
        (timedelta(seconds=5), (0, 0, 1)),
    ],
)
def test_time_left_is_never_told_longer_than_it_is(left: timedelta, words: tuple[int, ...]) -> None:
    assert days_left(closes_at=NOW + left, now=NOW) == words


@pytest.mark.parametrize(
    ("typed", "kopecks"),
    [("12 000,50", 1_200_050), ("0", 0), ("  ", None), ("1\u00a0000", 100_000), ("7.5", 750)],
)
def test_sums_are_read_as_people_write_them(typed: str, kopecks: int | None) -> None:
    assert MoneyField().clean(typed) == kopecks


@pytest.mark.parametrize("typed", ["-5", "1,234", "сто", "1e9", "٥", "9" * 40, "1 000 руб."])
def test_what_is_no_sum_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        MoneyField().clean(typed)


def test_the_usual_criteria_weigh_a_hundred_and_come_back_as_stored() -> None:
    assert sum(one.weight for one in DEFAULT_CRITERIA) == 100
    assert criteria_from(stored_criteria(DEFAULT_CRITERIA)) == DEFAULT_CRITERIA


def test_criteria_stay_once_a_review_is_sent(cast: Cast) -> None:
    call = open_call(make_edition())
    other = [Criterion("one", {"ru": "Польза", "ba": "", "en": ""}, "", 100, 10)]
    call = set_criteria(call=call, criteria=other)
    project = a_draft(call, cast.ramilya, Passport(money=(Money("local", 1),)))
    Review.objects.create(
        project=project, reviewer=cast.marat, declared_at=NOW, saved_at=NOW, sent_at=NOW
    )

    with pytest.raises(CriteriaInUse):
        set_criteria(call=call, criteria=DEFAULT_CRITERIA)

    call.refresh_from_db()
    assert [one["key"] for one in call.criteria] == ["one"]

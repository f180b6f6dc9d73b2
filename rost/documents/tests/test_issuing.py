"""Numbers run by kind and year, asking twice makes one paper, a revoked one gives its place."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from conftest import NOW
from rost.documents.actions.revoking import AlreadyRevoked, NoReason, revoke
from rost.documents.kinds.certificate.content import Certificate
from rost.documents.models import Document, Handling, Template
from rost.documents.queries.numbers import label_of
from rost.documents.queries.papers import content_of
from rost.documents.rules import CODE_ALPHABET
from rost.documents.tests.stage import certificate, issue_to

pytestmark = pytest.mark.django_db


def test_numbers_run_by_kind_and_year(cast: Any) -> None:
    people = (cast.ramilya, cast.ildar, cast.vera)
    documents = [issue_to(one, about=f"r:{one.pk}") for one in people]
    later = issue_to(cast.marat, about="r:later", year=2021)

    labels = [label_of(one) for one in [*documents, later]]
    assert labels == ["СУ-2020-0001", "СУ-2020-0002", "СУ-2020-0003", "СУ-2021-0001"]


def test_a_paper_that_fails_to_be_made_leaves_no_gap(cast: Any) -> None:
    def broken(number: str, address: str, code: str) -> Certificate:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        issue_to(cast.ramilya, make=broken)

    assert label_of(issue_to(cast.ramilya)) == "СУ-2020-0001"


def test_asking_twice_makes_one(cast: Any) -> None:
    assert issue_to(cast.ramilya) == issue_to(cast.ramilya)
    assert Document.objects.count() == 1
    assert [line.act for line in Handling.objects.all()] == ["issued"]


def test_the_paper_knows_its_number_and_where_it_is_checked(cast: Any, settings: Any) -> None:
    settings.SITE_URL = "https://rost.example"

    document = issue_to(cast.ramilya)

    said = content_of("certificate", document.content)
    assert said.number == "СУ-2020-0001"
    assert said.check_address == f"https://rost.example/documents/check/{said.check_code}/"
    assert re.fullmatch(f"([{CODE_ALPHABET}]{{4}}-){{3}}[{CODE_ALPHABET}]{{4}}", said.check_code)
    assert said.check_code.replace("-", "") == document.code


def test_codes_say_nothing_of_numbers(cast: Any) -> None:
    """Each of sixteen places takes any of seventeen signs: 65 bits."""
    codes = [issue_to(None, about=f"r:{number}").code for number in range(60)]

    assert len(set(codes)) == 60
    assert all(len({code[place] for code in codes}) > 8 for place in range(16))
    assert 17**16 > 2**60
    assert len(CODE_ALPHABET) == 17


def test_a_revoked_paper_stays_and_a_new_one_gets_a_new_number(cast: Any) -> None:
    first = issue_to(cast.ramilya)

    revoked = revoke(document=first, why="ошибка в имени", by=cast.guzel, now=NOW)
    second = issue_to(cast.ramilya)

    assert (label_of(first), label_of(second)) == ("СУ-2020-0001", "СУ-2020-0002")
    assert first.code != second.code
    assert (revoked.revoked_by, revoked.revoked_why) == (cast.guzel, "ошибка в имени")
    assert revoked.content == first.content
    log = first.handling.values_list("act", "reason", "by_name").order_by("id")
    assert list(log) == [
        ("issued", "", ""),
        ("revoked", "ошибка в имени", cast.guzel.full_name),
    ]


def test_revoking_asks_why_and_happens_once(cast: Any) -> None:
    document = issue_to(cast.ramilya)

    with pytest.raises(NoReason):
        revoke(document=document, why="  ", by=cast.guzel, now=NOW)
    revoke(document=document, why="выдан дважды", by=cast.guzel, now=NOW)
    with pytest.raises(AlreadyRevoked):
        revoke(document=document, why="ещё раз", by=cast.guzel, now=NOW + timedelta(days=1))


def test_a_paper_keeps_the_version_of_the_words_it_was_made_by(cast: Any) -> None:
    documents = [issue_to(one, about=f"r:{one.pk}") for one in (cast.ramilya, cast.ildar)]

    (template,) = Template.objects.all()
    assert {one.template for one in documents} == {template}
    assert (template.shipped, template.number, template.space) == (True, 1, "")
    assert len(template.layout) == 64


def test_the_sample_content_comes_back_whole() -> None:
    said = certificate("№ 1", "https://e.org/", "AAAA")
    from rost.documents.queries.papers import data_of

    assert content_of("certificate", data_of(said)) == said

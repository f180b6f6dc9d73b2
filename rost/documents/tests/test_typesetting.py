"""Every kind in every language: tagged, titled, complete, within its margins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from rost.documents.adapters.typesetting import typeset
from rost.documents.kinds.finding import kind_named, kinds
from rost.documents.kinds.model import Job
from rost.documents.queries.papers import content_of, data_of, forms, paper
from rost.documents.tests.looking import (
    ENDLESS_NAME,
    LONG_NAME,
    bare,
    ink,
    opened,
    pictures,
    stretched,
    text_of,
    texts,
)

LANGUAGES = ("ru", "ba", "en")
OFFICIAL = (
    "destruction_act",
    "edition_account",
    "participant_list",
    "programme",
    "sign_in_sheet",
)

every_kind = pytest.mark.parametrize("kind", sorted(kinds()))
every_language = pytest.mark.parametrize("language", LANGUAGES)


@every_kind
@every_language
def test_a_paper_is_tagged_and_says_its_language_and_title(kind: str, language: str) -> None:
    content = kind_named(kind).sample(language)

    pdf = opened(paper(kind, [content], language=language, title="Ҡатнашыусылар"))

    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"] == True  # noqa: E712 – a PDF boolean
    assert "/StructTreeRoot" in pdf.trailer["/Root"]
    assert pdf.trailer["/Root"]["/Lang"] == language
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Ҡатнашыусылар"
    assert pdf.pages[0].mediabox[2:] == pytest.approx((595.28, 841.89), abs=0.1)


@every_kind
@every_language
def test_all_that_a_sample_says_is_read_on_its_paper(kind: str, language: str) -> None:
    content = kind_named(kind).sample(language)

    read = text_of(paper(kind, [content], language=language))

    assert [text for text in texts(content) if bare(text) not in read] == []


@every_kind
@pytest.mark.parametrize("long", [LONG_NAME, ENDLESS_NAME], ids=["words", "no spaces"])
def test_texts_of_118_signs_are_read_whole(kind: str, long: str) -> None:
    content = stretched(kind_named(kind).sample("ba"), long)

    for variant in kind_named(kind).variants or ("",):
        read = text_of(paper(kind, [content], language="ba", variant=variant))

        assert [text for text in texts(content) if bare(text) not in read] == []


@pytest.mark.parametrize("kind", OFFICIAL)
@pytest.mark.parametrize("long", [LONG_NAME, ENDLESS_NAME], ids=["words", "no spaces"])
def test_official_papers_keep_their_margins(kind: str, long: str) -> None:
    content = stretched(kind_named(kind).sample("ba"), long)

    first, *others = pictures(paper(kind, [content], language="ba"), dpi=100)

    for page in (first, *others):
        assert ink(page, 0, 0, 19.5, 297) is None
        assert ink(page, 200.5, 0, 210, 297) is None
    assert ink(first, 0, 0, 210, 19.5) is None  # no number on the first page


def test_pages_are_numbered_from_the_second_on_and_anew_in_each_paper() -> None:
    sheet = kind_named("sign_in_sheet").sample("ru")
    long = stretched_rows(sheet, 60)

    pages = [
        page.extract_text()
        for page in opened(paper("sign_in_sheet", [long] * 2, language="ru")).pages
    ]

    half = len(pages) // 2
    assert half > 2
    tops = [first_number(page) for page in pages]
    assert tops == [None, *range(2, half + 1)] * 2


def test_a_kind_knows_its_forms() -> None:
    assert forms("badge") == ("pdf",)
    assert forms("programme") == ("pdf", "docx")
    assert forms("edition_account") == ("pdf", "xlsx")


def test_what_cannot_be_made_is_refused() -> None:
    badge = kind_named("badge").sample("ru")

    with pytest.raises(KeyError):
        paper("diploma", [badge], language="ru")
    with pytest.raises(ValueError, match="not made as docx"):
        paper("badge", [badge], language="ru", form="docx")
    with pytest.raises(ValueError, match="no variant a3"):
        paper("badge", [badge], language="ru", variant="a3")
    with pytest.raises(ValueError, match="nothing"):
        paper("badge", [], language="ru")


@every_kind
def test_a_content_comes_back_from_the_data_it_is_stored_as(kind: str) -> None:
    content = kind_named(kind).sample("ba")

    assert content_of(kind, data_of(content)) == content


def stretched_rows(sheet: Any, count: int) -> Any:
    rows = tuple(replace(sheet.rows[0], number=number) for number in range(1, count + 1))
    return replace(sheet, rows=rows)


def first_number(page: str) -> int | None:
    first = page.strip().splitlines()[0].strip()
    return int(first) if first.isdigit() else None


def test_a_list_with_many_columns_lies_on_its_side_within_its_margins() -> None:
    mail = "gulnaz.abdrakhmanova-mukhametgaleeva@administration.example.org"
    row = ("1", LONG_NAME, "Управляющий делами администрации", "+7 917 123-45-67", mail, "Да", "")
    columns = ("№", "Фамилия, имя, отчество", "Должность", "Телефон", "Почта", "Питание", "Ночлег")
    content = replace(
        kind_named("participant_list").sample("ru"), columns=columns, rows=(row,) * 40
    )

    made = paper("participant_list", [content], language="ru")

    assert text_of(made).count(bare(mail)) == 40
    for page in pictures(made, dpi=100):
        assert page.width > page.height
        assert ink(page, 0, 0, 19.5, 210) is None
        assert ink(page, 287.5, 0, 297, 210) is None


def test_a_large_job_is_set_like_a_small_one() -> None:
    """Large ones are set in a process of their own."""
    badge = replace(kind_named("badge").sample("ru"), address="")

    few, many = (paper("badge", [badge] * count, language="ru") for count in (4, 400))

    assert len(opened(many).pages) == 100 * len(opened(few).pages)
    assert opened(many).pages[99].extract_text() == opened(few).pages[0].extract_text()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Достопримечательности благоустроенных муниципалитетов"),
        ("ba", "Муниципалитеттарыбыҙҙың үҙенсәлекле төҙөкләндереүҙәре"),
    ],
)
def test_running_text_is_hyphenated_and_read_back_whole(language: str, text: str) -> None:
    layout = """#let layout(job) = {
      set text(font: "PT Sans", hyphenate: true)
      block(width: 21mm, job.contents.at(0).body)
    }"""

    made = typeset(layout, Job([Running(text)], {}, language, "Проба"), running=("body",))

    lines = opened(made).pages[0].extract_text().split("\n")
    assert len([line for line in lines if line.endswith(("-", "\u00ad", "\u2010"))]) >= 2
    assert bare("".join(lines)) == bare(text)


@dataclass(frozen=True)
class Running:
    body: str

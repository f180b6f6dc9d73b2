"""Papers as DOCX: styles, repeated heads, a language, the page of official papers."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from rost.documents.kinds.finding import kind_named
from rost.documents.kinds.programme.content import Programme
from rost.documents.kinds.programme.sample import sample
from rost.documents.queries.papers import paper
from rost.documents.tests.looking import LONG_NAME, bare, stretched, texts


def made(content: Programme, language: str = "ru", title: str = "Программа форума") -> bytes:
    return paper("programme", [content], language=language, form="docx", title=title)


def read(data: bytes) -> Any:
    return docx.Document(BytesIO(data))


def all_text(document: Any) -> str:
    return bare("".join(document.element.body.itertext()))


@pytest.mark.parametrize("language", ["ru", "ba", "en"])
def test_all_is_said_and_the_language_is_named(language: str) -> None:
    content = sample(language)

    document = read(made(content, language))

    assert [text for text in texts(content) if bare(text) not in all_text(document)] == []
    assert document.core_properties.title == "Программа форума"
    default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert default.get(qn("w:val")).split("-")[0] == language


def test_the_page_is_that_of_official_papers() -> None:
    (section,) = read(made(sample("ru"))).sections

    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    margins = (
        section.left_margin,
        section.right_margin,
        section.top_margin,
        section.bottom_margin,
    )
    assert [round(margin.mm) for margin in margins] == [20, 10, 20, 20]
    assert section.different_first_page_header_footer is True
    assert "PAGE" in "".join(section.header._element.itertext())


def test_headings_and_table_heads_are_real() -> None:
    content = sample("ru")

    document = read(made(content))

    styled = [(line.style.name, line.text) for line in document.paragraphs]
    assert ("Title", content.event) in styled
    assert [text for style, text in styled if style == "Heading 1"] == [
        day.title for day in content.days
    ]
    for table in document.tables:
        head = table.rows[0]._tr.trPr
        assert head.find(qn("w:tblHeader")) is not None
        assert round(sum(column.width.mm for column in table.columns)) == 180


def test_a_title_in_another_language_is_marked() -> None:
    content = sample("ru")
    session = replace(content.days[0].sessions[0], title="Форумды асыу", language="ba")
    content = replace(content, days=(replace(content.days[0], sessions=(session,)),))

    document = read(made(content))

    (run,) = document.tables[0].rows[1].cells[1].paragraphs[0].runs
    assert run._r.rPr.find(qn("w:lang")).get(qn("w:val")) == "ba-RU"


def test_every_part_is_well_formed_and_hostile_texts_are_texts() -> None:
    hostile = "<w:p>&lt;\x0b\u202e{x} " + LONG_NAME

    data = made(stretched(sample("ru"), hostile))

    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
    assert bare("<w:p>&lt;{x} " + LONG_NAME) in all_text(read(data))


def test_the_order_of_elements_is_that_of_the_schema() -> None:
    """Word refuses a run whose properties stand in the wrong order (ISO/IEC 29500, CT_RPr)."""
    order = ["rFonts", "b", "bCs", "i", "iCs", "caps", "color", "spacing", "sz", "szCs", "lang"]
    data = made(sample("ru"))

    with ZipFile(BytesIO(data)) as package:
        for part in ("word/document.xml", "word/styles.xml"):
            for properties in etree.fromstring(package.read(part)).iter(qn("w:rPr")):
                names = [etree.QName(child).localname for child in properties]
                known = [order.index(name) for name in names if name in order]
                assert known == sorted(known), names


LISTS = ("sign_in_sheet", "participant_list")


@pytest.mark.parametrize("language", ["ru", "ba", "en"])
@pytest.mark.parametrize("kind", LISTS)
def test_lists_to_be_edited_say_all(kind: str, language: str) -> None:
    content = kind_named(kind).sample(language)

    document = read(paper(kind, [content], language=language, form="docx", title="Список"))

    assert [text for text in texts(content) if bare(text) not in all_text(document)] == []
    (table,) = document.tables
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_a_sheet_to_be_edited_has_its_blank_rows_numbered_on() -> None:
    content = replace(kind_named("sign_in_sheet").sample("ru"), blank_rows=2)

    document = read(paper("sign_in_sheet", [content], language="ru", form="docx", title="Лист"))

    last = max(row.number for row in content.rows)
    numbers = [row.cells[0].text for row in document.tables[0].rows]
    assert numbers[-2:] == [str(last + 1), str(last + 2)]


def test_a_minimal_sheet_to_be_edited_names_no_post() -> None:
    content = replace(kind_named("sign_in_sheet").sample("ru"), minimal=True)

    document = read(paper("sign_in_sheet", [content], language="ru", form="docx", title="Лист"))

    assert content.rows[0].post not in all_text(document)
    assert len(document.tables[0].columns) == 3


def test_a_wide_list_lies_across() -> None:
    content = kind_named("participant_list").sample("ru")
    wide = replace(
        content,
        columns=("№", "Имя", "Должность", "Район", "Категория", "Телефон"),
        rows=(("1", "Ахметова", "глава", "Абзелиловский", "Главы", ""),),
    )

    (section,) = read(
        paper("participant_list", [wide], language="ru", form="docx", title="Список")
    ).sections

    assert section.page_width > section.page_height

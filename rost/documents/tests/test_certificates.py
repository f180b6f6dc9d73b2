"""The certificate: one sheet each, readable code, a demonstration that says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from rost.documents.kinds.certificate import KIND
from rost.documents.kinds.certificate.content import Certificate
from rost.documents.kinds.certificate.sample import sample
from rost.documents.queries.papers import paper
from rost.documents.tests.looking import (
    ENDLESS_NAME,
    LONG_NAME,
    bare,
    ink,
    opened,
    pictures,
    stretched,
    text_of,
)

WORDY = "За деятельное участие в открытых лекциях и обсуждениях, проведённых в рамках форума. " * 6


def called(name: str) -> Certificate:
    """The sample, issued to somebody of another name."""
    plain = replace(sample("ba"), demonstration=False)
    wording = tuple(name if part == plain.name else part for part in plain.wording)
    return replace(plain, name=name, wording=wording)


@pytest.mark.parametrize("name", [LONG_NAME, ENDLESS_NAME, "Ян Ю"])
def test_a_name_is_whole_and_once_on_one_sheet(name: str) -> None:
    made = paper("certificate", [called(name)], language="ba")

    assert len(opened(made).pages) == 1
    assert text_of(made).count(bare(name)) == 1


def test_a_name_that_the_wording_leaves_out_stands_first() -> None:
    content = replace(called("Ғәлиев Илдар"), wording=("за участие",))

    read = text_of(paper("certificate", [content], language="ba"))

    assert read.index(bare("Ғәлиев Илдар")) < read.index(bare("за участие"))


@pytest.mark.parametrize("paragraphs", [1, 2, 3])
def test_a_long_wording_is_set_smaller_and_never_carried_over(paragraphs: int) -> None:
    content = called(LONG_NAME)
    content = replace(content, wording=(*content.wording, *(WORDY,) * paragraphs))

    made = paper("certificate", [content], language="ru")

    assert len(opened(made).pages) == 1
    assert text_of(made).count(bare(WORDY)) == paragraphs


def test_everything_as_long_as_can_be_still_fits_one_sheet_inside_the_frame() -> None:
    made = paper("certificate", [stretched(sample("ba"), LONG_NAME)], language="ba")

    (page,) = pictures(made)
    # Between the frame (11 mm and the flowers to 20 mm) and the text.
    assert ink(page, 12, 30, 22, 267) is None
    assert ink(page, 188, 30, 198, 267) is None
    assert ink(page, 30, 278, 180, 285) is None


def test_each_code_leads_to_its_own_check_page() -> None:
    contents = [
        replace(called(f"Участник {number}"), check_address=f"https://example.org/check/{number}")
        for number in range(5)
    ]

    pages = pictures(paper("certificate", contents, language="ru"))

    read = [code.text for page in pages for code in zxingcpp.read_barcodes(page)]
    assert read == [content.check_address for content in contents]


def test_the_code_stands_bottom_right() -> None:
    (page,) = pictures(paper("certificate", [called("Ян Ю")], language="ru"))

    (code,) = zxingcpp.read_barcodes(page)

    assert code.position.top_left.x > page.width / 2
    assert code.position.top_left.y > page.height * 2 / 3


def test_a_demonstration_says_so_in_words_and_across_the_sheet() -> None:
    real, shown = (replace(called("Ян Ю"), demonstration=marked) for marked in (False, True))

    papers = [paper("certificate", [content], language="en") for content in (real, shown)]

    said = bare("Made for demonstration, confirms nothing")
    assert [said in text_of(made) for made in papers] == [False, True]
    plain, marked = (middle_tones(pictures(made)[0]) for made in papers)
    assert marked > plain + 10_000


def test_the_wordings_of_each_language_have_the_same_names_and_places() -> None:
    names = {language: sorted(texts) for language, texts in KIND.wordings.items()}

    assert list(names) == ["ru", "ba", "en"]
    assert {tuple(known) for known in names.values()} == {("with_name", "without_case")}
    for texts in KIND.wordings.values():
        for text in texts.values():
            filled = text.format(name="А", name_dative="Б", event="В", dates="", place="", hours="")
            assert "В" in filled.split("\n\n")
            assert {"А", "Б"} & set(filled.split("\n\n"))


def middle_tones(page: Image.Image) -> int:
    """Pixels as pale as the mark across the sheet."""
    return sum(page.histogram()[225:248])

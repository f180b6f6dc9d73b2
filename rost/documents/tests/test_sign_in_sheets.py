"""Sign-in sheets: room for a hand, the head on every page, no more data than needed."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

from openpyxl import load_workbook

from rost.documents.kinds.sign_in_sheet.content import SheetRow, SignInSheet
from rost.documents.kinds.sign_in_sheet.sample import sample
from rost.documents.queries.papers import paper
from rost.documents.tests.looking import bare, opened, pictures, text_of

POST, PLACE = "Управляющий делами", "Альмухаметовский сельсовет"


def sheet(rows: int, *, minimal: bool = False, blank: int = 5) -> SignInSheet:
    lines = tuple(
        SheetRow(number, f"Участник {number:03}", POST, f"Район {number // 10}", PLACE)
        for number in range(1, rows + 1)
    )
    return replace(sample("en"), rows=lines, blank_rows=blank, minimal=minimal)


def pages_of(content: SignInSheet) -> list[str]:
    made = opened(paper("sign_in_sheet", [content], language="en"))
    return [bare(page.extract_text()) for page in made.pages]


def test_head_and_code_stand_on_every_page() -> None:
    pages = pages_of(sheet(80))

    assert len(pages) > 3
    # The last page may hold the totals only.
    assert [page for page in pages[:-1] if bare("Signature") not in page] == []
    assert [page for page in pages if bare("Л-7К4М") not in page] == []


def test_every_row_is_there_once_under_its_district_on_the_same_page() -> None:
    pages = pages_of(sheet(40))

    found = [
        (number, [page for page in pages if bare(f"Участник {number:03}") in page])
        for number in range(1, 41)
    ]
    assert [len(on) for _, on in found] == [1] * 40
    assert [on[0].count(bare(f"Район {number // 10}")) for number, on in found] == [1] * 40


def test_blank_rows_go_on_with_the_numbers() -> None:
    with_blanks, without = (
        opened(paper("sign_in_sheet", [sheet(3, blank=blank)], language="en")).pages[0]
        for blank in (4, 0)
    )

    assert [str(number) in with_blanks.extract_text().split() for number in range(4, 9)] == [
        *(True,) * 4,
        False,
    ]
    assert "Added by hand" in with_blanks.extract_text()
    assert "Added by hand" not in without.extract_text()


def test_the_small_variant_names_neither_post_nor_place() -> None:
    read = text_of(paper("sign_in_sheet", [sheet(3, minimal=True)], language="en"))

    assert bare("Участник 001") in read
    assert [text for text in (POST, PLACE, "Район 0", "Municipality") if bare(text) in read] == []


def test_rows_leave_a_centimetre_to_sign() -> None:
    (page, *_) = pictures(paper("sign_in_sheet", [sheet(3, blank=8)], language="en"), dpi=254)

    x = 195 * 10  # in the column of signatures, ten dots to the millimetre
    column = [page.getpixel((x, y)) for y in range(page.height)]
    lines = [y for y in range(1, len(column)) if column[y] < 215 <= column[y - 1]]
    gaps = [below - above for above, below in pairwise(lines)]
    assert sum(1 for gap in gaps if gap >= 100) >= 11


def test_the_workbook_holds_the_same_rows() -> None:
    book = load_workbook(BytesIO(paper("sign_in_sheet", [sheet(3)], language="en", form="xlsx")))

    rows = list(book.active.iter_rows(min_row=2, max_row=4, values_only=True))  # type: ignore[union-attr]
    assert [row[:3] for row in rows] == [
        (number, f"Участник {number:03}", POST) for number in (1, 2, 3)
    ]

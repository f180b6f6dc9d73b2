"""Workbooks: numbers are numbers, totals are formulas whose results are those we computed."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from rost.documents.kinds.edition_account.content import Table
from rost.documents.kinds.edition_account.sample import sample
from rost.documents.kinds.participant_list.sample import sample as sample_list
from rost.documents.queries.papers import paper

SUM = re.compile(r"=SUM\(([A-Z])(\d+):\1(\d+)\)")


def account(**changes: Any) -> tuple[Any, Any]:
    """The account as a spreadsheet program sees it: with formulas, and with their results."""
    content = replace(sample("en"), **changes)
    made = paper("edition_account", [content], language="en", form="xlsx")
    return load_workbook(BytesIO(made)), load_workbook(BytesIO(made), data_only=True)


def test_figures_are_number_cells() -> None:
    book, _ = account()

    rows = list(book["Figures"].iter_rows(min_row=2, max_row=6, values_only=True))
    assert rows == [
        ("Invited", 620),
        ("Registered", 500),
        ("Came", 467),
        ("Hours", 6240),
        ("Certificates", 441),
    ]


def test_totals_are_sums_and_agree_with_the_rows() -> None:
    formulas, results = account()

    sheet, computed = formulas["By district"], results["By district"]
    for letter, total in (("B", 500), ("C", 467)):
        found = SUM.fullmatch(sheet[f"{letter}5"].value)
        assert found is not None
        first, last = int(found[2]), int(found[3])
        summed = sum(sheet[f"{letter}{row}"].value for row in range(first, last + 1))
        assert (summed, computed[f"{letter}5"].value) == (total, total)


def test_a_total_that_is_no_sum_is_a_number() -> None:
    """People who came on both days are counted once."""
    days = Table("By day", ("Day", "Came"), (("First", 300), ("Second", 250)), ("All", 310))

    formulas, _ = account(tables=(days,))

    assert formulas["By day"]["B4"].value == 310


def test_a_table_without_rows_has_its_totals() -> None:
    formulas, _ = account(tables=(Table("Empty", ("District", "Came"), (), ("All", 0)),))

    assert formulas["Empty"]["B2"].value == 0


def test_texts_that_look_like_formulas_stay_texts() -> None:
    rows = (("1", "=1+1", "@x", "+7", "-"),)
    content = replace(sample_list("en"), rows=rows)

    made = paper("participant_list", [content], language="en", form="xlsx")

    sheet = load_workbook(BytesIO(made)).active
    assert [(cell.value, cell.data_type) for cell in sheet[2]] == [  # type: ignore[index,union-attr]
        (1, "n"),
        ("=1+1", "s"),
        ("@x", "s"),
        ("+7", "s"),
        ("-", "s"),
    ]


def test_the_same_account_gives_the_same_bytes() -> None:
    made = [paper("edition_account", [sample("ba")], language="ba", form="xlsx") for _ in range(2)]

    assert made[0] == made[1]

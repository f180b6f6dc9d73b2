"""Spreadsheets people get: typed, safe, the same every time."""

import csv
import io
import time as clock
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rost.core.tables import (
    FOR_PROGRAMS,
    Formula,
    Sheet,
    looks_computed,
    read_table,
    write_csv,
    write_xlsx,
)

FORMULAS = ["=1+1", "+7 917", "-5", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1"]


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_header_is_bold_and_stays_in_sight() -> None:
    sheet = opened(write_xlsx([Sheet("Список", ["Фамилия", "Район"], [["Ли", "Уфа"]])])).active
    assert sheet.title == "Список"
    assert sheet.freeze_panes == "A2"
    assert [cell.font.bold for cell in sheet[1]] == [True, True]
    assert not sheet["A2"].font.bold
    assert sheet.column_dimensions["A"].width == 9


def test_values_keep_their_type() -> None:
    moment = datetime(2020, 2, 18, 10, 0, tzinfo=UTC)
    row = [5, 2.5, Decimal("1250345.50"), True, date(2020, 2, 18), moment, time(10, 5), None, "п"]
    sheet = opened(write_xlsx([Sheet("1", list("abcdefghi"), [row])])).active
    assert [cell.value for cell in sheet[2]] == [
        5,
        2.5,
        1250345.5,
        True,
        datetime(2020, 2, 18),
        datetime(2020, 2, 18, 10, 0),
        time(10, 5),
        None,
        "п",
    ]
    assert sheet["E2"].number_format == "dd.mm.yyyy"


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_typed_by_someone_stays_text_in_a_workbook(text: str) -> None:
    data = write_xlsx([Sheet("1", ["a", text], [[text, -5]])])
    sheet = opened(data).active
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].quotePrefix
    assert sheet["B1"].data_type == "s"
    assert sheet["B2"].value == -5
    assert read_table(data).rows[0].cells == (text.strip(), "-5")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_typed_by_someone_stays_text_in_csv(text: str) -> None:
    data = write_csv([["a", "b"], [text, -5], ["end", Decimal("-0.5")]])
    written = data.decode("utf-8-sig")
    assert f"'{text}" in written
    assert ";-5\r\n" in written
    assert "end;-0,5\r\n" in written


def test_what_was_made_safe_reads_as_it_was() -> None:
    rows = [["phone", "note"], ["+7 917 000-00-00", "'quoted'"]]
    assert read_table(write_csv(rows)).rows[0].cells == ("+7 917 000-00-00", "'quoted'")


def test_text_tables_for_people_and_for_programs() -> None:
    rows = [["день", "сумма"], [date(2020, 2, 18), Decimal("10.50")], [None, True]]
    assert write_csv(rows).decode("utf-8-sig") == "день;сумма\r\n18.02.2020;10,50\r\n;1\r\n"
    assert write_csv(rows, FOR_PROGRAMS).decode() == "день,сумма\n2020-02-18,10.50\n,1\n"


def test_the_same_rows_give_the_same_bytes() -> None:
    sheets = [Sheet("Список", ["Фамилия"], [["Ли"], ["=1"]])]
    first = write_xlsx(sheets)
    clock.sleep(2.1)  # longer than the step of time in an archive
    assert write_xlsx(sheets) == first


def test_titles_of_sheets_are_made_fit() -> None:
    sheets = [Sheet("Учалы/Сибай: " + "а" * 40, ["a"], []) for _ in range(2)]
    titles = opened(write_xlsx([*sheets, Sheet("", ["a"], [])])).sheetnames
    assert titles[0] == "Учалы Сибай  " + "а" * 18
    assert titles[1] == "Учалы Сибай  " + "а" * 16 + " 2"
    assert titles[2] == "1"


def test_long_numbers_keep_every_digit() -> None:
    data = write_xlsx([Sheet("1", ["ОГРНИП"], [[3857685859489491]])])
    assert read_table(data).rows[0].cells == ("3857685859489491",)


def test_a_workbook_has_a_sheet() -> None:
    with pytest.raises(ValueError, match="at least one"):
        write_xlsx([])


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_can_be_written(cells: list[str]) -> None:
    sheet = opened(write_xlsx([Sheet("1", ["a"], [cells])])).active
    assert all(cell.data_type in ("s", "n") for row in sheet.iter_rows() for cell in row)
    record = next(
        csv.reader(io.StringIO(write_csv([cells]).decode("utf-8-sig"), newline=""), delimiter=";")
    )
    assert not any(looks_computed(cell) for cell in record)


def test_numbers_typed_as_text_are_still_guarded() -> None:
    assert looks_computed("-5")
    assert not looks_computed("5 - 3 = 2")


def test_formulas_of_ours_carry_their_results() -> None:
    sheets = [
        Sheet(
            f"Лист {n}",
            ["Район", "Пришли"],
            [["А", n], ["Б", 1], ["", Formula("SUM(B2:B3)", n + 1)]],
        )
        for n in range(1, 13)
    ]

    data = write_xlsx(sheets)

    computed = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    assert [sheet["B4"].value for sheet in opened(data)] == ["=SUM(B2:B3)"] * 12
    assert [sheet["B4"].value for sheet in computed] == list(range(2, 14))


def test_a_formula_in_csv_is_its_result() -> None:
    assert write_csv([["Всего", Formula("SUM(B2:B3)", 7)]], FOR_PROGRAMS) == "Всего,7\n".encode()

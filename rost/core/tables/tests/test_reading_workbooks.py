"""Workbooks people send."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
import pytest

from rost.core.tables import Limits, Reason, Row, Table, TableRefused, read_table


def workbook(*sheets: list[list[Any]], formats: dict[str, str] | None = None) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
        for place, number_format in (formats or {}).items():
            sheet[place].number_format = number_format
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def refusal(data: bytes, name: str = "list.xlsx", limits: Limits | None = None) -> TableRefused:
    with pytest.raises(TableRefused) as caught:
        read_table(data, name, limits=limits or Limits())
    return caught.value


def test_a_list_with_its_line_numbers() -> None:
    table = read_table(
        workbook([["Фамилия", "Район"], ["Ғәлиев", "Учалинский"], [], [None, ""], ["Ли", None]])
    )
    assert table == Table(
        header=("Фамилия", "Район"),
        rows=(Row(2, ("Ғәлиев", "Учалинский")), Row(5, ("Ли", ""))),
        header_line=1,
        sheet="Sheet",
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1109, "1109"),
        (1109.0, "1109"),
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        (1.5e20, "150000000000000000000"),
        (-3, "-3"),
        (True, "TRUE"),
        ("080601000", "080601000"),
        (date(2020, 2, 18), "2020-02-18"),
        (datetime(2020, 2, 18), "2020-02-18"),
        (datetime(2020, 2, 18, 10, 0), "2020-02-18 10:00"),
        (datetime(2020, 2, 18, 10, 0, 30), "2020-02-18 10:00:30"),
        (time(10, 5), "10:05"),
        (timedelta(hours=30, minutes=5), "30:05"),
        ("  с краёв \u00a0", "с краёв"),
        ("две\r\nстроки", "две\nстроки"),
        ("Мир\u200bный\x85", "Мирный"),
    ],
)
def test_how_values_are_read(value: Any, text: str) -> None:
    assert read_table(workbook([["Поле"], [value]])).rows == (Row(2, (text,)),)


def test_a_code_kept_as_a_number_keeps_the_zeros_it_is_shown_with() -> None:
    data = workbook([["ОКТМО"], [1601000]], formats={"A2": "00000000"})
    assert read_table(data).rows[0].cells == ("01601000",)


def test_formulas_give_the_value_kept_beside_them() -> None:
    cells = b'<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>1+1</f></c></row>'
    data = with_rows(workbook([["Сумма"]]), b'<row r="1"><c r="A1"><v>1</v></c></row>' + cells)
    assert read_table(data).rows == (Row(2, ("2",)),)


def with_rows(data: bytes, rows: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                before, _, rest = content.partition(b"<sheetData>")
                after = rest.partition(b"</sheetData>")[2]
                content = before + b"<sheetData>" + rows + b"</sheetData>" + after
            target.writestr(name, content)
    return made.getvalue()


def test_blank_and_hidden_sheets_are_passed_over() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "скрыто"
    book.active.sheet_state = "hidden"
    book.create_sheet("Пусто")
    book.create_sheet("Список")["B3"] = "Фамилия"
    written = io.BytesIO()
    book.save(written)
    table = read_table(written.getvalue())
    assert (table.sheet, table.header, table.header_line) == ("Список", ("", "Фамилия"), 3)


def test_data_without_a_heading_are_kept() -> None:
    table = read_table(workbook([["Фамилия"], ["Ли", "89170000000"]]))
    assert table.header == ("Фамилия", "")
    assert table.rows[0].cells == ("Ли", "89170000000")


def test_limits_name_the_line() -> None:
    many = workbook([["Поле"], ["1"], [], ["2"], ["3"]])
    refused = refusal(many, limits=Limits(rows=2))
    assert (refused.reason, refused.line, refused.limit) == (Reason.TOO_MANY_ROWS, 5, 2)
    assert len(read_table(many, limits=Limits(rows=3)).rows) == 3

    wide = workbook([["a"], ["1", "2", "3"]])
    refused = refusal(wide, limits=Limits(columns=2))
    assert (refused.reason, refused.line, refused.limit) == (Reason.TOO_MANY_COLUMNS, 2, 2)

    long = workbook([["a"], ["b" * 11]])
    refused = refusal(long, limits=Limits(cell=10))
    assert (refused.reason, refused.line, refused.limit) == (Reason.CELL_TOO_LONG, 2, 10)

    assert refusal(many, limits=Limits(size=100)).reason is Reason.TOO_LARGE


def test_a_wide_sheet_beside_the_list_does_no_harm() -> None:
    data = workbook([["Фамилия"], ["Ли"]], [list(range(300))])
    assert read_table(data).rows == (Row(2, ("Ли",)),)


def test_a_workbook_without_anything_in_it() -> None:
    assert refusal(workbook([])).reason is Reason.EMPTY
    assert refusal(b"").reason is Reason.EMPTY


def test_the_name_does_not_matter() -> None:
    assert read_table(workbook([["Поле"]]), "список.csv").header == ("Поле",)

"""Tables sent as text."""

import contextlib
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rost.core.tables import Limits, Reason, Row, TableRefused, read_table

LIST = "Фамилия;Район\r\nИванов;Учалинский\r\n\r\nСемёнов;«Мир» – № 5\r\n"
ROWS = (Row(2, ("Иванов", "Учалинский")), Row(4, ("Семёнов", "«Мир» – № 5")))


def refusal(data: bytes, name: str = "list.csv", limits: Limits | None = None) -> TableRefused:
    with pytest.raises(TableRefused) as caught:
        read_table(data, name, limits=limits or Limits())
    return caught.value


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"]
)
@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_encodings_and_separators(encoding: str, separator: str) -> None:
    table = read_table(LIST.replace(";", separator).encode(encoding), "list.csv")
    assert table.header == ("Фамилия", "Район")
    assert table.rows == ROWS


@pytest.mark.parametrize("encoding", ["cp866", "koi8-r"])
def test_letters_that_make_no_sense_are_refused(encoding: str) -> None:
    data = "Фамилия;Район\nИванов;Учалинский\n".encode(encoding)
    assert refusal(data).reason is Reason.ENCODING


def test_bashkir_letters() -> None:
    table = read_table("Исем\nҒәлиев\nҺаҙиә\n".encode())
    assert [row.cells for row in table.rows] == [("Ғәлиев",), ("Һаҙиә",)]


def test_a_separator_inside_a_heading_does_not_deceive() -> None:
    table = read_table("Фамилия, имя, отчество;Район\nЛи;Уфа\nЮлай;Сибай\n".encode())
    assert table.header == ("Фамилия, имя, отчество", "Район")


def test_excel_says_its_separator() -> None:
    table = read_table(b"sep=,\r\na;b,c\r\n1,2\r\n")
    assert table.header == ("a;b", "c")
    assert table.rows == (Row(3, ("1", "2")),)


def test_quotes_and_lines_inside_a_cell() -> None:
    table = read_table(
        'Название;Адрес\n"ООО ""Мир""";"Уфа,\nЛенина, 1"\nООО "Луч";Сибай\n'.encode()
    )
    assert table.rows == (
        Row(2, ('ООО "Мир"', "Уфа,\nЛенина, 1")),
        Row(4, ('ООО "Луч"', "Сибай")),
    )


def test_a_quote_that_never_closes_is_told_with_its_line() -> None:
    refused = refusal('Название;Адрес\nЛуч;Сибай\n"Мир;Уфа\nЗаря;Уфа\n'.encode())
    assert (refused.reason, refused.line) == (Reason.BROKEN, 3)


def test_zeros_and_long_numbers_stay() -> None:
    table = read_table(b"oktmo;phone\n01601000;+7 917 000-00-00\n")
    assert table.rows[0].cells == ("01601000", "+7 917 000-00-00")


def test_one_column() -> None:
    assert read_table("Фамилия\nЛи\n".encode()).rows == (Row(2, ("Ли",)),)


def test_limits_name_the_line() -> None:
    refused = refusal(b"a\n1\n\n2\n3\n", limits=Limits(rows=2))
    assert (refused.reason, refused.line, refused.limit) == (Reason.TOO_MANY_ROWS, 5, 2)
    refused = refusal(b"a;b\n1;2\n1;2;3\n", limits=Limits(columns=2))
    assert (refused.reason, refused.line, refused.limit) == (Reason.TOO_MANY_COLUMNS, 3, 2)
    refused = refusal(b"a;b\n1;" + b"x" * 50, limits=Limits(cell=49))
    assert (refused.reason, refused.line, refused.limit) == (Reason.CELL_TOO_LONG, 2, 49)
    assert refusal(b"a\n" * 100, limits=Limits(size=100)).reason is Reason.TOO_LARGE
    assert refusal(b"a\n" + b"x" * 200_000).reason is Reason.CELL_TOO_LONG


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\0\0\0", b";;;\n;;\n"])
def test_nothing_in_it(data: bytes) -> None:
    assert refusal(data).reason is Reason.EMPTY


@given(
    st.lists(
        st.lists(st.text(st.sampled_from('абвҒ"; ,\n№x'), max_size=6), min_size=2, max_size=2),
        min_size=1,
        max_size=5,
    )
)
def test_nothing_is_lost_of_a_well_written_file(rows: list[list[str]]) -> None:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerows([["Фамилия", "Район"], *rows])
    read = read_table(written.getvalue().encode())
    assert [row.cells for row in read.rows] == [
        (a.strip(), b.strip()) for a, b in rows if a.strip() or b.strip()
    ]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(TableRefused):
        assert read_table(data).header

"""Headings as people write them."""

from rost.core.tables import Columns, Row, Table, match_columns, read_table, with_found_header

WANTED = {
    "name": ("ФИО", "Фамилия, имя, отчество", "Участник"),
    "district": ("Район", "Муниципальный район"),
    "number": ("№ п/п", "Номер"),
    "count": ("Учёт",),
}


def test_case_spaces_punctuation_and_remarks_do_not_matter() -> None:
    header = (" фио *", "МУНИЦИПАЛЬНЫЙ\u00a0 РАЙОН:", "Номер п/п", "Учет (да/нет)")
    columns = match_columns(header, WANTED)
    assert dict(columns.places) == {"name": 0, "district": 1, "number": 2, "count": 3}
    assert (columns.missing, columns.unknown, columns.repeated) == ((), (), ())


def test_missing_unknown_and_repeated_are_told() -> None:
    columns = match_columns(("Участник", "ФИО", "Цвет", ""), WANTED)
    assert columns == Columns(
        places={"name": 0},
        missing=("district", "number", "count"),
        unknown=("Цвет",),
        repeated=("ФИО",),
    )


def test_values_of_a_row() -> None:
    columns = match_columns(("Район", "Участник"), WANTED)
    assert columns.values(Row(2, ("Учалинский", "Ли"))) == {
        "district": "Учалинский",
        "name": "Ли",
        "number": "",
        "count": "",
    }


def test_a_title_above_the_header_is_passed_over() -> None:
    table = read_table("Список участников;\n;\nФИО;Район\nЛи;Учалинский\n".encode())
    assert with_found_header(table, WANTED) == Table(
        header=("ФИО", "Район"), rows=(Row(4, ("Ли", "Учалинский")),), header_line=3
    )


def test_a_table_whose_first_row_is_the_header_stays_as_it_is() -> None:
    table = read_table("ФИО;Район\nЛи;Район\n".encode())
    assert with_found_header(table, WANTED) is table

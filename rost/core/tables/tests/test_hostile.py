"""Files made to do harm, and files that have come to harm."""

import io
import zipfile

import pytest

from rost.core.tables import Limits, Reason, Sheet, TableRefused, read_table, write_xlsx

SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"
HONEST = write_xlsx([Sheet("Список", ["Фамилия"], [["Ли"]])])
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    b'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


def with_part(content: bytes, part: str = SHEET, *, honest: bytes = HONEST) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(honest)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if name != part:
                target.writestr(name, source.read(name))
        target.writestr(part, content)
    return made.getvalue()


def refusal(data: bytes, name: str = "list.xlsx", limits: Limits | None = None) -> TableRefused:
    with pytest.raises(TableRefused) as caught:
        read_table(data, name, limits=limits or Limits())
    return caught.value


def reason(data: bytes, name: str = "list.xlsx") -> Reason:
    return refusal(data, name).reason


def test_the_honest_file_these_are_made_from_is_read() -> None:
    assert read_table(HONEST).rows[0].cells == ("Ли",)
    assert read_table(with_part(HEAD + b'<row r="1"><c r="A1"><v>5</v></c></row>' + TAIL)).header


def test_a_file_cut_short() -> None:
    assert {reason(HONEST[:size]) for size in (5, 100, len(HONEST) // 2, len(HONEST) - 10)} == {
        Reason.BROKEN
    }


def test_a_file_with_a_spoiled_middle() -> None:
    middle = HONEST.index(b"xl/worksheets") + 60
    spoiled = HONEST[:middle] + b"\xff" * 40 + HONEST[middle + 40 :]
    assert reason(spoiled) is Reason.BROKEN


def test_an_archive_that_unpacks_to_gigabytes() -> None:
    bomb = with_part(HEAD + b" " * 80_000_000 + TAIL)
    assert len(bomb) < 200_000
    assert reason(bomb) is Reason.TOO_LARGE


def test_an_archive_that_hides_its_size() -> None:
    # The directory says the part is short: no more than that is unpacked, and it does not fit.
    content = HEAD + b" " * 3_000_000 + TAIL
    bomb = with_part(content)
    lying = bomb.replace(len(content).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != bomb
    assert reason(lying) is Reason.BROKEN


def test_an_archive_of_very_many_parts() -> None:
    made = io.BytesIO(HONEST)
    with zipfile.ZipFile(made, "a") as archive:
        for number in range(2_100):
            archive.writestr(f"xl/{number}.xml", b"<a/>")
    assert reason(made.getvalue()) is Reason.TOO_LARGE


@pytest.mark.parametrize(
    "part", [SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "docProps/core.xml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entity_bombs(part: str, encoding: str) -> None:
    bomb = (ENTITIES + b"<x>&c;</x>").decode().encode(encoding)
    assert reason(with_part(bomb, part)) is Reason.BROKEN


def test_external_entities() -> None:
    text = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><x>&f;</x>'
    assert reason(with_part(text)) is Reason.BROKEN


def test_a_million_columns() -> None:
    assert reason(with_part(HEAD + b"<row>" + b"<c/>" * 1_000_000 + b"</row>" + TAIL)) is (
        Reason.TOO_MANY_COLUMNS
    )
    assert reason(b";" * 1_000_000 + b"x", "list.csv") is Reason.TOO_MANY_COLUMNS


def test_columns_and_rows_beyond_the_sheet() -> None:
    cell = b'<row r="1"><c r="%s1"><v>1</v></c></row>'
    assert reason(with_part(HEAD + cell % b"ZZZZZ" + TAIL)) is Reason.TOO_MANY_COLUMNS
    assert reason(with_part(HEAD + cell % b"XFD" + TAIL)) is Reason.TOO_MANY_COLUMNS
    for number in (b"99999999999999999999", b"1048577", b"-1", b"1e9", b"x"):
        row = b'<row r="%s"><c><v>1</v></c></row>' % number
        assert reason(with_part(HEAD + row + TAIL)) is Reason.BROKEN


def test_a_value_in_the_last_row_of_a_sheet_costs_little() -> None:
    rows = b'<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>2</v></c></row>'
    table = read_table(with_part(HEAD + rows + TAIL))
    assert [row.line for row in table.rows] == [1_048_576]


def test_more_elements_than_can_be_read_in_time() -> None:
    rows = HEAD + b"<row><c/></row>" * 1_100_000 + TAIL
    assert reason(with_part(rows)) is Reason.TOO_LARGE


def test_xml_nested_without_end() -> None:
    assert reason(with_part(b"<a>" * 10_000 + b"</a>" * 10_000)) is Reason.BROKEN


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="A1" t="s"><v>99999</v></c>',
        b'<c r="A1" t="s"><v>x</v></c>',
        b'<c r="A1" s="x"><v>1</v></c>',
        b'<c r="A1" t="d"><v>not a date</v></c>',
        b'<c r="1A"><v>1</v></c>',
        b'<c r="A1"><v>' + b"9" * 10_000 + b"</v></c>",
    ],
)
def test_cells_that_mean_nothing(cell: bytes) -> None:
    assert reason(with_part(HEAD + b'<row r="1">' + cell + b"</row>" + TAIL)) is Reason.BROKEN


def test_parts_that_were_not_looked_at_do_not_reach_the_library() -> None:
    hidden = with_part(ENTITIES + b"<x>&c;</x>", "xl/worksheets/sheet1.dat")
    with zipfile.ZipFile(io.BytesIO(hidden)) as source:
        relations = source.read("xl/_rels/workbook.xml.rels")
    redirected = with_part(
        relations.replace(b"sheet1.xml", b"sheet1.dat"),
        "xl/_rels/workbook.xml.rels",
        honest=hidden,
    )
    assert reason(redirected) in (Reason.BROKEN, Reason.EMPTY)


def test_other_formats() -> None:
    compound = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
    document = io.BytesIO()
    with zipfile.ZipFile(document, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    calc = io.BytesIO()
    with zipfile.ZipFile(calc, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<document/>")
    assert reason(compound + "Workbook".encode("utf-16-le"), "a.xls") is Reason.OLD_EXCEL
    assert reason(b"\x09\x08\x10\x00\x00\x06\x05\x00", "a.xls") is Reason.OLD_EXCEL
    assert reason(compound + "EncryptedPackage".encode("utf-16-le")) is Reason.ENCRYPTED
    assert reason(compound + "WordDocument".encode("utf-16-le"), "a.doc") is Reason.NOT_A_TABLE
    assert reason(document.getvalue(), "a.docx") is Reason.NOT_A_TABLE
    assert reason(calc.getvalue(), "a.ods") is Reason.OPEN_DOCUMENT
    assert reason(b"%PDF-1.7\n...", "a.csv") is Reason.NOT_A_TABLE
    assert reason(b"\n <!DOCTYPE html><table></table>", "a.xls") is Reason.NOT_A_TABLE
    assert reason(b"\x89PNG\r\n\x1a\n\0\0", "a.csv") is Reason.NOT_A_TABLE


def test_an_archive_under_a_password() -> None:
    locked = bytearray(HONEST)
    for sign, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = 0
        while (start := locked.find(sign, start)) >= 0:
            locked[start + place] |= 1
            start += 4
    assert reason(bytes(locked)) is Reason.ENCRYPTED


def test_zero_bytes() -> None:
    assert reason(b"a;b\n1;\0\x01\xff\xfe\n", "list.csv") is Reason.NOT_A_TABLE
    assert reason(b"a;b\n1;\0\x01\xff\xfe\n", "list.xlsx") is Reason.BROKEN

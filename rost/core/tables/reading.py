"""One door for every file people send as a table: what it is is told by its bytes."""

from __future__ import annotations

from rost.core.tables.model import Limits, Reason, Table, TableRefused
from rost.core.tables.text import read_text
from rost.core.tables.workbook import read_book, read_workbook

_ZIP = (b"PK\3\4", b"PK\5\6")
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")  # the container of .xls, .doc and encrypted .xlsx
_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK_PARTS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_OTHER = (
    b"%PDF",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
)
_MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"<workbook")
_WORKBOOK_NAMES = (".xlsx", ".xlsm")
_NO_LIMITS_GIVEN = Limits()


def read_table(data: bytes, name: str = "", *, limits: Limits = _NO_LIMITS_GIVEN) -> Table:
    """The table in an XLSX or CSV file; TableRefused says why there is none.

    The bytes tell what it is; the name only tells a damaged workbook from what never was one.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise TableRefused(Reason.EMPTY)
    if len(data) > limits.size:
        raise TableRefused(Reason.TOO_LARGE, limit=limits.size)
    if data.startswith(_ZIP):
        return read_workbook(data, limits)
    _refuse_other_formats(data)
    try:
        return read_text(data, limits)
    except TableRefused as refused:
        unreadable = refused.reason in (Reason.NOT_A_TABLE, Reason.ENCODING)
        if unreadable and name.lower().endswith(_WORKBOOK_NAMES):
            raise TableRefused(Reason.BROKEN) from refused
        raise


def read_sheets(data: bytes, *, limits: Limits = _NO_LIMITS_GIVEN) -> tuple[Table, ...]:
    """Every visible sheet of an XLSX file, its cells as they were written.

    For workbooks of our own, whose texts are to come back as they left, sign by sign.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise TableRefused(Reason.EMPTY)
    if len(data) > limits.size:
        raise TableRefused(Reason.TOO_LARGE, limit=limits.size)
    if not data.startswith(_ZIP):
        raise TableRefused(Reason.NOT_A_TABLE)
    return read_book(data, limits, tidied=False)


def _refuse_other_formats(data: bytes) -> None:
    if data.startswith(_COMPOUND):
        if _ENCRYPTED_PART in data:
            raise TableRefused(Reason.ENCRYPTED)
        old = any(part in data for part in _WORKBOOK_PARTS)
        raise TableRefused(Reason.OLD_EXCEL if old else Reason.NOT_A_TABLE)
    if data.startswith(_BIFF):
        raise TableRefused(Reason.OLD_EXCEL)
    start = data[:256].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(_OTHER) or start.startswith(_MARKUP):
        raise TableRefused(Reason.NOT_A_TABLE)

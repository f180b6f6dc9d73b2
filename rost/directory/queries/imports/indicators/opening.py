"""A sent table line by line, so that a file of millions of lines needs no memory of its own."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import IO

from rost.core.tables import Reason, TableRefused, read_table
from rost.core.tables.text import guess_separator
from rost.directory.queries.imports.limits import limits

HEAD = 64 * 1024
Line = tuple[int, list[str]]


def lines_of(sent: IO[bytes], name: str) -> Iterator[Line]:
    """Rows with their numbers; texts are read as they come, sheets are unpacked first."""
    head = sent.read(HEAD)
    sent.seek(0)
    encoding = _encoding(head)
    if not encoding:
        yield from _table(sent.read(), name)
        return
    separator = guess_separator(codecs.decode(head, encoding, "ignore"))
    text = io.TextIOWrapper(sent, encoding=encoding, newline="")
    try:
        yield from _records(text, separator)
    except UnicodeDecodeError as error:
        raise TableRefused(Reason.ENCODING) from error
    finally:
        text.detach()  # the file is its owner's to close


def _records(text: io.TextIOWrapper, separator: str) -> Iterator[Line]:
    reader = csv.reader(text, delimiter=separator)
    line = 1
    try:
        for record in reader:
            if any(record):
                yield line, [cell.strip() for cell in record]
            line = reader.line_num + 1
    except csv.Error as error:
        raise TableRefused(Reason.BROKEN, line=line) from error


def _table(data: bytes, name: str) -> Iterator[Line]:
    table = read_table(data, name, limits=limits())
    yield table.header_line, list(table.header)
    for row in table.rows:
        yield row.line, list(row.cells)


def _encoding(head: bytes) -> str:
    """UTF-8 or Windows-1251; nothing for what is no such text, or for an empty file."""
    if not head.strip() or b"\0" in head or head.startswith((b"PK", b"%PDF", b"{\\rtf")):
        return ""
    try:
        codecs.getincrementaldecoder("utf-8-sig")().decode(head)
    except UnicodeDecodeError:
        return "cp1251"
    return "utf-8-sig"

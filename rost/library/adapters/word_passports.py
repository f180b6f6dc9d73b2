"""A folder of passports as people keep them: DOCX files in a ZIP, read as labels with texts.

Nothing is written to a disk and nothing is run: an archive is opened in memory within limits on
its files and on what they unpack to; of a document only the text of its body is read, by a parser
that refuses document types and entities.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

MOST_FILES = 300
LARGEST_FILE = 5 * 1024 * 1024  # bytes of one document
LARGEST_TEXT = 6 * 1024 * 1024  # of its XML
LARGEST_FOLDER = 80 * 1024 * 1024  # all unpacked
BODY = "word/document.xml"
ENCRYPTED = 0x1
UTF8_NAME = 0x800
SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MACROS = ("vbaproject.bin", "vbadata.xml")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)

Label = Callable[[str], str | None]  # the field that a heading names


class Why(StrEnum):
    NOT_A_ZIP = "not_a_zip"
    TOO_MANY = "too_many_files"
    TOO_LARGE = "too_large_files"
    ENCRYPTED = "encrypted_files"
    NO_DOCUMENTS = "no_documents"


class FolderRefused(Exception):
    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(slots=True)
class Document:
    """Labels with their texts in order; `fault` says why it was not read."""

    name: str
    pairs: list[tuple[str, str]] = field(default_factory=list)
    title: str = ""
    unknown: list[str] = field(default_factory=list)
    fault: str = ""


def holds_documents(data: bytes) -> bool:
    """A document, or a ZIP that is no package of any office program: a folder of them."""
    return is_package(data, BODY) or (
        data.startswith(b"PK\3\4") and not is_package(data, "[Content_Types].xml")
    )


def is_package(data: bytes, part: str) -> bool:
    if not data.startswith(b"PK\3\4"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return part in package.namelist()
    except BROKEN:
        return False


def read_folder(data: bytes, name: str, label_of: Label) -> list[Document]:
    """Every DOCX of the archive, or the one document sent; other files are left alone."""
    if is_package(data, BODY):
        return [document(name[-120:], lambda: data, len(data), label_of)]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as folder:
            return [read_part(folder, part, label_of) for part in documents_in(folder)]
    except BROKEN as error:
        raise FolderRefused(Why.NOT_A_ZIP) from error


def read_part(folder: zipfile.ZipFile, part: zipfile.ZipInfo, label_of: Label) -> Document:
    return document(name_of(part), lambda: folder.read(part), part.file_size, label_of)


def documents_in(folder: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    parts = [one for one in folder.infolist() if not one.is_dir()]
    if len(parts) > MOST_FILES:
        raise FolderRefused(Why.TOO_MANY)
    # zipfile reads no further than the size a part declares, so the sum of them is a true bound.
    if sum(one.file_size for one in parts) > LARGEST_FOLDER:
        raise FolderRefused(Why.TOO_LARGE)
    if any(one.flag_bits & ENCRYPTED for one in parts):
        raise FolderRefused(Why.ENCRYPTED)
    found = [one for one in parts if is_document(one.filename)]
    if not found:
        raise FolderRefused(Why.NO_DOCUMENTS)
    return found


def is_document(name: str) -> bool:
    last = name.replace("\\", "/").rpartition("/")[2]
    return last.lower().endswith(".docx") and not last.startswith(("~$", "."))


def name_of(part: zipfile.ZipInfo) -> str:
    """The file's own name; archives made by Windows keep Russian letters in its old code page."""
    name = part.filename
    if not part.flag_bits & UTF8_NAME:
        with suppress(UnicodeEncodeError, UnicodeDecodeError):
            name = name.encode("cp437").decode("cp866")
    return name.replace("\\", "/").rpartition("/")[2][:120]


def document(name: str, read: Callable[[], bytes], size: int, label_of: Label) -> Document:
    found = Document(name)
    if size > LARGEST_FILE:
        found.fault = "document_too_large"
        return found
    try:
        body = body_of(read())
    except BROKEN:
        found.fault = "document_broken"
        return found
    if isinstance(body, str):
        found.fault = body
        return found
    collect(found, body, label_of)
    return found


def body_of(data: bytes) -> Any:
    """The body's XML, or the code of what is wrong with the file."""
    from defusedxml import ElementTree
    from defusedxml.common import DefusedXmlException

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = {one.lower() for one in package.namelist()}
        if any(name.endswith(MACROS) for name in names):
            return "document_macros"
        if BODY not in package.namelist():
            return "document_broken"
        if package.getinfo(BODY).file_size > LARGEST_TEXT:
            return "document_too_large"
        try:
            root = ElementTree.fromstring(package.read(BODY), forbid_dtd=True)
        except (ElementTree.ParseError, DefusedXmlException):
            return "document_broken"
    body = root.find(f"{SPACE}body")
    return "document_broken" if body is None else body


def collect(found: Document, body: Any, label_of: Label) -> None:
    """Paragraphs after a heading belong to it; a row of a table is a label and its text."""
    texts: dict[str, list[str]] = {}
    current = ""
    for block in body:
        if block.tag == f"{SPACE}tbl":
            for cells in rows_of(block):
                current = table_row(found, texts, cells, current, label_of)
            continue
        text = text_of(block)
        if not text:
            continue
        label, rest = labelled(text, label_of)
        if label:
            current = label
            texts.setdefault(label, [])
            if rest:
                texts[label].append(rest)
        elif current:
            texts[current].append(text)
        elif not found.title:
            found.title = text[:300]
    found.pairs = [(label, "\n".join(lines).strip()) for label, lines in texts.items() if lines]


def table_row(
    found: Document,
    texts: dict[str, list[str]],
    cells: list[str],
    current: str,
    label_of: Label,
) -> str:
    """The label that goes on below: rows without one of their own are lines of the one before."""
    for place, cell in enumerate(cells[:-1]):
        label = label_of(cell)
        if label:
            value = "\n".join(filter(None, cells[place + 1 :]))
            texts.setdefault(label, [])
            if value:
                texts[label].append(value)
            return label
    line = " – ".join(filter(None, cells))
    if len(cells) == 2 and all(cells) and len(cells[0]) < 80 and not cells[0].isdigit():
        found.unknown.append(cells[0])
    elif current and line:
        texts[current].append(line)
    return current


def labelled(text: str, label_of: Label) -> tuple[str, str]:
    """A paragraph that is a heading, or begins with one: «Проблема: родник зарос»."""
    if len(text) <= 80 and "\n" not in text:
        label = label_of(text.rstrip(": "))
        if label:
            return label, ""
    head, colon, rest = text.partition(":")
    if colon and len(head) <= 80:
        label = label_of(head)
        if label:
            return label, rest.strip()
    return "", text


def rows_of(table: Any) -> Iterator[list[str]]:
    for row in table.findall(f"{SPACE}tr"):
        yield [
            "\n".join(filter(None, (text_of(one) for one in cell.iter(f"{SPACE}p")))).strip()
            for cell in row.findall(f"{SPACE}tc")
        ]


def text_of(paragraph: Any) -> str:
    """Runs of text; breaks are lines, tabs are spaces; what was deleted in review is not there."""
    parts = []
    for one in paragraph.iter():
        if one.tag == f"{SPACE}t":
            parts.append(one.text or "")
        elif one.tag in (f"{SPACE}br", f"{SPACE}cr"):
            parts.append("\n")
        elif one.tag == f"{SPACE}tab":
            parts.append(" ")
    return "".join(parts).strip()

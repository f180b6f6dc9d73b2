"""An XLSX package looked over before a library opens it: its size, its XML, its bounds.

The library keeps its promises on honest files. What is refused here: archives that unpack to far
more than they weigh, document types (and with them entity bombs), rows and columns beyond the
sheet's own bounds (a library fills the gap up to them), and more elements than can be read in
reasonable time. It gets only the parts that were looked at.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from xml.parsers import expat

from rost.core.tables.model import Limits, Reason, TableRefused

_LAST_ROW = 1_048_576  # bounds of a sheet: ECMA-376 part 1, 18.3.1.73 and Excel's specification
_LAST_COLUMN = 16_384
_DEEPEST = 64
_CHUNK = 64 * 1024
_XML_PARTS = (".xml", ".rels")
_ENCRYPTED_FLAG = 0x1
_VALUES = ("v", "is", "f")


@dataclass(frozen=True, slots=True)
class Package:
    """An archive of harmless XML; `too_wide` names sheets wider than the limit and the line."""

    archive: io.BytesIO
    too_wide: dict[str, int]


def checked_package(data: bytes, limits: Limits) -> Package:
    """The package, holding only XML that was found harmless; TableRefused otherwise."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _checked(package, data, limits)
    except TableRefused:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OverflowError,
    ) as error:
        raise TableRefused(Reason.BROKEN) from error


def _checked(package: zipfile.ZipFile, data: bytes, limits: Limits) -> Package:
    parts = package.infolist()
    _check_kind({part.filename for part in parts})
    if len(parts) > limits.parts:
        raise TableRefused(Reason.TOO_LARGE, limit=limits.parts)
    # zipfile reads no further than the size a part declares, so the sum of them is a true bound.
    if sum(part.file_size for part in parts) > limits.unpacked:
        raise TableRefused(Reason.TOO_LARGE, limit=limits.unpacked)
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise TableRefused(Reason.ENCRYPTED)
    scan = _Scan(limits)
    wanted = [part for part in parts if part.filename.lower().endswith(_XML_PARTS)]
    for part in wanted:
        scan.read(package, part)
    archive = io.BytesIO(data) if len(wanted) == len(parts) else _only(package, wanted)
    return Package(archive, scan.too_wide)


def _check_kind(names: set[str]) -> None:
    if "content.xml" in names and "mimetype" in names:
        raise TableRefused(Reason.OPEN_DOCUMENT)
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise TableRefused(Reason.NOT_A_TABLE)
    if "xl/workbook.bin" in names:  # .xlsb
        raise TableRefused(Reason.NOT_A_TABLE)


def _only(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> io.BytesIO:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as copy:
        for part in {part.filename: part for part in parts}.values():
            copy.writestr(part.filename, package.read(part))
    kept.seek(0)
    return kept


class _Scan:
    """Reads XML for its bounds only; keeps nothing of it."""

    def __init__(self, limits: Limits):
        self.limits = limits
        self.elements = 0
        self.too_wide: dict[str, int] = {}
        self._start_part("")

    def _start_part(self, name: str) -> None:
        self.part = name
        self.depth = 0
        self.line = 0
        self.cells = 0
        self.column = 0

    def read(self, package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
        self._start_part(part.filename)
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self.doctype
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        try:
            with package.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    parser.Parse(chunk, False)
                parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise TableRefused(Reason.BROKEN) from error

    def doctype(self, *_: object) -> None:
        raise TableRefused(Reason.BROKEN)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self.depth += 1
        if self.elements > self.limits.elements:
            raise TableRefused(Reason.TOO_LARGE, limit=self.limits.elements)
        if self.depth > _DEEPEST:
            raise TableRefused(Reason.BROKEN)
        name = name.rpartition(" ")[2]
        if name == "row":
            self.row(attributes.get("r", ""))
        elif name == "c":
            self.cell(attributes.get("r", ""))
        elif name in _VALUES and self.column > self.limits.columns:
            self.too_wide.setdefault(self.part, self.line)

    def end(self, _name: str) -> None:
        self.depth -= 1

    def row(self, number: str) -> None:
        self.cells = self.column = 0
        if not number:
            self.line += 1
        elif number.isdecimal() and len(number) <= len(str(_LAST_ROW)):
            self.line = int(number)
        else:
            raise TableRefused(Reason.BROKEN)
        if self.line > _LAST_ROW:
            raise TableRefused(Reason.BROKEN)

    def cell(self, reference: str) -> None:
        self.cells += 1
        self.column = _column(reference) if reference else self.column + 1
        if max(self.cells, self.column) > _LAST_COLUMN:
            raise TableRefused(
                Reason.TOO_MANY_COLUMNS, line=self.line or None, limit=self.limits.columns
            )


def _column(reference: str) -> int:
    """The number of the column in a reference like «AB12»."""
    number = 0
    for letter in reference[:8].upper():
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number

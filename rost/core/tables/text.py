"""Reading tables kept as text (CSV): which letters, which separator, which lines."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from rost.core.tables.model import Limits, Reason, Row, Table, TableRefused, table_of, tidy_cells

SEPARATORS = (";", "\t", ",")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")

_SAMPLE_RECORDS = 20
_SAMPLE_SIGNS = 64 * 1024
_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In a Russian text nearly every sign above ASCII is a Russian letter or one of these.
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ")
_RUSSIAN_WORD = re.compile("[а-яёА-ЯЁ]{3,}")
_RUSSIAN_SIGNS = frozenset("№«»—–…“”„’\u00a0")


def read_text(data: bytes, limits: Limits) -> Table:
    text = decode(data)
    separator, text, skipped = _told_separator(text)
    if not separator:
        separator = guess_separator(text)
    return table_of(list(_rows(text, separator, skipped, limits)), limits)


def decode(data: bytes) -> str:
    """The text of UTF-8, UTF-16 or Windows-1251 bytes."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise TableRefused(Reason.ENCODING) from error
    if b"\0" in data:
        return _unmarked_utf16(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows_1251(data)


def guess_separator(text: str) -> str:
    """The separator that cuts the first records into the same number of cells most often."""
    sample = text[:_SAMPLE_SIGNS]
    return max(SEPARATORS, key=lambda separator: _evenness(sample, separator))


def _evenness(sample: str, separator: str) -> tuple[float, int]:
    widths: Counter[int] = Counter()
    try:
        for record in csv.reader(io.StringIO(sample, newline=""), delimiter=separator):
            if any(cell.strip() for cell in record):
                widths[len(record)] += 1
            if widths.total() >= _SAMPLE_RECORDS:
                break
    except csv.Error:
        return (0.0, 0)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    return (count / widths.total(), width) if width > 1 else (0.0, 0)


def _told_separator(text: str) -> tuple[str, str, int]:
    """Excel writes «sep=;» into a first line of its own: the separator, the rest, lines taken."""
    first, ending, rest = text.partition("\n")
    told = first.strip("\r ").lower()
    if ending and told.startswith("sep=") and len(told) == 5 and told[-1] in SEPARATORS:
        return told[-1], rest, 1
    return "", text, 0


def _rows(text: str, separator: str, skipped: int, limits: Limits) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line, count = skipped + 1, 0
    try:
        for record in reader:
            cells = tidy_cells([_bare(cell) for cell in record], line, limits)
            if cells:
                count += 1
                if count > limits.rows + 1:  # the header is not counted
                    raise TableRefused(Reason.TOO_MANY_ROWS, line=line, limit=limits.rows)
                yield Row(line, cells)
            last, line = line, skipped + reader.line_num + 1
    except csv.Error as error:
        # The reader knows one limit of its own, on the length of a cell.
        raise TableRefused(Reason.CELL_TOO_LONG, line=line, limit=limits.cell) from error
    if count:
        _check_closed(text, separator, last - skipped, skipped)


def _check_closed(text: str, separator: str, start: int, skipped: int) -> None:
    """A quote that was opened and never closed has swallowed the rest of the file."""
    lines = list(io.StringIO(text, newline=""))[start - 1 :]
    try:
        for _ in csv.reader(lines, delimiter=separator, strict=True):
            pass
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            raise TableRefused(Reason.BROKEN, line=start + skipped) from error


def _bare(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheet programs from computing it."""
    if cell.startswith("'") and cell[1:].lstrip().startswith(FORMULA_SIGNS):
        return cell[1:]
    return cell


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without its mark, if it reads as a text; zeros in anything else are no table."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.strip() and all(_of_a_text(sign) for sign in text[:_SAMPLE_SIGNS]):
            return text
    raise TableRefused(Reason.NOT_A_TABLE)


def _of_a_text(sign: str) -> bool:
    if sign in "\t\r\n":
        return True
    return ord(sign) < 0x2300 and unicodedata.category(sign) not in ("Cc", "Cn", "Co", "Cs")


def _windows_1251(data: bytes) -> str:
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError as error:
        raise TableRefused(Reason.ENCODING) from error
    if any(unicodedata.category(sign) == "Cc" and sign not in "\t\r\n" for sign in text):
        raise TableRefused(Reason.NOT_A_TABLE)
    beyond = [sign for sign in text if not sign.isascii() and sign not in _RUSSIAN_SIGNS]
    russian = sum(sign in _RUSSIAN for sign in beyond)
    if russian < 0.8 * len(beyond) or _reads_inside_out(text):
        raise TableRefused(Reason.ENCODING)
    return text


def _reads_inside_out(text: str) -> bool:
    """«йБЮМНБ»: what KOI8-R looks like when read as Windows-1251, small for capital letters."""
    words: list[str] = _RUSSIAN_WORD.findall(text)
    inverted = sum(word[0].islower() and word[1:].isupper() for word in words)
    return inverted > sum(word[1:].islower() for word in words)

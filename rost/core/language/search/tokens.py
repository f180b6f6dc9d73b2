"""A text in tokens: words, numbers, dates, laws, addresses.

Every token that leaves here consists of small letters and digits alone, so that no database parts
it again: «131-ФЗ» is `131фз`, «2,5» is `2d5`, 18.02.2020 is `20200218`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

LONGEST_WORD = 64  # what is longer is no word; it is cut, so that nothing grows without bound


class Shape(Enum):
    WORD = "word"  # letters of one script
    NUMBER = "number"
    EXACT = "exact"  # compared as it is: a law, an address, a date, a whole of several parts


@dataclass(frozen=True, slots=True)
class Token:
    """`whole` tokens stand beside their own parts and need not be found when the parts are."""

    text: str
    shape: Shape
    whole: bool = False


_NUMERO = str.maketrans({"№": " ", "½": " ", "¼": " ", "¾": " "})
_MONTHS = {
    name: place
    for place, names in enumerate(
        (
            ("января", "ғинуар", "ғинуары"),
            ("февраля", "февраль", "феврале"),
            ("марта", "март", "марты"),
            ("апреля", "апрель", "апреле"),
            ("мая", "май", "майы"),
            ("июня", "июнь", "июне"),
            ("июля", "июль", "июле"),
            ("августа", "август", "авгусы"),
            ("сентября", "сентябрь", "сентябре"),
            ("октября", "октябрь", "октябре"),
            ("ноября", "ноябрь", "ноябре"),
            ("декабря", "декабрь", "декабре"),
        ),
        start=1,
    )
    for name in names
}
_LETTER = r"[^\W\d_]"
_PATTERN = re.compile(
    rf"""
    (?P<mail>[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}})+)
  | (?P<address>(?:https?://[^\s<>"«»]{{1,300}}
      |(?:www\.)?(?:[a-z0-9-]{{1,63}}\.){{1,5}}(?:ru|com|org|net|info|su)\b(?:/[^\s<>"«»]{{1,300}})?
      |(?:[а-я0-9-]{{1,63}}\.){{1,5}}рф\b(?:/[^\s<>"«»]{{1,300}})?))
  | (?P<date>(?<![\d.])\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d(?![\d]))
  | (?P<dated>(?<![\d.])\d{{1,2}}\s+(?:{"|".join(sorted(_MONTHS, key=len, reverse=True))})\b
      (?:\s+(?:19|20)\d\d)?)
  | (?P<law>(?<![\d-])\d{{1,5}}\s?-?\s?(?:фкз|фз|рз)\b)
  | (?P<grouped>(?<![\d.,])\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?![\d]))
  | (?P<decimal>(?<![\d.,])\d{{1,12}}[.,]\d{{1,6}}(?![\d]|[.,]\d))
  | (?P<ordinal>(?<!\d)\d{{1,9}}-(?:й|я|е|го|му|ми|м|х|ой|ый|ая|ое|ые|ти|летие|летия|се|сы)\b)
  | (?P<joined>{_LETTER}+(?:['’‐‑-](?:{_LETTER}|\d)+)+)
  | (?P<mixed>\d{{1,12}}(?:[-‐‑]?{_LETTER}{{1,12}})(?:[-‐‑]?\d{{1,12}})?)
  | (?P<word>{_LETTER}+)
  | (?P<number>\d+)
    """,
    re.VERBOSE,
)
_JOINTS = re.compile(r"['’‐‑-]")
_PIECES = re.compile(rf"{_LETTER}+|\d+")


def plain(text: str) -> str:
    """Small letters in compatibility form without accents; ё is е; Bashkir letters stay."""
    text = unicodedata.normalize("NFKC", text.translate(_NUMERO)).casefold()
    text = unicodedata.normalize("NFKC", text)
    marks = ("Mn", "Me", "Cf")
    if not text.isascii():
        text = "".join(sign for sign in text if unicodedata.category(sign) not in marks)
    return text.replace("ё", "е")


def tokens(text: str) -> Iterator[Token]:
    """In the order of the text; a whole stands before its parts."""
    for match in _PATTERN.finditer(plain(text)):
        kind = match.lastgroup or ""
        found = match.group()
        if kind == "word":
            yield Token(found[:LONGEST_WORD], Shape.WORD)
        elif kind == "number":
            yield _number(found)
        else:
            yield from _MAKERS[kind](found)


def _number(digits: str) -> Token:
    return Token((digits.lstrip("0") or "0")[:LONGEST_WORD], Shape.NUMBER)


def _parts(text: str) -> Iterator[Token]:
    for piece in _PIECES.findall(text):
        if piece[0].isdigit():
            yield _number(piece)
        else:
            yield Token(piece[:LONGEST_WORD], Shape.WORD)


def _whole(text: str) -> Token:
    return Token("".join(_PIECES.findall(text))[:LONGEST_WORD], Shape.EXACT, whole=True)


def _whole_and_parts(text: str) -> Iterator[Token]:
    yield _whole(text)
    yield from _parts(text)


def _address(text: str) -> Iterator[Token]:
    text = re.sub(r"^(?:https?://)?(?:www\.)?", "", text).rstrip("/.,;:!?)")
    yield from _whole_and_parts(text)


def _date(text: str) -> Iterator[Token]:
    day, month, year = (int(part) for part in text.split("."))
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield Token(f"{year:04}{month:02}{day:02}", Shape.EXACT, whole=True)
        name = next(name for name, place in _MONTHS.items() if place == month)
        yield from (_number(str(day)), Token(name, Shape.WORD), _number(str(year)))
    else:
        yield from _parts(text)


def _dated(text: str) -> Iterator[Token]:
    day, month, *year = text.split()
    if year:
        yield Token(f"{int(year[0]):04}{_MONTHS[month]:02}{int(day):02}", Shape.EXACT, whole=True)
    yield from (_number(day), Token(month, Shape.WORD))
    yield from (_number(part) for part in year)


def _law(text: str) -> Iterator[Token]:
    yield from _whole_and_parts(text)


def _grouped(text: str) -> Iterator[Token]:
    yield _number("".join(text.split()))


def _decimal(text: str) -> Iterator[Token]:
    before, after = re.split(r"[.,]", text)
    shown = f"{before.lstrip('0') or '0'}d{after.rstrip('0') or '0'}"
    yield Token(shown, Shape.EXACT, whole=True)
    yield from (_number(before), _number(after))


def _ordinal(text: str) -> Iterator[Token]:
    yield _number(text.split("-")[0])


def _joined(text: str) -> Iterator[Token]:
    if len(_JOINTS.split(text)) <= 6:
        yield _whole(text)
    yield from _parts(text)


_MAKERS = {
    "mail": _whole_and_parts,
    "address": _address,
    "date": _date,
    "dated": _dated,
    "law": _law,
    "grouped": _grouped,
    "decimal": _decimal,
    "ordinal": _ordinal,
    "joined": _joined,
    "mixed": _whole_and_parts,
}

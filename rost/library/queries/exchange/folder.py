"""A folder of DOCX passports as the same texts that a list gives."""

from __future__ import annotations

import re
from functools import lru_cache

from rost.directory.queries.imports import fault
from rost.library.adapters.word_passports import Document, read_folder
from rost.library.rules.exchange.words import plain

from .raw import TITLED, Raw, Sent

ORDINAL = re.compile(r"^\s*\d{1,2}(\.\d{1,2})*[.)]?\s+")
BRACKETS = re.compile(r"\([^)]*\)")
LONGEST_LABEL = 80


def read_documents(data: bytes, name: str) -> Sent:
    """One passport a file; a file that cannot be read is a fault of its own line."""
    sent = Sent()
    for line, one in enumerate(read_folder(data, name, label_of), 1):
        if one.fault:
            sent.faults.append(fault(line, one.fault, column=one.name))
            continue
        raw = raw_of(line, one)
        if not raw.values:
            sent.faults.append(fault(line, "document_empty", column=one.name))
            continue
        sent.raws.append(raw)
        sent.unknown += [text for text in one.unknown if text not in sent.unknown]
    return sent


def raw_of(line: int, one: Document) -> Raw:
    values = dict(one.pairs)
    if one.title and "title" not in values and values:
        values["title"] = one.title
    return Raw(line, values, file=one.name)


def label_of(text: str) -> str | None:
    """The field that a heading names: without its number and remarks in brackets."""
    if len(text) > LONGEST_LABEL:
        return None
    return labels().get(plain(BRACKETS.sub(" ", ORDINAL.sub("", text))))


@lru_cache(maxsize=1)
def labels() -> dict[str, str]:
    known: dict[str, str] = {}
    for name, aliases in TITLED.items():
        if name in ("key", "number"):
            continue
        for alias in aliases:
            known.setdefault(plain(alias), name)
    return known

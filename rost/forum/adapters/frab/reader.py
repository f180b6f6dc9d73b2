"""One door for schedule files of any dialect."""

from __future__ import annotations

from typing import Final

from .assembly import assemble
from .decoding import decode
from .json_reader import read_json
from .remarks import Imported, Notes, Reason, Refused, Repair
from .xml_reader import read_xml

LARGEST: Final = 20 * 1024 * 1024  # bytes; the largest schedule met in the wild has three million
MOST_EVENTS: Final = 10_000


def read(data: bytes, name: str, *, timezone: str = "Asia/Yekaterinburg") -> Imported:
    """The programme in a schedule XML or JSON file, and what had to be mended.

    `name` of the file stands for a missing title; `timezone` is for times that name no zone.
    Raises Refused for what is not a schedule.
    """
    if len(data) > LARGEST:
        raise Refused(Reason.TOO_LARGE)
    notes = Notes()
    text, guessed = decode(data)
    if guessed:
        notes.once(Repair.ENCODING_GUESSED)
    text = text.lstrip("\ufeff \t\r\n")
    if not text:
        raise Refused(Reason.EMPTY)
    if text[0] not in "<{[":
        raise Refused(Reason.UNREADABLE)
    source = read_xml(text, notes) if text[0] == "<" else read_json(text, notes)
    if len(source.events) > MOST_EVENTS:
        raise Refused(Reason.TOO_LARGE)
    return assemble(source, name=name, timezone=timezone, notes=notes)

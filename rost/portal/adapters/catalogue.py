"""Reads the message catalogues, so that a page can list what an editor has yet to confirm."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polib
from django.conf import settings

CONFIRMED = "confirmed"  # a translator's comment on an entry that a native editor has read


@dataclass(frozen=True, slots=True)
class Text:
    english: str
    russian: str
    bashkir: str


def unconfirmed() -> tuple[Text, ...]:
    """Every Bashkir text without the editor's mark, in the order of the catalogue."""
    folder = Path(settings.LOCALE_PATHS[0])
    paths = [folder / code / "LC_MESSAGES" / "django.po" for code in ("ru", "ba")]
    return _read(*paths, *(path.stat().st_mtime_ns for path in paths))


@lru_cache(maxsize=1)
def _read(russian: Path, bashkir: Path, *_changed: int) -> tuple[Text, ...]:
    said = {(one.msgctxt, one.msgid): _text(one) for one in polib.pofile(str(russian))}
    return tuple(
        Text(one.msgid, said.get((one.msgctxt, one.msgid), ""), _text(one))
        for one in polib.pofile(str(bashkir))
        if not one.obsolete and _text(one) and CONFIRMED not in one.tcomment
    )


def _text(entry: polib.POEntry) -> str:
    forms = entry.msgstr_plural.values() if entry.msgid_plural else (entry.msgstr,)
    return " / ".join(dict.fromkeys(form for form in forms if form))

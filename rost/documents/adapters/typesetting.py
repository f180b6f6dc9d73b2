"""PDF by typst, from a layout and data: tagged, with language and title (PDF/UA-1).

The layout is ours, the data are anybody's: they reach typst as JSON and are never read as markup.
typst sees the files given here and nothing else: its root is an empty folder.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Collection
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib import resources
from typing import Any

from rost.core.language.hyphenation import with_soft_hyphens
from rost.documents.adapters.lettering import font_folders, legible
from rost.documents.adapters.square_codes import square_code

STANDARD = "ua-1"
_EMPTY = tempfile.TemporaryDirectory(prefix="rost-typst-")
_MAIN = """#import "page.typ": layout
#let job = json("job.json")
#set document(title: job.title)
#set text(lang: job.language, fallback: false)
#layout(job)
"""


def typeset(
    layout: str, job: Any, *, square_codes: Collection[str] = (), running: Collection[str] = ()
) -> bytes:
    """The job set by its layout; both fields of square codes and of running text by name."""
    import typst

    setting = _Setting(job.language, frozenset(square_codes), frozenset(running))
    data = {
        "contents": [setting.plain(content) for content in job.contents],
        "words": {name: legible(word) for name, word in job.words.items()},
        "language": job.language,
        "title": legible(job.title),
        "variant": job.variant,
    }
    sources = {
        "main.typ": _MAIN.encode(),
        "page.typ": layout.encode(),
        "job.json": json.dumps(data, ensure_ascii=False).encode(),
        **{name: text.encode() for name, text in shared_layouts().items()},
    }
    made: bytes = typst.compile(
        sources, font_paths=_fonts(), root=_EMPTY.name, pdf_standards=[STANDARD]
    )
    return made


@dataclass(frozen=True, slots=True)
class _Setting:
    """Contents as the setter takes them: legible, hyphenated, with square codes drawn."""

    language: str
    square_codes: frozenset[str]
    running: frozenset[str]

    def plain(self, value: Any, name: str = "") -> Any:
        if isinstance(value, str):
            text = legible(value)
            return with_soft_hyphens(text, self.language) if name in self.running else text
        if isinstance(value, (tuple, list)):
            return [self.plain(item, name) for item in value]
        if is_dataclass(value):
            return self._fields(value)
        return value

    def _fields(self, value: Any) -> dict[str, Any]:
        made = {
            field.name: self.plain(getattr(value, field.name), field.name)
            for field in fields(value)
        }
        for name in self.square_codes & made.keys():
            address = getattr(value, name)
            made[f"{name}_square"] = square_code(address) if address else ""
        return made


@cache
def shared_layouts() -> dict[str, str]:
    """The parts every layout may import, by file name."""
    folder = resources.files("rost.documents.adapters").joinpath("layouts")
    return {
        part.name: part.read_text(encoding="utf-8")
        for part in sorted(folder.iterdir(), key=lambda part: part.name)
        if part.name.endswith(".typ")
    }


@cache
def _fonts() -> Any:
    """Both fonts, read once a process."""
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders()
    )

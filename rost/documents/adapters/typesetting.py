"""PDF by typst, from a layout and data: tagged, with language and title (PDF/UA-1).

The layout is ours, the data are anybody's: they reach typst as JSON and are never read as markup.
typst sees the files given here and nothing else: its root is an empty folder.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib import resources
from typing import Any

from rost.core.language.hyphenation import with_soft_hyphens
from rost.documents.adapters.fonts import faces, font_folders
from rost.documents.adapters.lettering import legible
from rost.documents.adapters.press import press
from rost.documents.adapters.square_codes import square_codes

_EMPTY = tempfile.TemporaryDirectory(prefix="rost-typst-")
_MAIN = """#import "page.typ": layout
#let job = json("job.json")
#set document(title: job.title)
#set text(lang: job.language, fallback: false)
#layout(job)
"""


def typeset(
    layout: str, job: Any, *, coded: Collection[str] = (), running: Collection[str] = ()
) -> bytes:
    """The job set by its layout; `coded` and `running` are names of fields: those drawn as square
    codes, those hyphenated."""
    setting = _Setting(job.language, frozenset(running))
    data = {
        "contents": _with_codes(job.contents, coded, [setting.plain(it) for it in job.contents]),
        "words": {name: legible(word) for name, word in job.words.items()},
        "language": job.language,
        "title": legible(job.title),
        "variant": job.variant,
    }
    sources = {
        "main.typ": _MAIN.encode(),
        "page.typ": layout.encode(),
        "job.json": json.dumps(data, ensure_ascii=False).encode(),
        "faces.json": _widths(),
        **{name: text.encode() for name, text in shared_layouts().items()},
    }
    return press(sources, font_folders(), _EMPTY.name)


@dataclass(frozen=True, slots=True)
class _Setting:
    """Contents as the setter takes them: legible and hyphenated."""

    language: str
    running: frozenset[str]

    def plain(self, value: Any, name: str = "") -> Any:
        if isinstance(value, str):
            text = legible(value)
            return with_soft_hyphens(text, self.language) if name in self.running else text
        if isinstance(value, (tuple, list)):
            return [self.plain(item, name) for item in value]
        if is_dataclass(value):
            own = fields(value)
            return {field.name: self.plain(getattr(value, field.name), field.name) for field in own}
        return value


def _with_codes(
    contents: Sequence[Any], coded: Collection[str], plain: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Beside each field that is coded its picture, empty where there is nothing to code."""
    addresses = {getattr(content, name) for content in contents for name in coded} - {""}
    drawn = square_codes(addresses)
    for content, made in zip(contents, plain, strict=True):
        for name in coded:
            made[f"{name}_square"] = drawn.get(getattr(content, name), "")
    return plain


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
def _widths() -> bytes:
    return json.dumps(faces(), ensure_ascii=False).encode()

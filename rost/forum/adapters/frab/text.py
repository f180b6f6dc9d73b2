"""Text that XML and JSON can carry, and text out of HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

# XML 1.0, production 2 (Char): everything else may not appear, not even escaped.
FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACES: Final = re.compile(r"\s+")
_TAG: Final = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(\s[^<>]*)?/?>|<!--|&(?:[a-z]+|#\d+);")
_BLANK_LINES: Final = re.compile(r"\n\s*\n\s*")
_BLOCKS: Final = frozenset(
    {
        *("address", "article", "blockquote", "dd", "div", "dl", "dt", "hr", "li", "ol", "p"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "pre", "section", "table", "tr", "ul"),
    }
)
_SILENT: Final = frozenset({"script", "style", "template", "iframe", "object", "svg"})


def clean(text: str) -> str:
    """Without the characters that XML forbids, with one kind of line end."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return FORBIDDEN.sub("", text)


def one_line(text: str) -> str:
    return _SPACES.sub(" ", clean(text)).strip()


def has_markup(text: str) -> bool:
    return _TAG.search(text) is not None


def without_markup(text: str) -> str:
    """The words of an HTML text: paragraphs kept as lines, scripts and styles left out."""
    reader = _Words()
    reader.feed(_without_comments(text))
    reader.close()
    lines = (line.strip() for line in "".join(reader.found).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def _without_comments(text: str) -> str:
    """One pass: many openings that are never closed would cost the parser their square."""
    before, opening, rest = text.partition("<!--")
    kept = [before]
    while opening:
        before, opening, rest = rest.partition("-->")[2].partition("<!--")
        kept.append(before)
    return "".join(kept)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag == "br":
            self.found.append("\n")
        elif tag == "li":
            self.found.append("\n• ")
        elif tag in _BLOCKS:
            self.found.append("\n\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _BLOCKS and tag != "li":
            self.found.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(data)

"""Texts and links of an event: markup taken off, parts joined, addresses looked at."""

from __future__ import annotations

from typing import Final

from rost.core.programme.model import Material

from .addresses import mended
from .remarks import Notes, Repair
from .source import SourceEvent, SourceLink
from .text import clean, has_markup, without_markup

_TITLE_LENGTH: Final = 300
_ADDRESS_LENGTH: Final = 200  # what a URL column keeps unless told otherwise
_TEXT_LENGTH: Final = 50_000


class Content:
    def __init__(self, base_url: str, notes: Notes) -> None:
        self.base_url = base_url
        self.notes = notes

    def words(self, event: SourceEvent, name: str) -> str:
        text = clean(event[name]).strip()
        if len(text) > _TEXT_LENGTH:
            self.notes.add(Repair.TEXT_CUT, event["id"], event["title"], name)
            text = text[:_TEXT_LENGTH]
        if not has_markup(text):
            return text
        plain = without_markup(text)
        if plain != text:
            self.notes.add(Repair.MARKUP_REMOVED, event["id"], event["title"], name)
        return plain

    def abstract(self, event: SourceEvent) -> str:
        """Subtitle, abstract and description as one text, each said once."""
        subtitle = self.words(event, "subtitle")
        abstract = self.words(event, "abstract")
        description = self.words(event, "description")
        if subtitle and subtitle not in {abstract, description}:
            self.notes.add(Repair.SUBTITLE_JOINED, event["id"], event["title"], subtitle)
        else:
            subtitle = ""
        if description.startswith(abstract):
            abstract = ""
        elif abstract.startswith(description):
            description = ""
        return "\n\n".join(part for part in (subtitle, abstract, description) if part)

    def links(self, event: SourceEvent) -> tuple[tuple[Material, ...], str]:
        """Materials, and the address of the broadcast if a link of type media names it."""
        broadcast = ""
        found: dict[str, Material] = {}
        for link in [*event.links, *event.attachments]:
            url = self._address(link)
            if not url:
                if link.url:
                    self.notes.add(Repair.LINK_DROPPED, event["id"], event["title"], link.url)
            elif link.type.lower() == "media" and not broadcast:
                broadcast = url
            else:
                title = " ".join(clean(link.title).split())[:_TITLE_LENGTH]
                found.setdefault(url, Material(title or url, url))
        return tuple(found.values()), broadcast

    def _address(self, link: SourceLink) -> str:
        url = mended(self.base_url, clean(link.url))
        return url if len(url) <= _ADDRESS_LENGTH else ""

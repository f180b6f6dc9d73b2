"""The main menu: rooms above add their entries when the application starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Entry:
    url_name: str
    text: str | Promise
    shown: Callable[[Any], bool]  # visitor → whether they see it; asks the database nothing
    here: Callable[[str], bool]  # path without its language → whether the reader is in this part


_entries: dict[str, Entry] = {}


def add_entry(
    url_name: str,
    text: str | Promise,
    shown: Callable[[Any], bool],
    here: Callable[[str], bool],
) -> None:
    _entries[url_name] = Entry(url_name, text, shown, here)


def entries_for(visitor: Any) -> list[Entry]:
    """What this visitor's menu holds, in the order in which it was added."""
    return [one for one in _entries.values() if one.shown(visitor)]

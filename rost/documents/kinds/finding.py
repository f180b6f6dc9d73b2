"""The kinds there are: every folder beside this file that declares a `KIND`."""

from __future__ import annotations

import hashlib
import pkgutil
from importlib import import_module
from importlib.resources import files

from rost.documents import kinds as shelf
from rost.documents.adapters.typesetting import shared_layouts
from rost.documents.kinds.model import Kind


def kinds() -> dict[str, Kind]:
    """All kinds by name, in the order of their names."""
    names = sorted(found.name for found in pkgutil.iter_modules(shelf.__path__) if found.ispkg)
    return {name: _declared(name) for name in names}


def kind_named(name: str) -> Kind:
    """The kind of that name; KeyError when there is no such folder."""
    return kinds()[name]


def layout_of(name: str) -> str:
    """The kind's layout as it is written in its `page.typ`."""
    kind_named(name)
    return files(f"{shelf.__name__}.{name}").joinpath("page.typ").read_text(encoding="utf-8")


def layout_digest(name: str) -> str:
    """What the layout was, in 64 signs: it changes when the page or a shared part changes."""
    parts = (layout_of(name), *(text for _, text in sorted(shared_layouts().items())))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _declared(name: str) -> Kind:
    kind = import_module(f"{shelf.__name__}.{name}").KIND
    if not isinstance(kind, Kind) or kind.name != name:
        raise ValueError(f"kinds/{name} declares no kind of its own name")
    return kind

"""The registry of background works: what a batch can make, and who may see it.

A room declares its works in `AppConfig.ready()`:

    register_work(Work("forum.badges", _("Badges"), run=..., may_see=...))
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.utils.functional import Promise

from rost.directory.rules import Visitor
from rost.documents.models import Batch


class Progress(Protocol):
    def __call__(self, done: int, total: int) -> None:
        """Show how far it is; raises `Stopped` when somebody asked to stop."""


class Stopped(Exception):
    """Somebody pressed «Stop»: what was made so far stays, the rest is not begun."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a work made: a file (or none, where the rows themselves are the result)."""

    rows: int
    note: str = ""
    file_name: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of background work; `run` must do no harm when it is done twice.

    `queue`: work that takes minutes goes into the queue "long", for which `serve` starts a process
    when something waits there, so that mail and printing do not wait for it.
    """

    name: str
    title: str | Promise
    run: Callable[[Batch, Progress, datetime], Result]
    may_see: Callable[[Visitor, Batch], bool]
    queue: str = "default"


_registry: dict[str, Work] = {}


def register_work(work: Work) -> None:
    """Declare a work once; declaring another under the same name is a mistake."""
    if _registry.get(work.name, work).run is not work.run:
        raise ValueError(f"{work.name} is declared twice")
    _registry[work.name] = work


def work_named(name: str) -> Work:
    """The declared work; KeyError when no room declares it."""
    return _registry[name]

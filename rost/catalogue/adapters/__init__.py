"""What each database does in its own way; both have the same functions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from django.db import connection

from . import postgres, sqlite
from .wanted import Ask, Wanted


class Database(Protocol):
    def best(self, ask: Ask) -> list[tuple[int, float]]: ...
    def beginning(self, generation: int, start: str) -> list[tuple[str, int]]: ...
    def ending(self, generation: int, end: str) -> list[tuple[str, int]]: ...
    def count_words(self, generation: int, changes: Iterable[tuple[str, int]]) -> None: ...


def database() -> Database:
    return sqlite if connection.vendor == "sqlite" else postgres


__all__ = ["Ask", "Database", "Wanted", "database"]

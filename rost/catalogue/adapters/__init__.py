"""What each database does in its own way; both have the same functions."""

from __future__ import annotations

from types import ModuleType

from django.db import connection

from . import postgres, sqlite


def database() -> ModuleType:
    return sqlite if connection.vendor == "sqlite" else postgres


__all__ = ["database"]

"""Codes of local issues and national projects by the names that people write."""

from __future__ import annotations

from functools import lru_cache

from rost.directory.queries.reference import every_local_issue, every_national_project
from rost.library.rules.exchange.words import plain


@lru_cache(maxsize=1)
def issues_by_name() -> dict[str, str]:
    """The first of a name counts: issues of a rural settlement stand first."""
    known: dict[str, str] = {}
    for code, one in every_local_issue().items():
        for name in one.names.values():
            known.setdefault(plain(name), code)
    return known


@lru_cache(maxsize=1)
def nationals_by_name() -> dict[str, str]:
    """By name with the period; by name alone it is of the latest list."""
    known: dict[str, str] = {}
    for code, one in every_national_project().items():
        for name in one.names.values():
            known[plain(name)] = code
            known[plain(f"{name}, {one.group}")] = code
    return known

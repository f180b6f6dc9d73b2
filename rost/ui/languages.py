"""The language of a page stands in its address: / Russian, /ba/ Bashkir, /en/ English."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Twin:
    """The same page in one language."""

    code: str
    name: str
    href: str
    current: bool


def same_page(full_path: str, active: str | None) -> list[Twin]:
    """Addresses of the page in every language; path and query stay.

    >>> [twin.href for twin in same_page("/ba/forum/?day=2", "ba")]
    ['/forum/?day=2', '/ba/forum/?day=2', '/en/forum/?day=2']
    """
    return [
        Twin(code, name, in_language(full_path, code), code == active)
        for code, name in settings.LANGUAGES
    ]


def without_language(full_path: str) -> str:
    """The address without its language; never one that leaves the site («//elsewhere»)."""
    for code, _ in settings.LANGUAGES:
        prefix = f"/{code}/"
        if code != settings.LANGUAGE_CODE and full_path.startswith(prefix):
            full_path = full_path[len(prefix) - 1 :]
            break
    return "/" + full_path.lstrip("/\\")


def in_language(path: str, code: str) -> str:
    """The same address in the given language, whatever language it was written in.

    >>> in_language("/ba/forum/", "en")
    '/en/forum/'
    """
    rest = without_language(path)
    known = {known for known, _ in settings.LANGUAGES}
    return rest if code == settings.LANGUAGE_CODE or code not in known else f"/{code}{rest}"

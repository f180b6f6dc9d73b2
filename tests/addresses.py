"""Every address of the site, read from its URL configuration."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def addresses() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each named address with the names of its arguments, once."""
    seen = set()
    for name, arguments in walk(get_resolver().url_patterns, (), ()):
        if name not in seen:
            seen.add(name)
            yield name, arguments


def walk(
    patterns: list[URLPattern | URLResolver], spaces: tuple[str, ...], above: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for pattern in patterns:
        arguments = (*above, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            space = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from walk(pattern.url_patterns, space, arguments)
        else:
            name = pattern.name or getattr(pattern.callback, "__name__", "?")
            yield ":".join((*spaces, name)), tuple(dict.fromkeys(arguments))

"""The few icons of the product: strokes on a grid of 24, drawn for it, coloured by the text."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

STROKES = {
    "arrow": "M4 12h15m-6-6 6 6-6 6",
    "back": "M20 12H5m6-6-6 6 6 6",
    "calendar": "M4 6h16v14H4zM4 10h16M8 3v4m8-4v4",
    "camera": "M3 8h4l2-3h6l2 3h4v11H3zm9 2a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
    "check": "m4 13 5 5L20 6",
    "clock": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 4v5l4 2",
    "cross": "M5 5l14 14M19 5 5 19",
    "download": "M12 3v12m-5-5 5 5 5-5M4 20h16",
    "eye": "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zm10-3a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
    "info": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 8v6m0-10v1",
    "mail": "M3 6h18v13H3zm0 1 9 7 9-7",
    "no_camera": "M3 8h4l2-3h6l2 3h4v11H3zm9 2a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2 2l20 20",
    "person": "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c0-4 4-6 8-6s8 2 8 6",
    "pin": "M12 22s7-7 7-12a7 7 0 0 0-14 0c0 5 7 12 7 12zm0-15a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
    "plus": "M12 4v16M4 12h16",
    "print": "M7 9V3h10v6M7 18H3V9h18v9h-4M7 14h10v7H7z",
    "search": "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12zm5 11 6 6",
    "warning": "M12 3 2 20h20zm0 7v4m0 2v1",
}


def icon(name: str) -> SafeString:
    """A picture beside a word; it says nothing by itself, so screen readers skip it."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>',
        mark_safe(STROKES[name]),  # noqa: S308 our own strokes
    )

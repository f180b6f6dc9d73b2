"""Track colours as a style sheet of the page: an inline rule needs its hash in the policy.

A colour is only a second sign beside the track's name. It is brought to a shade that is seen on
the page's ground, in the light and in the dark theme.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from rost.core.colours import is_colour, readable
from rost.core.programme.model import Track

LIGHT_GROUND, DARK_GROUND = "#f2eee4", "#222a34"


def track_style(request: HttpRequest, tracks: Sequence[Track]) -> SafeString:
    """`.t1`, `.t2` … in the order of the programme; allowed in this answer's policy."""
    text = _rules(tuple(track.colour for track in tracks))
    if text:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        known: set[str] = getattr(request, "style_hashes", set())
        request.style_hashes = {f"'sha256-{digest}'", *known}  # type: ignore[attr-defined]
    return mark_safe(text)  # noqa: S308 made of checked colours only


@lru_cache(maxsize=16)
def _rules(colours: tuple[str, ...]) -> str:
    chosen = [(n, colour) for n, colour in enumerate(colours, 1) if is_colour(colour)]
    light = "".join(f".t{n}{{--t:{readable(one, LIGHT_GROUND)}}}" for n, one in chosen)
    dark = "".join(f".t{n}{{--t:{readable(one, DARK_GROUND)}}}" for n, one in chosen)
    return f"{light}@media(prefers-color-scheme:dark){{{dark}}}" if chosen else ""

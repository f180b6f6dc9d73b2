"""Web addresses as RFC 3986 spells them: what is not ASCII or has no place there is escaped."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

_STRAY_PERCENT: Final = re.compile(r"%(?![0-9a-fA-F]{2})")
_SCHEMELESS: Final = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,6}(?:/.*)?")
_OF_PATH: Final = "%/:@!$&'()*+,;=~"
_OF_QUERY: Final = _OF_PATH + "?"


def absolute(base_url: str, url: str) -> str:
    """The whole http or https address, or nothing if it is none."""
    try:
        parts = urlsplit(urljoin(base_url, url.strip()))
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme not in {"http", "https"} or not re.fullmatch(r"[a-z0-9._-]+", host):
        return ""
    return urlunsplit(
        (
            parts.scheme,
            host + port,
            _escaped(parts.path, _OF_PATH),
            _escaped(parts.query, _OF_QUERY),
            _escaped(parts.fragment, _OF_QUERY),
        )
    )


def mended(base_url: str, url: str) -> str:
    """Like `absolute`, and an address that was written without its scheme is taken for one."""
    url = url.strip()
    if _SCHEMELESS.fullmatch(url) and not url.endswith((".html", ".htm", ".pdf")):
        url = f"https://{url}"
    return absolute(base_url, url)


def _escaped(text: str, safe: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", text), safe=safe)

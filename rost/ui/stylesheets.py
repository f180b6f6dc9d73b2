"""Style sheets: one plain file a component, joined and put into the page itself.

A page names the components it uses; the joined text is inlined (no request before it reads) and
allowed by its SHA-256 in the Content-Security-Policy, so no other inline style can run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "styles"
TIGHT = (
    (re.compile(r"/\*.*?\*/", re.DOTALL), ""),
    (re.compile(r"\s+"), " "),
    (re.compile(r"\s*([{};,>])\s*"), r"\1"),
    (re.compile(r"(?<=[\w-]):\s"), ":"),
    (re.compile(r"(?<![\w.])0\.(?=\d)"), "."),
    (re.compile(r";}"), "}"),
)


@lru_cache(maxsize=64)
def sheet(names: tuple[str, ...]) -> tuple[str, str]:
    """Joined style text of the named files and its CSP source expression."""
    text = "".join((FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in names)
    for pattern, short in TIGHT:
        text = pattern.sub(short, text)
    text = text.strip()
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return text, f"'sha256-{digest}'"

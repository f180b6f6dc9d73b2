"""What the page at the door is made of: the files a telephone keeps to open it without a line."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from django.templatetags.static import static

ROOM = Path(__file__).resolve().parents[1]
SCRIPTS = ROOM / "static/forum/door"
WORKER = SCRIPTS / "worker.js"
# Where anything of this changes, the telephone takes the page anew.
SHAPING = ("templates/forum/door/*.html", "static/forum/door/*.js", "messages/door.py")


def modules() -> list[str]:
    """Addresses of the scripts of the page; the first is the one that begins."""
    names = sorted(path.name for path in SCRIPTS.glob("*.js") if path != WORKER)
    names.sort(key=lambda name: name != "main.js")
    return [static(f"forum/door/{name}") for name in names]


def worker_text(version: str) -> str:
    """The script of the worker, with the list of what it keeps."""
    digest = hashlib.sha256(version.encode())
    for pattern in SHAPING:
        for path in sorted(ROOM.glob(pattern)):
            digest.update(path.read_bytes())
    shell = {"version": digest.hexdigest()[:16], "files": [*modules(), static("ui/icon.svg")]}
    return f"const SHELL = {json.dumps(shell)};\n{WORKER.read_text(encoding='utf-8')}"

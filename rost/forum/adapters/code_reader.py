"""The reader of square codes for browsers that have none: fetched by npm, never kept with us.

`rost/forum/reader/` names the one package and its version; the lock file carries its checksums.
docs/decisions/code-reader.md says why.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static

LISTS = Path(__file__).resolve().parents[1] / "reader"
PACKAGE = Path("node_modules/zxing-wasm/dist")
FILES = {
    "zxing_reader.js": PACKAGE / "iife/reader/index.js",
    "zxing_reader.wasm": PACKAGE / "reader/zxing_reader.wasm",
}
PATIENCE = 120  # seconds


class NoReader(Exception):
    """Why there is no reader; the door works without it, by name and by typing the code."""


def fetch_reader(folder: Path, *, workshop: Path) -> None:
    """Put the two files of the reader into `folder`; npm works in `workshop`."""
    npm = shutil.which("npm")
    if npm is None:
        raise NoReader("npm is not installed")
    workshop.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LISTS / name, workshop / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        subprocess.run(  # noqa: S603 our own command, no input in it
            command, cwd=workshop, check=True, capture_output=True, text=True, timeout=PATIENCE
        )
    except subprocess.CalledProcessError as error:
        last = error.stderr.strip().splitlines()[:1] or ["npm failed"]
        raise NoReader(last[0]) from error
    except subprocess.TimeoutExpired as error:
        raise NoReader(f"npm did not finish in {PATIENCE} s") from error
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in FILES.items():
        shutil.copy(workshop / source, folder / name)


def reader_addresses() -> tuple[str, str] | None:
    """Where the script and the program of the reader are served, if they are."""
    if not all((settings.READER_ROOT / name).exists() for name in FILES):
        return None
    try:
        script, program = (static(f"reader/{name}") for name in FILES)
    except ValueError:  # fetched, but static files are not collected yet
        return None
    return script, program

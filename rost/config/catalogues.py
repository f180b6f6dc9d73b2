"""Message catalogues: compiled without gettext, collected with it.

`python -m rost.config.catalogues` compiles; `… collect` first gathers new messages from the code.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polib

BASE = Path(__file__).resolve().parents[2]
LOCALE = BASE / "locale"


def compile_catalogues(folder: Path = LOCALE) -> list[Path]:
    """Write each .mo that is older than its .po; returns the written files."""
    written = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))
            written.append(target)
    return written


def collect() -> None:
    """Gather messages with Django's makemessages, without places: diffs stay readable."""
    command = ["manage.py", "makemessages", "--all", "--no-location", "--no-wrap"]
    ignored = ["--ignore=.venv/*", "--ignore=var/*"]
    subprocess.run([sys.executable, *command, *ignored], cwd=BASE, check=True)  # noqa: S603


if __name__ == "__main__":
    if "collect" in sys.argv[1:]:
        collect()
    compile_catalogues()

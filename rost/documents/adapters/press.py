"""One run of typst: small ones in this process, large ones in a process of their own.

typst keeps what it has set in memory, to set the next edition of the same paper faster. After a
thousand certificates that is half a gigabyte which a server would never get back; a process of
its own gives it back, and takes nobody with it should it fail or never end.

This file imports nothing of ours: as a program it starts in a tenth of a second.
"""

from __future__ import annotations

import marshal
import subprocess
import sys
from functools import cache
from typing import Any

STANDARD = "ua-1"
LARGE = 64 * 1024  # bytes of data
LONGEST = 600  # seconds

Sources = dict[str, bytes]


class NotSet(RuntimeError):
    """typst did not make the file; what it said."""


def press(sources: Sources, fonts: list[str], root: str) -> bytes:
    """The PDF of these sources."""
    if len(sources["job.json"]) > LARGE:
        return _apart(sources, fonts, root)
    return _here(sources, tuple(fonts), root)


def _here(sources: Sources, fonts: tuple[str, ...], root: str) -> bytes:
    import typst

    compile_sources: Any = typst.compile  # its stubs do not know of sources in memory
    try:
        made: bytes = compile_sources(
            sources, font_paths=_fonts(fonts), root=root, pdf_standards=[STANDARD]
        )
    except typst.TypstError as error:
        raise NotSet(str(error)) from error
    return made


def _apart(sources: Sources, fonts: list[str], root: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 – ourselves, with nothing from outside
            [sys.executable, "-I", __file__],
            input=marshal.dumps((sources, fonts, root)),
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NotSet(f"not ready after {LONGEST} seconds") from error
    if done.returncode:
        raise NotSet(done.stderr.decode(errors="replace").strip()[-500:])
    return done.stdout


@cache
def _fonts(folders: tuple[str, ...]) -> Any:
    """The fonts, read once a process; neither those of the machine nor those of typst."""
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders)
    )


def main() -> None:
    sources, fonts, root = marshal.loads(sys.stdin.buffer.read())  # noqa: S302 – from _apart
    sys.stdout.buffer.write(_here(sources, tuple(fonts), root))


if __name__ == "__main__":
    main()

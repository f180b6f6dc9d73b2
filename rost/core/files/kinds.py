"""Documents and pictures that people send: told by what they begin with.

A file whose beginning does not fit its ending is refused: it would open as something else on the
computer of whoever takes it. Office files with macros are refused too.
"""

from __future__ import annotations

import io
import zipfile

HEADS: dict[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
}
# What a package of this kind always holds (ECMA-376 part 2; OpenDocument 1.2 part 3).
PARTS: dict[str, str] = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".pptx": "ppt/presentation.xml",
    ".odt": "content.xml",
    ".ods": "content.xml",
    ".odp": "content.xml",
}
ENDINGS = (*HEADS, *PARTS)
MACROS = ("vbaproject.bin", "basic/")


def kind_of(name: str, content: bytes) -> str | None:
    """The ending of a file that may be taken; None for what is not of a known kind.

    >>> kind_of("photo.jpg", b"MZ...") is None
    True
    """
    ending = "." + name.rpartition(".")[2].lower() if "." in name else ""
    if ending in HEADS:
        return ending if content.startswith(HEADS[ending]) else None
    if ending in PARTS:
        return ending if holds(content, PARTS[ending]) else None
    return None


def holds(content: bytes, part: str) -> bool:
    """Whether it is a package with this part and without macros; nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
    return part in names and not any(macro in name.lower() for name in names for macro in MACROS)

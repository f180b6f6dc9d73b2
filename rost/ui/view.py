"""The accessible view («версия для слабовидящих», ГОСТ Р 52872-2019): chosen once, in a cookie.

The cookie is short and closed: `s150-cblack-i0-w1` is size, contrast, pictures, spacing. Anything
else in it is ignored, so what it puts into a page is always one of our own class names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

COOKIE = "view"
SIZES = ("100", "150", "200")
CONTRASTS = ("normal", "black", "white", "blue")
PATTERN = re.compile(
    rf"s(?P<size>{'|'.join(SIZES)})-c(?P<contrast>{'|'.join(CONTRASTS)})"
    r"-i(?P<images>[01])-w(?P<wide>[01])"
)


@dataclass(frozen=True, slots=True)
class View:
    size: str = "100"
    contrast: str = "normal"
    images: bool = True
    wide: bool = False  # wider letters and lines

    @property
    def classes(self) -> str:
        """Classes of the page's root element."""
        names = [f"s{self.size}", f"c{self.contrast}"]
        return " ".join([*names, *["i0"] * (not self.images), *["w1"] * self.wide])

    def cookie(self) -> str:
        return f"s{self.size}-c{self.contrast}-i{int(self.images)}-w{int(self.wide)}"


USUAL = View()


def read(cookie: str) -> View:
    """
    >>> read("s150-cblack-i0-w1").classes
    's150 cblack i0 w1'
    >>> read("s999-<script>") == USUAL
    True
    """
    match = PATTERN.fullmatch(cookie)
    if match is None:
        return USUAL
    return View(match["size"], match["contrast"], match["images"] == "1", match["wide"] == "1")

"""Rights of the library."""

from __future__ import annotations

from rost.directory.models import RoleName
from rost.directory.rules import Right

REVIEW_PRACTICES = Right.of("library.review", RoleName.EXPERT, RoleName.EDITOR)
KEEP_LIBRARY = Right.of("library.keep", RoleName.ORGANISER, RoleName.EDITOR)
ADOPT_FOR_OTHERS = Right.of("library.adopt", RoleName.CURATOR, RoleName.EDITOR)

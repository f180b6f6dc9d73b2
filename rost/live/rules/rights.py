"""Rights of the hall."""

from __future__ import annotations

from rost.directory.models import RoleName
from rost.directory.rules import Right

KEEP_HALL = Right.of("live.hall", RoleName.ORGANISER, RoleName.EDITOR, RoleName.MODERATOR)

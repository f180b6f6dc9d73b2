"""Rights of the forum."""

from __future__ import annotations

from rost.directory.models import RoleName
from rost.directory.rules import Right

EDIT_EDITION = Right.of("forum.edition", RoleName.ORGANISER)
EDIT_PROGRAMME = Right.of("forum.programme", RoleName.ORGANISER, RoleName.EDITOR)
APPROVE_PROGRAMME = Right.of("forum.programme.approve", RoleName.ORGANISER)
SEE_DRAFT = Right.of("forum.programme.draft", RoleName.ORGANISER, RoleName.EDITOR)
MANAGE_REGISTRATIONS = Right.of("forum.registrations", RoleName.ORGANISER)
REGISTER_OTHERS = Right.of(
    "forum.registrations.others", RoleName.ORGANISER, RoleName.CURATOR
)

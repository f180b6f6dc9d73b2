"""Rights of the forum."""

from __future__ import annotations

from rost.directory.models import RoleName
from rost.directory.rules import Right, Visitor, may, reach
from rost.documents.models import Batch

EDIT_EDITION = Right.of("forum.edition", RoleName.ORGANISER)
EDIT_PROGRAMME = Right.of("forum.programme", RoleName.ORGANISER, RoleName.EDITOR)
APPROVE_PROGRAMME = Right.of("forum.programme.approve", RoleName.ORGANISER)
SEE_DRAFT = Right.of("forum.programme.draft", RoleName.ORGANISER, RoleName.EDITOR)
MANAGE_REGISTRATIONS = Right.of("forum.registrations", RoleName.ORGANISER)
KEEP_DOORS = Right.of("forum.doors", RoleName.ORGANISER)  # doors, passes, badges, marks, sheets
ISSUE_CERTIFICATES = Right.of("forum.certificates", RoleName.ORGANISER)
SOLVE_PROGRAMME = Right.of("forum.programme.solve", RoleName.ORGANISER, RoleName.EDITOR)
SEE_ACCOUNT = Right.of("forum.account", RoleName.ORGANISER, RoleName.EDITOR)
KEEP_CALL = Right.of("forum.call", RoleName.ORGANISER, RoleName.EDITOR)
REVIEW_PROJECTS = Right.of("forum.projects.review", RoleName.EXPERT)
DECIDE_PROJECTS = Right.of("forum.projects.decide", RoleName.ORGANISER)
KEEP_COMMITMENTS = Right.of(
    "forum.commitments", RoleName.ORGANISER, RoleName.EDITOR, RoleName.MODERATOR
)
REGISTER_OTHERS = Right.of("forum.registrations.others", RoleName.ORGANISER, RoleName.CURATOR)


def registers_others(visitor: Visitor, space: str) -> bool:
    """An organiser of the edition with this space, or somebody in charge of any territory."""
    return may(visitor, REGISTER_OTHERS, space=space) or bool(reach(visitor, REGISTER_OTHERS))


def may_see_solving(visitor: Visitor, batch: Batch) -> bool:
    return may(visitor, SOLVE_PROGRAMME, space=batch.space)


def may_see_papers(visitor: Visitor, batch: Batch) -> bool:
    """Whoever prints at this edition sees what was printed there."""
    return may(visitor, KEEP_DOORS, space=batch.space)

"""What may be done in the forum, and when."""

from .rights import (
    APPROVE_PROGRAMME,
    DECIDE_PROJECTS,
    EDIT_EDITION,
    EDIT_PROGRAMME,
    ISSUE_CERTIFICATES,
    KEEP_CALL,
    KEEP_COMMITMENTS,
    KEEP_DOORS,
    MANAGE_REGISTRATIONS,
    REGISTER_OTHERS,
    REVIEW_PROJECTS,
    SEE_ACCOUNT,
    SEE_DRAFT,
    may_see_papers,
    registers_others,
)

__all__ = [
    "APPROVE_PROGRAMME",
    "DECIDE_PROJECTS",
    "EDIT_EDITION",
    "EDIT_PROGRAMME",
    "ISSUE_CERTIFICATES",
    "KEEP_CALL",
    "KEEP_COMMITMENTS",
    "KEEP_DOORS",
    "MANAGE_REGISTRATIONS",
    "REGISTER_OTHERS",
    "REVIEW_PROJECTS",
    "SEE_ACCOUNT",
    "SEE_DRAFT",
    "may_see_papers",
    "registers_others",
]

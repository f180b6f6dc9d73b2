"""What may be done in the forum, and when."""

from .rights import (
    APPROVE_PROGRAMME,
    EDIT_EDITION,
    EDIT_PROGRAMME,
    ISSUE_CERTIFICATES,
    KEEP_DOORS,
    MANAGE_REGISTRATIONS,
    REGISTER_OTHERS,
    SEE_ACCOUNT,
    SEE_DRAFT,
    may_see_papers,
    registers_others,
)

__all__ = [
    "APPROVE_PROGRAMME",
    "EDIT_EDITION",
    "EDIT_PROGRAMME",
    "ISSUE_CERTIFICATES",
    "KEEP_DOORS",
    "MANAGE_REGISTRATIONS",
    "REGISTER_OTHERS",
    "SEE_ACCOUNT",
    "SEE_DRAFT",
    "may_see_papers",
    "registers_others",
]

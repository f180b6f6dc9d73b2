"""What may be done in the forum, and when."""

from .rights import (
    APPROVE_PROGRAMME,
    EDIT_EDITION,
    EDIT_PROGRAMME,
    MANAGE_REGISTRATIONS,
    REGISTER_OTHERS,
    SEE_DRAFT,
    registers_others,
)

__all__ = [
    "APPROVE_PROGRAMME",
    "EDIT_EDITION",
    "EDIT_PROGRAMME",
    "MANAGE_REGISTRATIONS",
    "REGISTER_OTHERS",
    "SEE_DRAFT",
    "registers_others",
]

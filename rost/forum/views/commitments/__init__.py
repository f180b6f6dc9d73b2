"""Pages of commitments: the secretary's, the one who promised's, everybody's."""

from .desk import commitment_desk, commitments_desk
from .doing import (
    commitment_asking,
    commitment_behalf,
    commitment_carrying,
    commitment_evidence_showing,
    commitment_proposal,
    commitment_removal,
    commitment_reopening,
    commitments_asking,
)
from .files import commitments_export, evidence, resolution
from .lists import (
    commitment_list,
    commitment_list_application,
    commitment_list_withdrawal,
    commitment_lists,
    commitment_template,
)
from .noting import noting, session_noting
from .own import commitment, commitment_answer, commitment_closing
from .public import commitments

__all__ = [
    "commitment",
    "commitment_answer",
    "commitment_asking",
    "commitment_behalf",
    "commitment_carrying",
    "commitment_closing",
    "commitment_desk",
    "commitment_evidence_showing",
    "commitment_list",
    "commitment_list_application",
    "commitment_list_withdrawal",
    "commitment_lists",
    "commitment_proposal",
    "commitment_removal",
    "commitment_reopening",
    "commitment_template",
    "commitments",
    "commitments_asking",
    "commitments_desk",
    "commitments_export",
    "evidence",
    "noting",
    "resolution",
    "session_noting",
]

"""Pages of the programme committee."""

from .deciding import decision, decision_preview, decisions, decisions_export, reserve_place, stage
from .project import project
from .reviewing import committee, conflict, review, review_start

__all__ = [
    "committee",
    "conflict",
    "decision",
    "decision_preview",
    "decisions",
    "decisions_export",
    "project",
    "reserve_place",
    "review",
    "review_start",
    "stage",
]

"""Reads of the call and its projects."""

from .calls import call_of, call_open_between, stage_of
from .passports import passport_of
from .projects import (
    authors_of,
    invitation_by,
    invitations_for,
    is_author,
    may_open_file,
    own_projects,
    project_for,
    projects_of,
)
from .table import Filter, counts_by_state, export_sheet, projects_found

__all__ = [
    "Filter",
    "authors_of",
    "call_of",
    "call_open_between",
    "counts_by_state",
    "export_sheet",
    "invitation_by",
    "invitations_for",
    "is_author",
    "may_open_file",
    "own_projects",
    "passport_of",
    "project_for",
    "projects_found",
    "projects_of",
    "stage_of",
]

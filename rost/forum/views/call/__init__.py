"""Pages of the call: for everybody, for those who offer a project, for the organisers."""

from .co_authors import co_author_answer, co_author_key, co_author_new, co_author_removal
from .desk import desk_call, desk_criteria, desk_projects, projects_export
from .files import project_file, project_file_new, project_file_removal
from .filling import project_form
from .own import own_project, own_projects
from .public import call
from .sending import project_mending, project_removal, project_sending, project_withdrawal

__all__ = [
    "call",
    "co_author_answer",
    "co_author_key",
    "co_author_new",
    "co_author_removal",
    "desk_call",
    "desk_criteria",
    "desk_projects",
    "own_project",
    "own_projects",
    "project_file",
    "project_file_new",
    "project_file_removal",
    "project_form",
    "project_mending",
    "project_removal",
    "project_sending",
    "project_withdrawal",
    "projects_export",
]

"""Forms of the call: the passport of a project, co-authors, files, the organiser's settings."""

from .desk import CallForm, CriteriaForm, FilterForm
from .passport import GROUPS, PassportForm
from .people import CoAuthorForm, FileForm, ReasonForm

__all__ = [
    "GROUPS",
    "CallForm",
    "CoAuthorForm",
    "CriteriaForm",
    "FileForm",
    "FilterForm",
    "PassportForm",
    "ReasonForm",
]

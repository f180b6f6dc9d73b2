"""The call and its projects: settings, drafts, sending, co-authors, files."""

from .co_authors import (
    AlreadyInvited,
    InvitationOver,
    TooManyCoAuthors,
    answer_invitation,
    invite_co_author,
    remove_co_author,
)
from .drafts import (
    CallNotOpen,
    NotADraft,
    SavedElsewhere,
    TooManyDrafts,
    begin_project,
    remove_draft,
    save_draft,
)
from .files import FileOfWrongKind, FilesTooLarge, TooManyFiles, add_file, remove_file
from .reminding import remind_of_closing
from .sending import (
    CallClosed,
    Incomplete,
    NotWithdrawable,
    ReviewBegun,
    send_project,
    take_back,
    withdraw,
)
from .settings import CriteriaInUse, set_call, set_criteria

__all__ = [
    "AlreadyInvited",
    "CallClosed",
    "CallNotOpen",
    "CriteriaInUse",
    "FileOfWrongKind",
    "FilesTooLarge",
    "Incomplete",
    "InvitationOver",
    "NotADraft",
    "NotWithdrawable",
    "ReviewBegun",
    "SavedElsewhere",
    "TooManyCoAuthors",
    "TooManyDrafts",
    "TooManyFiles",
    "add_file",
    "answer_invitation",
    "begin_project",
    "invite_co_author",
    "remind_of_closing",
    "remove_co_author",
    "remove_draft",
    "remove_file",
    "save_draft",
    "send_project",
    "set_call",
    "set_criteria",
    "take_back",
    "withdraw",
]

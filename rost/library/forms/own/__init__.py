"""Forms of the authors: three answers to begin with, the passport, what belongs to it."""

from .passport import GROUPS, PracticeForm
from .quick import QuickForm
from .uploads import FileForm, NoteForm, PhotosForm

__all__ = ["GROUPS", "FileForm", "NoteForm", "PhotosForm", "PracticeForm", "QuickForm"]

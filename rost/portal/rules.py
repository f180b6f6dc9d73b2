"""Rights of the pages that join rooms, and the terms they promise."""

from __future__ import annotations

from rost.directory.models import RoleName
from rost.directory.rules import Right

ANSWER_QUESTIONS = Right.of("portal.answers", RoleName.EXPERT, RoleName.EDITOR)
WORKING_DAYS = 5  # within which a question about what was not found is answered
MOST_OPEN = 5  # questions of one person that wait for an answer
MOST_SAVED = 30  # searches of one person

"""Reads of the programme committee: what to review, what the marks come to, what was decided."""

from .conflicts import Why, conflict_of, conflicts_of
from .doors import Seen, call_of, get_project_for, get_review_for, is_author, see_project
from .public import accepted_projects, authors_shown, words_to_author
from .ranking import Ranking, Row, ranking_of
from .reserve import Vacancy, vacancies
from .reviewing import Reviewing, others_marks, reviewing_of

__all__ = [
    "Ranking",
    "Reviewing",
    "Row",
    "Seen",
    "Vacancy",
    "Why",
    "accepted_projects",
    "authors_shown",
    "call_of",
    "conflict_of",
    "conflicts_of",
    "get_project_for",
    "get_review_for",
    "is_author",
    "others_marks",
    "ranking_of",
    "reviewing_of",
    "see_project",
    "vacancies",
    "words_to_author",
]

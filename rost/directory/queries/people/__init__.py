"""Reads of people, their posts and roles, within a visitor's reach."""

from .doors import get_person_for, get_post_for, get_role_for, movable_posts
from .listing import PersonLine, find_people, people_for, person_lines
from .names import CaseLine, NameInCase, case_lines, names_in_case
from .page import PersonPage, person_page, person_role_names

__all__ = [
    "CaseLine",
    "NameInCase",
    "PersonLine",
    "PersonPage",
    "case_lines",
    "find_people",
    "get_person_for",
    "get_post_for",
    "get_role_for",
    "movable_posts",
    "names_in_case",
    "people_for",
    "person_lines",
    "person_page",
    "person_role_names",
]

"""What a practice still lacks, and where in its form that is asked."""

from __future__ import annotations

from django.utils.functional import Promise

from rost.catalogue.messages import FIELD_NAMES
from rost.core.passport import Passport, missing

# The group of the form that asks for a wanted field (forms/own/passport.py, held by a test).
ASKED_IN = {
    "title": "place",
    "territory": "place",
    "year": "place",
    "local_issues": "theme",
    "problem": "problem",
    "solution": "solution",
    "steps": "solution",
    "results": "results",
    "contact": "contact",
}


def gaps_of(passport: Passport) -> list[tuple[str, str | Promise]]:
    """(group, name of the field), in the order of the passport."""
    return [(ASKED_IN[name], FIELD_NAMES[name]) for name in missing(passport)]

"""How much a passport may hold, and the words its closed lists are made of.

Lengths are signs. They are a page of typed text for the long questions and a paragraph for the
rest: enough for the forms of regional contests, and small enough for a weak line to carry.
"""

from __future__ import annotations

MONEY_SOURCES = ("federal", "republican", "local", "business", "residents", "grant", "other")
PARTNER_KINDS = ("authority", "ngo", "business", "residents", "other")

TITLE = 300
LONGEST = {
    "title": TITLE,
    "problem": 4000,
    "solution": 6000,
    "resources": 3000,
    "legal_acts": 2000,
    "mistakes": 3000,
    "conditions": 3000,
    "contact": 500,
}
LONGEST_ROW = {
    "steps": 1000,
    "money.note": 300,
    "partners.name": 300,
    "partners.part": 500,
    "results.indicator": 300,
    "results.before": 100,
    "results.after": 100,
    "results.unit": 60,
}
MOST_ROWS = {"steps": 30, "money": 15, "partners": 20, "results": 20, "local_issues": 5}
MOST_KOPECKS = 10**13  # a hundred thousand million roubles: more than the Republic's budget has
FIRST_YEAR, LAST_YEAR = 1990, 2100

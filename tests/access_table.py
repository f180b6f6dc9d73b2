"""The table of access; `tests/test_access.py` reads it."""

STRANGER, HEAD = "stranger", "head"
OTHER_CURATOR, OTHER_ORGANISER = "curator of another district", "organiser of another edition"
VISITORS = (
    STRANGER,
    "resident",
    HEAD,
    "curator",
    OTHER_CURATOR,
    "expert",
    "editor",
    "moderator",
    "organiser",
    OTHER_ORGANISER,
    "administrator",
)

TABLE = """
health +
"""

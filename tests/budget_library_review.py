"""The desk of reviews and the exchange: what their pages may cost, and many rows of them."""

from __future__ import annotations

from conftest import NOW, Cast
from rost.directory.models import ImportBatch
from rost.library.models import Practice, PracticeState, Review
from rost.library.tests.review_stage import decided, sent_practice

REVIEW = """
library:desk                        expert      16
library:desk                        editor      16
library:review                      expert      22
library:withdrawal                  head         6
library:exchange                    editor       5
library:collection                  editor       6
"""


def add_to_desk(cast: Cast, number: int) -> None:
    """One more of each: waiting, returned before, in the library; one more list."""
    waiting = sent_practice(cast.ramilya, cast.askarovo, title=f"Ждёт {number}")
    standing = sent_practice(cast.ramilya, cast.askarovo, title=f"Стоит {number}")
    decided(standing, cast.marat, "published", evidence="told")
    past = {"decision": "returned", "remarks": "Дополните", "decided_at": NOW}
    Review.objects.create(practice=waiting, reviewer=cast.nina, taken_at=NOW, **past)
    for one in Practice.objects.filter(state=PracticeState.SENT, title__startswith="Родник"):
        Review.objects.create(practice=one, reviewer=cast.nina, taken_at=NOW, **past)
    ImportBatch.objects.create(
        kind="library.practices",
        file_name=f"{number}.xlsx",
        uploaded_by=cast.nina,
        uploaded_at=NOW,
    )

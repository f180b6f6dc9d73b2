"""Access to reviews of practices, withdrawal, and the exchange.

One practice in each state, all of the head's with the resident as co-author; the expert and the
editor may review, the organiser and the editor keep the library.
"""

from __future__ import annotations

from typing import Any

from conftest import NOW, Cast
from rost.directory.models import ImportBatch
from rost.library.actions.reviews import withdraw
from rost.library.models import Practice, PracticeState
from rost.library.tests.review_stage import decided, sent_practice

REVIEW = """
# Reviews of practices, withdrawal
library:desk                                →····++·+·+
library:review (practice draft)             →··········
library:review (practice sent)              →····++·+·+
library:review (practice published)         →····++·+·+
library:review (practice withdrawn)         →····++·+·+
library:review_taking                       →····++·+·+
library:review_giving_back                  →····++·+·+
library:review_assignment                   →····++·+·+
library:withdrawal (practice draft)         →··········
library:withdrawal (practice sent)          →··········
library:withdrawal (practice published)     →++···+·+·+
library:withdrawal (practice withdrawn)     →++···+·+·+
library:returning                           →++···+·+·+
library:practice (practice draft)           ·++········
library:practice (practice sent)            ·++··++···+
library:practice (practice published)       +++++++++++
library:practice (practice withdrawn)       +++++++++++
library:draft (practice draft)              →++········
library:draft (practice sent)               →++··++···+
library:draft (practice published)          →++········
library:draft (practice withdrawn)          →++··++···+

# The exchange of practices
library:practices_export                    +++++++++++
library:practices_json                      +++++++++++
library:practices_csv                       +++++++++++
library:practice_workbook (practice draft)  ·++········
library:practice_workbook (practice sent)   ·++··++···+
library:practice_workbook                   +++++++++++
library:practice_workbook (practice withdrawn) ·++··++···+
library:collection_workbook                 →·····+·+·+
library:collection_template                 →·····+·+·+
library:exchange                            →·····+·+·+
library:collection                          →·····+·+·+
library:collection_application              →·····+·+·+
library:collection_withdrawal               →·····+·+·+
"""

PRACTICES: dict[str, dict[str, Any]] = {
    f"(practice {state})": {} for state in ("draft", "sent", "published", "withdrawn")
}


def review_things(cast: Cast) -> dict[str, dict[str, Any]]:
    for state in ("draft", "sent", "published", "withdrawn"):
        PRACTICES[f"(practice {state})"]["number"] = practice_that_is(state, cast).pk
    sent, published = (PRACTICES[f"(practice {one})"] for one in ("sent", "published"))
    batch = ImportBatch.objects.create(
        kind="library.practices", file_name="свод.xlsx", uploaded_by=cast.nina, uploaded_at=NOW
    )
    return {
        "library:review": sent,
        "library:withdrawal": published,
        "library:returning": PRACTICES["(practice withdrawn)"],
        "library:practice_workbook": published,
        "library:collection": {"number": batch.pk},
    }


def practice_that_is(state: str, cast: Cast) -> Practice:
    practice = sent_practice(cast.ramilya, cast.askarovo, title=f"Родник: {state}")
    practice.co_authors.add(cast.vera)
    if state == "draft":
        Practice.objects.filter(pk=practice.pk).update(state=PracticeState.DRAFT)
    if state in ("published", "withdrawn"):
        decided(practice, cast.marat, "published", evidence="told")
    if state == "withdrawn":
        withdraw(
            practice=practice,
            by=cast.ramilya,
            by_author=True,
            reason="Закрыт",
            basis="",
            now=NOW,
        )
    return practice

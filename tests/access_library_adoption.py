"""Access to «Can we do it?» and to adoptions: the head of Аскарово repeats the resident's practice.

Its plan is kept by those with a post there, the curators of the territory and the keepers of the
library.
"""

from __future__ import annotations

from typing import Any

from django.core.files.base import ContentFile

from conftest import NOW, Cast
from rost.library.models import AdoptionEvidence
from rost.library.tests.adoption_stage import practice_of, taken_up

ADOPTION = """
# «Can we do it?», repeating a practice
library:fit                                 +++++++++++
library:tree                                +++++++++++
library:adopt                               →++++++++++
library:adoption                            +++++++++++
library:adoption_plan                       →·++··+·+·+
library:adoption_result                     →·++··+·+·+
library:adoption_ending                     →·++··+·+·+
library:adoption_contact                    →·++··+·+·+
library:adoption_practice                   ··++··+·+·+
library:adoption_evidence                   +++++++++++
library:adoption_evidence_new               →·++··+·+·+
library:adoption_evidence_removal           ··++··+·+·+
"""


def adoption_things(cast: Cast) -> dict[str, dict[str, Any]]:
    practice = practice_of(cast)
    adoption = taken_up(practice, cast.ramilya, cast.askarovo)
    file = AdoptionEvidence.objects.create(
        adoption=adoption,
        title="Акт",
        file=ContentFile(b"%PDF-1.7", name="act.pdf"),
        size=8,
        added_at=NOW,
    )
    known = {"number": practice.pk, "adoption": adoption.pk, "file": file.pk, "months": 6}
    return {f"library:{name}": known for name in ("fit", "tree", "adopt")}

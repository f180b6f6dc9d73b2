"""Access to commitments: their lines of the table and their things.

The head promised all three: № 1 is confirmed, № 2 only noted, № 3 is kept with a file that no
organiser has shown to everybody. `(noted)` is the second.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile

from conftest import NOW, Cast
from rost.directory.models import ImportBatch
from rost.forum.actions import commitments as actions
from rost.forum.models import Edition, Session
from rost.forum.tests.stage import Stage

COMMITMENTS = """
# Commitments
forum:commitments                           +++++++++++
forum:commitments (draft)                   ······+·+++
forum:commitment                            +++++++++++
forum:commitment (noted)                    →·+···+++·+
forum:commitment_answer                     ··+········
forum:commitment_closing                    ··+···+++·+
forum:commitment_evidence                   ··+···+++·+
forum:session_noting                        →·····+++·+
forum:commitments_desk                      ······+++·+
forum:commitments_noting                    ······+++·+
forum:commitments_asking                    ······+++·+
forum:commitments_export                    ······+++·+
forum:commitments_resolution                ······+++·+
forum:commitment_lists                      ······+++·+
forum:commitment_template                   ······+++·+
forum:commitment_list                       ······+++·+
forum:commitment_list_application           ······+++·+
forum:commitment_list_withdrawal            ······+++·+
forum:commitment_desk                       ······+++·+
forum:commitment_asking                     ······+++·+
forum:commitment_behalf                     ······+++·+
forum:commitment_proposal                   ······+++·+
forum:commitment_removal                    ······+++·+
forum:commitment_reopening                  ······+++·+
forum:commitment_evidence_showing           ······+++·+
forum:commitment_carrying                   ······+++·+
"""

NOTED_ONE: dict[str, dict[str, Any]] = {"(noted)": {"number": 2}}


def commitment_things(cast: Cast, stage: Stage) -> dict[str, dict[str, Any]]:
    """What arguments mean under addresses of commitments."""
    session = stage.edition.sessions.order_by("pk")[0]
    for number in range(3):
        promise(cast, stage.edition, session, number, confirmed=number != 1)
    kept = stage.edition.commitments.get(number=3)
    actions.keep(
        commitment=kept,
        on=NOW.date(),
        file=ContentFile(b"%PDF-1.7", name="протокол.pdf"),
        now=NOW,
    )
    batch = ImportBatch.objects.create(
        kind=actions.COMMITMENTS,
        about=stage.edition.space,
        file_name="list.xlsx",
        uploaded_by=cast.guzel,
        uploaded_at=NOW,
    )
    return {
        "forum:commitment": {"number": 1},
        "forum:commitment_evidence": {"number": 3},
        "forum:commitment_list": {"batch": batch.pk},
        "forum:commitments_resolution": {"kind": "docx"},
    }


def promise(
    cast: Cast, edition: Edition, session: Session, number: int, *, confirmed: bool = True
) -> None:
    """One more promise of the head, at this session, with a reminder's letter behind it."""
    entry = actions.Entry(
        guid=uuid4(),
        text=f"обещание {number}",
        due_on=date(2020, 6, 1),
        person=cast.ramilya,
        municipality=cast.askarovo,
        session=session,
    )
    [row] = actions.note(edition=edition, entries=[entry], by=cast.guzel, now=NOW)
    actions.ask(commitment=row, now=NOW)
    if confirmed:
        actions.confirm(commitment=row, wording=1, by=cast.ramilya, now=NOW)

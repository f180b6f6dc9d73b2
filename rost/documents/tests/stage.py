"""A forum with one issued certificate, and works for the background to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile

from conftest import NOW, Cast
from rost.directory.rules import may
from rost.documents.actions.issuing import issue
from rost.documents.actions.templates import write_version
from rost.documents.kinds.certificate.content import Certificate
from rost.documents.models import Batch, Document
from rost.documents.queries.templates import shipped_texts
from rost.documents.queries.works import Result, Work, register_work
from rost.documents.rules import HANDLE_DOCUMENTS
from rost.forum.tests.stage import make_stage
from rost.ui.refusals import Refusal

EVENT = "Муниципалитеты – территории роста"


def certificate(number: str, address: str, code: str) -> Certificate:
    return Certificate(
        number=number,
        name="Ахметова Рамиля Айратовна",
        wording=("Сертификат подтверждает участие", "Ахметова Рамиля Айратовна"),
        event=EVENT,
        dates="18–19 февраля 2020 г.",
        place="г. Уфа",
        hours="16 академических часов",
        signatory_post="Исполнительный директор",
        signatory_name="И.О. Фамилия",
        issued_on="20 февраля 2020 г.",
        check_address=address,
        check_code=code,
        demonstration=True,
    )


def issue_to(holder: Any, about: str = "forum.registration:1", **other: Any) -> Document:
    """A certificate; everything that is not said is the usual."""
    facts: dict[str, Any] = {
        "kind": "certificate",
        "year": 2020,
        "holder": holder,
        "name": holder.full_name if holder else "Гость",
        "language": "ru",
        "space": "forum.edition:1",
        "about": about,
        "title": EVENT,
        "make": certificate,
        "by": None,
        "now": NOW,
    }
    return issue(**facts | other)


@dataclass
class Scene:
    cast: Cast
    space: str
    document: Document


def make_scene(cast: Cast) -> Scene:
    """Рамиля has a certificate of the forum that Гузель organises."""
    space = make_stage(cast).edition.space
    return Scene(cast, space, issue_to(cast.ramilya, space=space, by=cast.guzel))


class PaperJam(Refusal):
    def __init__(self) -> None:
        super().__init__("В принтере кончилась бумага.")


def lines(batch: Batch, progress: Any, now: datetime) -> Result:
    """As many lines as wanted; `fails` and `breaks` say how it goes wrong."""
    many = batch.wanted.get("lines", 3)
    for number in range(many):
        progress(number, many)
        if batch.wanted.get("fails"):
            raise PaperJam
        if batch.wanted.get("breaks"):
            raise ZeroDivisionError
    progress(many, many)
    return Result(rows=many, file_name="строки.txt", data="строка\n".encode() * many)


def organisers_see(visitor: Any, batch: Batch) -> bool:
    return may(visitor, HANDLE_DOCUMENTS, space=batch.space)


LINES = Work("documents.test_lines", "Строки", lines, organisers_see)
register_work(LINES)


def addresses_of(cast: Cast, space: str) -> dict[str, dict[str, Any]]:
    """What arguments mean under addresses of documents, for tables that try them all."""
    document = issue_to(cast.ramilya, about="access", space=space)
    texts = {name: f"{text} {{hours}}" for name, text in shipped_texts("certificate", "ru").items()}
    version = write_version(
        kind="certificate",
        language="ru",
        space=space,
        texts=texts,
        note="часы",
        by=cast.guzel,
        now=NOW,
    )
    batches = {state: batch_of(space, cast.guzel, state) for state in ("done", "queued", "failed")}
    return {
        "documents:": {
            "code": document.code,
            "space": space,
            "kind": "certificate",
            "language": "ru",
            "version": version.number,
        },
        "documents:batch": {"number": batches["done"].pk, "space": space},
        "documents:batch_stop": {"number": batches["queued"].pk},
        "documents:batch_again": {"number": batches["failed"].pk},
    }


def batch_of(space: str, by: Any, state: str) -> Batch:
    batch = Batch(
        work=LINES.name,
        space=space,
        language="ru",
        title="Строки",
        state=state,
        asked_by=by,
        asked_at=NOW,
        finished_at=None if state == "queued" else NOW,
    )
    if state == "done":
        batch.rows, batch.size, batch.file_name = 1, 13, "строки.txt"
        batch.file.save("lines", ContentFile("строка\n".encode()), save=False)
    batch.save()
    return batch

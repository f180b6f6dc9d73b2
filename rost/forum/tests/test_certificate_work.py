"""Long work with certificates: cut off, done by two at once, while others go on changing things."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import Cast, make_cast
from rost.channels.models import Message
from rost.directory.models import AccessRecord
from rost.documents.actions.revoking import NoReason, revoke
from rost.documents.models import Document, Handling, Template
from rost.documents.queries.works import Stopped
from rost.forum.actions.attendance import void_mark
from rost.forum.actions.certificates import (
    certificates_to_print,
    issue_certificates,
    renew_certificates,
    send_certificates,
)
from rost.forum.actions.certificates import issuing as issuing_module
from rost.forum.actions.certificates import printing as printing_module
from rost.forum.actions.registration import cancel
from rost.forum.actions.totals import freeze_totals
from rost.forum.models import Edition, Mark, Registration
from rost.forum.queries.certificates import certificates_of, standings_of
from rost.forum.tests.after_stage import AFTER, After, issue_all, make_after
from rost.forum.tests.registration_stage import make_people
from rost.forum.tests.test_seat_races import _database_in_a_file, at_once

__all__ = ["_database_in_a_file"]


@pytest.fixture
def after(cast: Cast) -> After:
    return make_after(cast)


@pytest.fixture
def _parts_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issuing_module, "PART", 1)


def rows_logged(act: str) -> list[int]:
    lines = AccessRecord.objects.filter(register="forum.certificates", act=act).order_by("pk")
    return list(lines.values_list("rows", flat=True))


def stops(done: int, total: int) -> None:
    raise Stopped


def once(call: Callable[[], Any]) -> Callable[[int, int], None]:
    """A sign of progress that does something else after the first part."""

    def progress(done: int, total: int) -> None:
        if done == 1:
            call()

    return progress


def changed(after: After) -> list[int]:
    return [pk for pk, one in standings_of(after.edition).items() if one.changed]


def void_last_mark(registration: Registration) -> None:
    mark = Mark.objects.filter(registration=registration).latest("at")
    void_mark(mark=mark, why="чужой бейдж", by=registration.person, now=AFTER)


@pytest.mark.django_db
@pytest.mark.usefixtures("_parts_of_one")
def test_what_was_issued_before_a_stop_stands_in_the_log(after: After, cast: Cast) -> None:
    with pytest.raises(Stopped):
        issue_all(after, cast, progress=stops)
    assert (Document.objects.count(), rows_logged("issue")) == (1, [1])

    issue_all(after, cast)

    assert (Document.objects.count(), rows_logged("issue")) == (2, [1, 1])


@pytest.mark.django_db
@pytest.mark.usefixtures("_parts_of_one")
def test_what_was_sent_before_a_stop_stands_in_the_log(after: After, cast: Cast) -> None:
    issue_all(after, cast)

    def send(**how: Any) -> None:
        papers = certificates_of(after.edition)
        send_certificates(edition=after.edition, documents=papers, by=cast.guzel, now=AFTER, **how)

    with pytest.raises(Stopped):
        send(progress=stops)
    assert (Message.objects.count(), rows_logged("send")) == (1, [1])

    send()

    assert (Message.objects.count(), rows_logged("send")) == (2, [1, 1])


@pytest.mark.django_db
@pytest.mark.usefixtures("_parts_of_one")
def test_whoever_is_cancelled_while_the_work_runs_gets_none(after: After, cast: Cast) -> None:
    progress = once(lambda: cancel(registration=after.ildar, now=AFTER))

    done = issue_all(after, cast, progress=progress)

    assert (done.made, done.refused["cancelled"]) == (1, 2)
    assert [one.holder_id for one in Document.objects.all()] == [cast.ramilya.pk]


@pytest.mark.django_db
@pytest.mark.usefixtures("_parts_of_one")
def test_hours_are_those_of_the_moment_of_issuing(after: After, cast: Cast) -> None:
    after.sign(after.ildar, after.sessions[1])  # four hours, of which two are soon voided

    issue_all(after, cast, progress=once(lambda: void_last_mark(after.ildar)))

    said = Document.objects.get(holder=cast.ildar).content["hours"]
    assert said.replace("\u00a0", " ") == "2 академических часа"


@pytest.mark.django_db
def test_a_certificate_revoked_in_the_middle_of_printing_is_left_out(
    after: After, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing_module, "READ", 1)
    issue_all(after, cast)
    papers = list(certificates_of(after.edition).order_by("holder__sort_key"))

    _file, number = certificates_to_print(
        edition=after.edition,
        documents=[one.pk for one in papers],
        language="ru",
        by=cast.guzel,
        now=AFTER,
        progress=once(lambda: revoke(document=papers[1], why="ошибка", by=None, now=AFTER)),
    )

    assert (number, rows_logged("print")) == (1, [1])
    assert Handling.objects.get(act="printed").document == papers[0]


@pytest.mark.django_db
def test_the_version_of_the_sentences_is_settled_once_a_part(after: After, cast: Cast) -> None:
    def questions(people: int) -> int:
        for row in [after.doors.registered(one) for one in make_people(people)]:
            after.sign(row, after.sessions[0])
        with CaptureQueriesContext(connection) as seen:
            issue_all(after, cast)
        return sum('FROM "documents_template"' in one["sql"] for one in seen)

    few, many = questions(1), questions(15)

    assert many <= few
    assert set(Document.objects.values_list("template", flat=True)) == {Template.objects.get().pk}


@pytest.mark.django_db
def test_hours_changed_since_are_known_of_each(after: After, cast: Cast) -> None:
    issue_all(after, cast)

    void_last_mark(after.ramilya)

    assert changed(after) == [after.ramilya.pk]


@pytest.mark.django_db
def test_frozen_figures_are_not_held_against_certificates(after: After, cast: Cast) -> None:
    """Marks may be gone by then: they say nothing of the hours any more."""
    issue_all(after, cast)
    void_last_mark(after.ramilya)

    freeze_totals(edition=after.edition, now=AFTER)

    assert changed(after) == []


@pytest.mark.django_db
def test_revoked_and_issued_anew_in_the_language_of_the_old_one(after: After, cast: Cast) -> None:
    issue_all(after, cast, language="ba")
    void_last_mark(after.ramilya)
    void_last_mark(after.ildar)  # his only one: nothing to issue any more
    log = rows_logged("issue")

    def renew() -> tuple[int, int]:
        everybody = standings_of(after.edition)
        done = renew_certificates(
            edition=after.edition,
            registrations=everybody,
            why="уточнены отметки",
            by=cast.guzel,
            now=AFTER,
        )
        return done.made, done.left

    assert [renew(), renew()] == [(1, 1), (0, 1)]
    old, new = Document.objects.filter(holder=cast.ramilya).order_by("number")
    assert (old.revoked_why, new.revoked_at) == ("уточнены отметки", None)
    assert (new.language, new.content["hours"][0]) == ("ba", "4")
    assert Document.objects.get(holder=cast.ildar).revoked_at is None
    assert "уточнены отметки" in Message.objects.get(person=cast.ramilya).body
    assert rows_logged("issue") == [*log, 1]


@pytest.mark.django_db
def test_without_a_reason_nothing_is_issued_anew(after: After, cast: Cast) -> None:
    with pytest.raises(NoReason):
        renew_certificates(
            edition=after.edition, registrations=[1], why=" ", by=cast.guzel, now=AFTER
        )


@pytest.mark.django_db(transaction=True)
def test_two_organisers_at_once_are_told_what_each_has_issued() -> None:
    cast = make_cast()
    after = make_after(cast)
    made: list[int] = []

    def issue() -> None:
        done = issue_certificates(
            edition=Edition.objects.get(pk=after.edition.pk),
            registrations=Registration.objects.filter(edition=after.edition),
            by=cast.guzel,
            now=AFTER,
        )
        made.append(done.made)

    raised = at_once(*[issue] * 4)

    assert raised == []
    assert (Document.objects.count(), sum(made), sum(rows_logged("issue"))) == (2, 2, 2)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_issue_anew_once() -> None:
    cast = make_cast()
    after = make_after(cast)
    issue_all(after, cast)
    void_last_mark(after.ramilya)

    raised = at_once(
        *[
            lambda: renew_certificates(
                edition=Edition.objects.get(pk=after.edition.pk),
                registrations=[after.ramilya.pk],
                why="уточнены отметки",
                by=cast.guzel,
                now=AFTER,
            )
        ]
        * 4
    )

    assert raised == []
    assert Document.objects.filter(holder=cast.ramilya).count() == 2
    assert rows_logged("issue") == [2, 1]

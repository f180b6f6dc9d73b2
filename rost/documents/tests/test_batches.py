"""Long work: done once, found again, stopped, tried again, and taken over when a worker dies."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from rost.directory.models import AccessRecord
from rost.documents import tasks
from rost.documents.actions.batches import (
    NotRepeatable,
    NotStoppable,
    begin_again,
    open_batch,
    stop,
)
from rost.documents.models import Batch
from rost.documents.queries.batches import of_space
from rost.documents.queries.works import Result, Work, register_work
from rost.documents.tests.stage import LINES, batch_of, make_scene, organisers_see

pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """What a killed worker does: nothing at all any more."""


def dies_once(batch: Batch, progress: Any, now: Any) -> Result:
    progress(1, 2)
    if batch.attempts == 1:
        raise Killed
    return Result(rows=2, file_name="две.txt", data=b"12")


DIES_ONCE = Work("documents.test_dies", "Строки", dies_once, organisers_see)
register_work(DIES_ONCE)


@pytest.fixture
def scene(cast: Any) -> Any:
    return make_scene(cast)


def ask(scene: Any, work: Work = LINES, **wanted: Any) -> Batch:
    return open_batch(
        work=work.name,
        space=scene.space,
        language="ru",
        title="Строки форума",
        wanted=wanted,
        by=scene.cast.guzel,
        now=timezone.now(),
    )


def do_what_waits() -> None:
    """As a worker would (a real one closes the test's connection)."""
    while (row := DBTaskResult.objects.ready().first()) is not None:
        row.claim("test")
        row.set_successful(row.task.call(*row.task_result.args, **row.task_result.kwargs))


def test_a_batch_is_done_and_its_file_kept(scene: Any) -> None:
    batch = ask(scene, lines=3)
    assert batch.state == "queued"

    do_what_waits()

    batch.refresh_from_db()
    assert (batch.state, batch.done, batch.total, batch.rows) == ("done", 3, 3, 3)
    assert (batch.file_name, batch.size) == ("строки.txt", 39)
    assert batch.file.read() == "строка\n".encode() * 3


def test_the_file_lies_under_a_name_that_says_nothing(scene: Any) -> None:
    batch = ask(scene)
    do_what_waits()

    batch.refresh_from_db()
    folder, _, name = batch.file.name.rpartition("/")
    assert folder.startswith("documents/batches/")
    assert len(name) == 32
    assert "строки" not in name


def test_a_refusal_is_told_in_its_own_words(scene: Any) -> None:
    batch = ask(scene, fails=True)

    do_what_waits()

    batch.refresh_from_db()
    assert (batch.state, batch.note) == ("failed", "В принтере кончилась бумага.")


def test_what_breaks_on_our_side_is_told_without_details(scene: Any, caplog: Any) -> None:
    batch = ask(scene, breaks=True)

    do_what_waits()

    batch.refresh_from_db()
    assert batch.state == "failed"
    assert "ZeroDivision" not in batch.note
    assert "ZeroDivisionError" in caplog.text


def test_it_is_tried_again_after_a_failure_and_not_otherwise(scene: Any) -> None:
    batch = ask(scene, fails=True)
    do_what_waits()
    Batch.objects.update(wanted={"lines": 2})
    batch.refresh_from_db()

    begin_again(batch=batch, now=timezone.now())
    do_what_waits()

    batch.refresh_from_db()
    assert (batch.state, batch.rows) == ("done", 2)
    with pytest.raises(NotRepeatable):
        begin_again(batch=batch, now=timezone.now())


def test_what_waits_is_stopped_at_once(scene: Any) -> None:
    batch = stop(batch=ask(scene), now=timezone.now())

    do_what_waits()

    batch.refresh_from_db()
    assert (batch.state, batch.done) == ("stopped", 0)
    with pytest.raises(NotStoppable):
        stop(batch=batch, now=timezone.now())


def test_what_runs_is_stopped_at_its_next_step(scene: Any) -> None:
    batch = ask(scene, lines=5)
    now = timezone.now()
    assert tasks.take(batch.pk, now=now)
    batch.refresh_from_db()

    stop(batch=batch, now=now)
    outcome = tasks.run(batch, now=now)

    batch.refresh_from_db()
    assert (outcome, batch.state) == ("stopped", "stopped")
    assert not batch.file


def test_a_batch_in_the_hands_of_one_worker_is_not_taken_by_another(scene: Any) -> None:
    batch = ask(scene)
    assert tasks.take(batch.pk, now=timezone.now())

    assert tasks.attempt(batch.pk, now=timezone.now()) == "passed"


def test_the_next_worker_takes_over_when_one_is_killed_in_the_middle(scene: Any) -> None:
    batch = ask(scene, DIES_ONCE)
    with pytest.raises(Killed):
        do_what_waits()
    batch.refresh_from_db()
    assert (batch.state, batch.done) == ("running", 1)
    assert batch.lease_until is not None

    left = [row for row in DBTaskResult.objects.all() if row.status == "READY"]
    assert batch.started_at is not None
    assert max(row.run_after for row in left) >= batch.started_at + tasks.LEASE
    outcome = tasks.attempt(batch.pk, now=batch.lease_until + timedelta(seconds=1))

    batch.refresh_from_db()
    assert (outcome, batch.state, batch.attempts) == ("done", "done", 2)


def test_a_worker_taken_for_dead_leaves_without_a_trace(scene: Any) -> None:
    batch = ask(scene)
    assert tasks.take(batch.pk, now=timezone.now() - tasks.LEASE)
    slow = Batch.objects.get(pk=batch.pk)
    tasks.attempt(batch.pk, now=timezone.now())
    done = Batch.objects.get(pk=batch.pk)

    assert tasks.keep(slow, Result(rows=9, file_name="9.txt", data=b"9")) == "passed"

    batch.refresh_from_db()
    assert (batch.rows, batch.file.name) == (3, done.file.name)
    assert len(list(done.file.storage.listdir(done.file.name.rpartition("/")[0])[1])) == 1


def test_a_batch_that_kills_its_workers_fails_in_the_end(scene: Any) -> None:
    batch = ask(scene)
    Batch.objects.update(
        state="running", attempts=tasks.ATTEMPTS, lease_until=timezone.now() - timedelta(hours=1)
    )

    assert tasks.attempt(batch.pk, now=timezone.now()) == "failed"


def test_a_batch_of_a_work_that_is_gone_fails_and_is_seen_by_nobody(
    scene: Any, signed_in: Any
) -> None:
    batch = ask(scene)
    Batch.objects.update(work="gone.work")

    do_what_waits()

    batch.refresh_from_db()
    assert batch.state == "failed"
    page = signed_in(scene.cast.guzel).get(reverse("documents:batch", args=[batch.pk]))
    assert page.status_code == 404


def test_the_page_asks_again_only_while_the_work_is_under_way(scene: Any, signed_in: Any) -> None:
    client, address = signed_in(scene.cast.guzel), ""
    batch = ask(scene, lines=4)
    address = reverse("documents:batch", args=[batch.pk])
    tasks.take(batch.pk, now=timezone.now())
    Batch.objects.update(done=1, total=4)

    running = client.get(address).content.decode()
    do_what_waits()
    Batch.objects.update(lease_until=timezone.now())
    tasks.attempt(batch.pk, now=timezone.now() + timedelta(seconds=1))
    ready = client.get(address).content.decode()

    assert '<progress id="far" value="1" max="4">' in running
    assert 'hx-trigger="click, every 2s"' in running
    assert '<noscript><meta http-equiv="refresh"' in running
    assert "hx-get" not in ready
    assert "http-equiv" not in ready
    assert reverse("documents:batch_file", args=[batch.pk]) in ready


def test_what_it_asks_for_is_its_middle(scene: Any, signed_in: Any) -> None:
    batch = ask(scene)
    client = signed_in(scene.cast.guzel)

    part = client.get(reverse("documents:batch", args=[batch.pk]), headers={"hx-request": "true"})

    assert "<html" not in part.content.decode()
    assert "hx-get" in part.content.decode()


def test_the_file_goes_to_organisers_and_that_is_noted(scene: Any, signed_in: Any) -> None:
    batch = ask(scene, lines=7)
    do_what_waits()
    address = reverse("documents:batch_file", args=[batch.pk])

    answer = signed_in(scene.cast.guzel).get(address)

    assert b"".join(answer.streaming_content) == "строка\n".encode() * 7
    assert answer["Content-Length"] == str(13 * 7)
    record = AccessRecord.objects.get(register="documents.batches")
    assert (record.act, record.rows, record.about) == ("export", 7, scene.space)
    assert signed_in(scene.cast.vera).get(address).status_code == 404


def test_batches_of_a_space_are_found_again(scene: Any, signed_in: Any) -> None:
    first, second = ask(scene), ask(scene)
    batch_of("forum.edition:999", scene.cast.guzel, "done")

    page = signed_in(scene.cast.guzel).get(reverse("documents:batches", args=[scene.space]))

    assert list(of_space(scene.space)) == [second, first]
    for one in (first, second):
        assert reverse("documents:batch", args=[one.pk]) in page.content.decode()


def test_stopping_and_trying_again_from_the_page(scene: Any, signed_in: Any) -> None:
    client, batch = signed_in(scene.cast.guzel), ask(scene)

    client.post(reverse("documents:batch_stop", args=[batch.pk]))
    batch.refresh_from_db()
    stopped = batch.state
    client.post(reverse("documents:batch_again", args=[batch.pk]))
    do_what_waits()

    batch.refresh_from_db()
    assert (stopped, batch.state) == ("stopped", "done")

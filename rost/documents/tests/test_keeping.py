"""Whoever leaves goes out of the papers; after the term numbers and counts stay, people do not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage

from conftest import NOW
from rost.directory.actions.accounts import delete_person
from rost.directory.actions.retention import destroy_expired, load_retention_rules
from rost.directory.queries.personal_data import kept_about
from rost.documents.actions.handling import note
from rost.documents.actions.revoking import revoke
from rost.documents.models import Batch, Document, Handling
from rost.documents.queries.numbers import label_of
from rost.documents.tests.stage import batch_of, issue_to, make_scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(cast: Any) -> Any:
    return make_scene(cast)


def kept(person: Any, name: str) -> Any:
    return next((one for one in kept_about(person) if one.name == name), None)


def test_my_data_show_the_paper_and_all_it_says(scene: Any) -> None:
    rows = kept(scene.cast.ramilya, "documents.documents").rows

    assert rows[0][1] == "СУ-2020-0001"
    assert "16 академических часов" in rows[0][-1]


def test_my_data_show_what_an_organiser_did(scene: Any) -> None:
    batch_of(scene.space, scene.cast.guzel, "done")

    assert len(kept(scene.cast.guzel, "documents.batches").rows) == 1
    assert kept(scene.cast.guzel, "documents.handling").rows[0][3] == "СУ-2020-0001"


def test_the_holder_leaves_and_the_number_stays(scene: Any) -> None:
    revoke(document=scene.document, why="Ахметова не приехала", by=scene.cast.guzel, now=NOW)
    second = issue_to(scene.cast.ramilya, space=scene.space)

    act = delete_person(person=scene.cast.ramilya, now=NOW)

    assert act.totals["documents.documents"] == 2
    for document in Document.objects.all():
        assert (document.holder, document.name, document.content) == (None, "", {})
        assert (document.about, document.emptied_at) == ("", NOW)
    assert label_of(second) == "СУ-2020-0002"
    assert not Document.objects.filter(revoked_why__contains="Ахметова").exists()
    assert not Handling.objects.filter(reason__contains="Ахметова").exists()


def test_after_the_holder_has_left_the_same_thing_gets_a_new_paper(scene: Any) -> None:
    first = issue_to(scene.cast.vera, about="r:9", space=scene.space)
    delete_person(person=scene.cast.vera, now=NOW)

    again = issue_to(None, about="r:9", space=scene.space)

    assert again.number == first.number + 1


def test_the_organiser_leaves_and_the_log_stays(scene: Any) -> None:
    number = scene.cast.guzel.pk
    batch = batch_of(scene.space, scene.cast.guzel, "done")

    delete_person(person=scene.cast.guzel, now=NOW)

    line = scene.document.handling.get()
    assert (line.by, line.by_name) == (None, f"№ {number}")
    batch.refresh_from_db()
    assert (batch.asked_by, batch.state) == (None, "done")


def test_after_five_years_the_people_are_gone_and_the_counts_are_not(scene: Any) -> None:
    load_retention_rules()
    scene.document.refresh_from_db()
    code = scene.document.code

    act = destroy_expired(by=None, now=NOW + timedelta(days=1828))

    assert act is not None
    assert act.totals["documents.documents"] == 1
    document = Document.objects.get()
    assert (document.number, document.code, document.name) == (1, code, "")
    assert destroy_expired(by=None, now=NOW + timedelta(days=1829)) is None


def test_files_of_batches_go_after_a_month(
    scene: Any, django_capture_on_commit_callbacks: Any
) -> None:
    load_retention_rules()
    batch = batch_of(scene.space, scene.cast.guzel, "done")
    stored = batch.file.name
    assert default_storage.exists(stored)

    with django_capture_on_commit_callbacks(execute=True):
        act = destroy_expired(by=None, now=NOW + timedelta(days=31))

    assert act is not None
    assert act.totals["documents.batches"] == 1
    assert not Batch.objects.exists()
    assert not default_storage.exists(stored)


def test_the_log_outlives_nobody_by_more_than_its_term(scene: Any) -> None:
    load_retention_rules()
    note(kind="badge", act="printed", rows=500, by=None, now=NOW, space=scene.space)

    destroy_expired(by=None, now=NOW + timedelta(days=1828))

    assert not Handling.objects.exists()

"""Files of an edition: handed out to be saved, those of a draft only to who plans it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from conftest import NOW, Cast
from rost.core.programme.model import Material as Named
from rost.forum.models import Edition, EditionDocument, Material, Session
from rost.forum.tests.sample import publish, sample_programme

PAGE = b"<script>alert(1)</script>"


@pytest.fixture
def edition(cast: Cast) -> Edition:
    return publish(sample_programme(1))


@pytest.fixture
def document(edition: Edition) -> EditionDocument:
    document = EditionDocument(edition=edition, title="Положение о форуме", size=len(PAGE))
    document.file.save("rules.html", ContentFile(PAGE))
    return document


@pytest.fixture
def material(edition: Edition) -> Material:
    session = Session.objects.create(
        edition=edition,
        code="AAAAAA",
        guid="00000000-0000-4000-8000-0000000000aa",
        number=1,
        slug="first",
        title="Первое",
        form="lecture",
        minutes=30,
        changed_at=NOW,
    )
    material = Material(session=session, title="Презентация", size=4)
    material.file.save("slides.pdf", ContentFile(b"%PDF"))
    return material


def address(edition: Edition, thing: EditionDocument | Material) -> str:
    kind = "documents" if isinstance(thing, EditionDocument) else "materials"
    return f"/forum/{edition.slug}/{kind}/{thing.pk}/"


def test_a_document_is_saved_and_never_runs(
    client: Client, edition: Edition, document: EditionDocument
) -> None:
    answer: Any = client.get(address(edition, document))

    assert b"".join(answer) == PAGE
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_size_stands_beside_the_link(
    client: Client, edition: Edition, document: EditionDocument
) -> None:
    EditionDocument.objects.filter(pk=document.pk).update(size=1_250_000)

    page = client.get(f"/forum/{edition.slug}/").content.decode()

    assert "Положение о форуме</a>" in page
    assert "1,2\u00a0МБ" in page


def test_documents_of_an_edition_not_yet_public_are_not_there(
    client: Client, edition: Edition, document: EditionDocument
) -> None:
    Edition.objects.filter(pk=edition.pk).update(is_public=False)

    assert client.get(address(edition, document)).status_code == 404


def test_a_file_of_the_draft_is_there_only_for_who_plans_it(
    client: Client, signed_in: Any, cast: Cast, edition: Edition, material: Material
) -> None:
    path = address(edition, material)

    answers = [one.get(path).status_code for one in (client, signed_in(cast.vera))]

    assert answers == [404, 404]
    assert signed_in(cast.guzel).get(path).status_code == 200


def test_a_file_of_an_approved_session_is_for_everybody(
    client: Client, edition: Edition, material: Material
) -> None:
    path = address(edition, material)
    programme = sample_programme(1)
    first = replace(programme.sessions[0], materials=(Named(material.title, path, 4),))
    publish(replace(programme, sessions=(first,)), number=2)

    assert client.get(path).status_code == 200


def test_a_file_of_another_edition_is_not_there(
    client: Client, edition: Edition, document: EditionDocument
) -> None:
    other = Edition.objects.create(
        slug="other",
        name="Другой",
        starts_on=edition.starts_on,
        ends_on=edition.ends_on,
        place="Уфа",
        is_public=True,
    )

    assert client.get(address(other, document)).status_code == 404


def test_a_file_that_was_lost_is_not_there(
    client: Client, edition: Edition, document: EditionDocument
) -> None:
    document.file.storage.delete(document.file.name)

    assert client.get(address(edition, document)).status_code == 404

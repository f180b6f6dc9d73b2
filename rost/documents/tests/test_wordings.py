"""What papers say: a space's own sentences, version by version, on the sample."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from pypdf import PdfReader

from conftest import NOW
from rost.documents.actions.templates import (
    NothingChanged,
    UnknownPlaces,
    return_to,
    template_in_force,
    write_version,
)
from rost.documents.kinds.finding import kind_named
from rost.documents.models import Template
from rost.documents.queries.templates import history_of, pieces, wording_in_force
from rost.documents.rules import fill, shown_places, stored_places, wrong_places
from rost.documents.tests.stage import issue_to, make_scene

pytestmark = pytest.mark.django_db
OWN = "Сертификат выдан\n\n{name_dative}\n\nза работу на форуме\n\n{event}"


@pytest.fixture
def scene(cast: Any) -> Any:
    return make_scene(cast)


def write(scene: Any, text: str = OWN, space: str | None = None, **other: str) -> Template:
    texts = wording_in_force("certificate", "ru", scene.space).texts | {"with_name": text}
    return write_version(
        kind="certificate",
        language="ru",
        space=scene.space if space is None else space,
        texts=texts,
        note="",
        by=scene.cast.guzel,
        now=NOW,
        **other,
    )


def in_force(scene: Any, space: str | None = None) -> str:
    wording = wording_in_force("certificate", "ru", scene.space if space is None else space)
    return wording.texts["with_name"]


def test_a_space_says_what_it_wrote_and_others_what_they_said(scene: Any) -> None:
    shipped = in_force(scene)

    version = write(scene)

    assert in_force(scene) == OWN
    assert in_force(scene, "forum.edition:999") == shipped
    assert (version.number, version.made_by) == (1, scene.cast.guzel)


def test_what_is_written_for_all_holds_where_nothing_is_written(scene: Any) -> None:
    write(scene, "Всем: {name}", space="")

    before = in_force(scene)
    write(scene, "Нашим: {name}")

    assert (before, in_force(scene)) == ("Всем: {name}", "Нашим: {name}")
    assert in_force(scene, "forum.edition:999") == "Всем: {name}"


def test_an_issued_paper_keeps_its_version(scene: Any) -> None:
    before = scene.document.template

    version = write(scene)
    second = issue_to(scene.cast.vera, about="r:2", space=scene.space)

    scene.document.refresh_from_db()
    assert scene.document.template == before
    assert second.template == version


def test_a_new_layout_is_a_version_of_its_own(scene: Any) -> None:
    write(scene)
    Template.objects.filter(space=scene.space).update(layout="0" * 64)

    made = template_in_force(kind="certificate", language="ru", space=scene.space, now=NOW)

    assert (made.number, made.texts["with_name"]) == (2, OWN)
    assert made == template_in_force(kind="certificate", language="ru", space=scene.space, now=NOW)


@pytest.mark.parametrize(
    "text", ["{surname}", "{name.__class__}", "{}", "{name", "name}", "{Name}"]
)
def test_what_cannot_stand_in_braces_is_refused(scene: Any, text: str) -> None:
    with pytest.raises(UnknownPlaces) as refusal:
        write(scene, f"Выдан {text}")

    assert str(kind_named("certificate").placeholders["name_dative"]) in str(refusal.value)
    assert Template.objects.filter(space=scene.space).count() == 0


def test_braces_are_named_as_they_were_typed() -> None:
    assert wrong_places("{name} {sum} {hours}} {", ("name", "hours")) == ["{sum}", "}", "{"]


def test_values_are_put_in_and_never_evaluated() -> None:
    filled = fill("{name}: {hours} {other}", {"name": "{hours}", "hours": "16 часов"})

    assert filled == "{hours}: 16 часов {other}"


def test_authors_read_places_in_their_own_language() -> None:
    titles = {"name": "имя", "name_dative": "имя в дательном падеже"}
    shown = shown_places(OWN, titles)

    assert "{имя в дательном падеже}" in shown
    assert stored_places(shown.replace("{имя в", "{ Имя  в"), titles) == OWN
    assert stored_places("{отчество}", titles) == "{отчество}"


def test_the_same_words_are_not_a_version(scene: Any) -> None:
    write(scene)

    with pytest.raises(NothingChanged):
        write(scene)


def test_going_back_is_a_new_version(scene: Any) -> None:
    first = write(scene)
    write(scene, "Иначе: {name}")

    third = return_to(version=first, space=scene.space, by=scene.cast.guzel, now=NOW)

    assert (third.number, in_force(scene)) == (3, OWN)


def test_history_shows_what_each_version_changed(scene: Any) -> None:
    write(scene)
    write(scene, OWN.replace("работу", "участие"))

    newest, oldest = history_of("certificate", "ru", scene.space)

    ((_title, changed),) = newest.changes
    assert ("gone", "работу") in changed
    assert ("new", "участие") in changed
    assert [one.template.number for one in (newest, oldest)] == [2, 1]


def test_pieces_put_together_are_both_texts() -> None:
    old, new = "выдан за работу на форуме", "вручён за большую работу"
    found = list(pieces(old, new))

    assert "".join(text for how, text in found if how != "new").strip() == old
    assert "".join(text for how, text in found if how != "gone").strip() == new


def test_an_organiser_writes_looks_and_returns(scene: Any, signed_in: Any) -> None:
    client = signed_in(scene.cast.guzel)
    address = reverse("documents:wording", args=[scene.space, "certificate", "ru"])
    typed = dict(wording_in_force("certificate", "ru", scene.space).texts)
    typed["with_name"] = "Благодарим: {name}, {hours}".replace("\n", "\r\n")

    looked = client.post(address, typed | {"look": "1"})
    saved = client.post(address, typed | {"version_note": "короче"})
    second = client.post(address, typed | {"without_case": "{name}"})
    back = client.post(f"{address}versions/1/")

    assert (looked.status_code, saved.status_code, second.status_code) == (200, 302, 302)
    assert "16 академических часов" in looked.content.decode()
    assert back.status_code == 302
    assert in_force(scene) == "Благодарим: {name}, {hours}"
    assert Template.objects.filter(space=scene.space).count() == 3


def test_a_mistake_gives_back_what_was_typed(scene: Any, signed_in: Any) -> None:
    address = reverse("documents:wording", args=[scene.space, "certificate", "ru"])
    typed = dict(wording_in_force("certificate", "ru", scene.space).texts)

    page = signed_in(scene.cast.guzel).post(address, typed | {"with_name": "Сумма {summa}"})

    text = page.content.decode()
    assert page.status_code == 422
    assert "Сумма {summa}" in text
    assert not Template.objects.filter(space=scene.space).exists()


def test_the_sample_is_shown_on_paper_before_it_is_saved(scene: Any, signed_in: Any) -> None:
    client = signed_in(scene.cast.guzel)
    address = reverse("documents:wording_paper", args=[scene.space, "certificate", "ru"])
    typed = dict(wording_in_force("certificate", "ru", scene.space).texts)

    page = client.post(f"{address}?text=with_name", typed | {"with_name": "Особо: {name}"})

    assert page["Content-Disposition"].startswith("inline")
    words = " ".join(one.extract_text() for one in PdfReader(BytesIO(page.content)).pages)
    assert "Особо: Ахметова Рамиля Азатовна" in " ".join(words.split())


def test_all_wordings_stand_on_one_page(scene: Any, signed_in: Any) -> None:
    page = signed_in(scene.cast.guzel).get(reverse("documents:wordings", args=[scene.space]))

    for language in ("ru", "ba", "en"):
        path = reverse("documents:wording", args=[scene.space, "certificate", language])
        assert path in page.content.decode()

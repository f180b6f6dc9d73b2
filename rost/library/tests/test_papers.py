"""One passport, many papers: what each says, what is left out, and who gets it."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import docx
import pypdf
import pytest
from django.urls import reverse

from conftest import NOW, Cast
from rost.core.language import utf16_units
from rost.core.passport import Money, Passport, Result, dump
from rost.directory.models import AccessRecord
from rost.documents.queries.papers import paper
from rost.library.adapters import limits
from rost.library.models import Practice, Version
from rost.library.queries.papers.application import application_of
from rost.library.queries.papers.sheets import ROOMS, sheet_of, story_of, words_of
from rost.library.queries.practices import passport_of
from rost.library.rules.telling import Channel, Story, channels, post, press

from .adoption_stage import SPRINGS, practice_of

SENTENCE = "Жители собрались на сход и решили, что родник нужно обустроить своими силами. "
LONG = Passport(
    title="Обустройство родников и подъездов к ним силами жителей, школы и предпринимателей " * 3,
    year=2019,
    problem=SENTENCE * 50,
    solution=SENTENCE * 75,
    steps=(SENTENCE * 12,) * 30,
    resources=SENTENCE * 38,
    money=(Money("local", 12_345_678_900, SENTENCE * 3),) * 15,
    results=(Result(SENTENCE * 3, "1 234 567", "7 654 321", "кубических метров в год"),) * 20,
    legal_acts=SENTENCE * 25,
    mistakes=SENTENCE * 38,
    conditions=SENTENCE * 38,
    contact=SENTENCE * 6,
)
STORY = Story(
    title="Родники",
    place="Аскаровский сельсовет, Абзелиловский район",
    year="2019",
    cost="120 000 руб.",
    problem=SENTENCE * 50,
    solution=SENTENCE * 75,
    steps=(SENTENCE,),
    results=("Родников: было 0, стало 5",) * 20,
    lesson=SENTENCE * 30,
    needs="",
    contact="",
    address="https://example.org/practices/12/",
)


def long_version(practice: Practice) -> Version:
    version = practice.version
    assert version is not None
    assert version.municipality is not None
    version.passport, version.title = dump(LONG), LONG.title[:300]
    version.municipality.official_name = ("Сельское поселение " * 10)[:118]
    version.municipality.save()
    version.save()
    return version


@pytest.mark.parametrize("channel", channels())
def test_a_post_is_within_its_channel_and_keeps_the_address(channel: Channel) -> None:
    text = post(STORY, words_of("ru"), channel)

    assert 0.75 * channel.most <= utf16_units(text) <= channel.most
    assert text.startswith(
        "Родники\nАскаровский сельсовет, Абзелиловский район, 2019, 120 000 руб."
    )
    assert text.endswith("https://example.org/practices/12/")


def test_a_post_cuts_no_word_and_no_line_of_results() -> None:
    text = post(STORY, words_of("ru"), Channel("small", 700))

    assert set(text.replace("…", "").split()) <= {
        *post(replace(STORY), words_of("ru"), Channel("endless", 10**6)).split()
    }
    assert text.count("– Родников: было 0, стало 5") == text.count("– ")


def test_a_short_practice_is_told_whole() -> None:
    short = replace(STORY, problem="Воды нет.", solution="Вода есть.", lesson="", results=())

    assert post(short, words_of("en"), Channel("any", 4096)).split("\n\n") == [
        "Родники\nАскаровский сельсовет, Абзелиловский район, 2019, 120 000 руб.",
        "What the problem was\nВоды нет.",
        "What was done\nВода есть.",
        "In full: https://example.org/practices/12/",
    ]


def test_faces_count_as_two_and_a_huge_title_leaves_the_address() -> None:
    faces = replace(STORY, title="🏞" * 800, problem="", solution="", results=(), lesson="")

    text = post(faces, words_of("ru"), Channel("telegram_picture", 1024))

    assert utf16_units(text) <= 1024
    assert text.endswith(STORY.address)


def test_a_press_text_tells_everything_in_order() -> None:
    text = press(replace(STORY, contact="8 900"), words_of("en"))

    heads = [line for line in text.splitlines() if line in words_of("en").values()]
    names = ("problem", "solution", "steps", "results", "cost", "lesson", "contact")
    assert heads == [words_of("en")[name] for name in names]
    assert len(text) < 8000


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ru", "ba", "en"])
def test_every_sheet_is_one_page_however_long_the_passport(cast: Cast, language: str) -> None:
    practice = practice_of(cast)
    for version in (practice.version, long_version(practice)):
        assert version is not None
        for variant in ROOMS:
            content = sheet_of(practice, version, language, variant)

            made = paper("practice", [content], language=language, variant=variant)

            assert len(pypdf.PdfReader(io.BytesIO(made)).pages) == 1


@pytest.mark.django_db
def test_the_application_cuts_nothing(cast: Cast) -> None:
    practice = practice_of(cast)
    version = long_version(practice)
    content = application_of(practice, version, "ru")

    made = docx.Document(
        io.BytesIO(paper("practice_application", [content], language="ru", form="docx"))
    )

    said = "\n".join(one.text for one in made.paragraphs)
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    assert version.municipality is not None
    assert version.municipality.official_name in cells
    for text in (LONG.problem, LONG.solution, LONG.legal_acts, LONG.mistakes, *LONG.steps):
        assert text.strip() in said
    section = made.sections[0]
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(margin.mm) for margin in margins] == [20, 10, 20, 20]
    assert paper("practice_application", [content], language="ru")[:4] == b"%PDF"


@pytest.mark.django_db
def test_a_bashkir_reader_gets_names_in_bashkir_and_texts_as_they_are(cast: Cast) -> None:
    practice = practice_of(cast)
    assert practice.version is not None

    content = sheet_of(practice, practice.version, "ba", "page")

    assert content.problem == SPRINGS.problem
    assert content.language == "ru"
    assert content.address.endswith(f"/ba/practices/{practice.pk}/")


@pytest.mark.django_db
def test_the_contact_leaves_only_with_its_authors_will(cast: Cast) -> None:
    practice = practice_of(cast)
    assert practice.version is not None
    contact = passport_of(practice.version).contact

    assert story_of(practice, practice.version, "ru").contact == ""
    practice.shows_contact = True
    assert story_of(practice, practice.version, "ru").contact == contact


@pytest.mark.django_db
def test_everybody_takes_sheets_and_only_authors_the_application(
    cast: Cast, client: Any, signed_in: Any
) -> None:
    practice = practice_of(cast)
    page = reverse("library:papers", args=[practice.pk])

    assert client.get(f"{page}page.pdf").content[:4] == b"%PDF"
    assert client.get(f"{page}poster.pdf").status_code == 404
    assert SPRINGS.problem in client.get(f"{page}press.txt").content.decode()
    assert "application.docx" not in client.get(page).text
    assert signed_in(cast.marat).get(f"{page}application.docx").status_code == 404
    author = signed_in(cast.vera)
    assert "application.docx" in author.get(page).text
    assert author.get(f"{page}application.docx").content[:2] == b"PK"
    assert AccessRecord.objects.filter(person=cast.vera, act="export").count() == 1


@pytest.mark.django_db
def test_many_papers_at_once_have_to_wait(cast: Cast, client: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(limits, "RATES", {limits.ACTION: "1/m/ip"})
    page = reverse("library:papers", args=[practice_of(cast).pk])

    first, second = (client.get(f"{page}page.pdf") for _time in range(2))

    assert (first.status_code, second.status_code) == (200, 429)


@pytest.mark.django_db
def test_a_withdrawn_practice_makes_no_papers(cast: Cast, client: Any) -> None:
    practice = practice_of(cast)
    page = reverse("library:papers", args=[practice.pk])
    Practice.objects.update(state="withdrawn", withdrawal_reason="ошибка", withdrawn_at=NOW)

    assert client.get(page).status_code == 404
    assert client.get(f"{page}page.pdf").status_code == 404

"""The page of papers and the badge desk as organisers use them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conftest import NOW, Cast
from rost.directory.actions.consents import give_consent, load_consent_texts
from rost.directory.models import AccessRecord, ConsentText
from rost.documents.models import Batch, Handling
from rost.documents.tasks import work_on
from rost.forum.actions.approval import approve
from rost.forum.actions.badges import make_badges, make_spares
from rost.forum.actions.registration import register
from rost.forum.models import Badge, Category, Mark, Registration, Sheet
from rost.forum.queries.papers import badge_contents, badges_to_print, programme_content
from rost.forum.tasks import measure_papers

from .registration_stage import make_category, make_people
from .stage import Stage, at, make_stage


@pytest.fixture
def stage(cast: Cast) -> Stage:
    stage = make_stage(cast)
    stage.edition.registration_opens_at = NOW - timedelta(days=1)
    stage.edition.save()
    return stage


@pytest.fixture
def category(stage: Stage) -> Category:
    return make_category(stage.edition, "Участники")


@pytest.fixture
def organiser(cast: Cast, signed_in: Any) -> Client:
    client: Client = signed_in(cast.guzel)
    return client


def address(name: str, stage: Stage, *rest: Any) -> str:
    return reverse(f"forum:{name}", args=[stage.edition.slug, *rest])


def registered(stage: Stage, category: Category, count: int) -> list[Registration]:
    return [
        register(edition=stage.edition, person=person, category=category, now=NOW)
        for person in make_people(count)
    ]


def badges_wanted(**facts: str) -> dict[str, str]:
    known = {"choice": "new", "variant": "a6", "language": "ru"} | facts
    return {f"badges-{name}": value for name, value in known.items()}


def test_a_few_badges_come_at_once_and_the_log_says_so(
    stage: Stage, category: Category, organiser: Client, cast: Cast
) -> None:
    registered(stage, category, 3)

    answer = organiser.post(address("papers_badges", stage), badges_wanted())

    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert list(Badge.objects.values_list("serial", "prints")) == [(1, 1), (2, 1), (3, 1)]
    line = Handling.objects.get(kind="badge")
    assert (line.act, line.rows, line.about, line.by) == ("printed", 3, "1–3", cast.guzel)
    record = AccessRecord.objects.get(register="forum.badges")
    assert (record.act, record.rows) == ("print", 3)


def test_never_printed_ones_are_only_those(
    stage: Stage, category: Category, organiser: Client
) -> None:
    registered(stage, category, 1)
    organiser.post(address("papers_badges", stage), badges_wanted())

    again = organiser.post(address("papers_badges", stage), badges_wanted())

    assert again.status_code == 422
    assert Badge.objects.get().prints == 1


def test_the_same_badge_is_printed_again_only_with_a_reason_and_keeps_its_code(
    stage: Stage, category: Category, organiser: Client
) -> None:
    registered(stage, category, 1)
    organiser.post(address("papers_badges", stage), badges_wanted())
    code = Badge.objects.get().code

    refused = organiser.post(address("papers_badges", stage), badges_wanted(choice="all"))
    printed = organiser.post(
        address("papers_badges", stage), badges_wanted(choice="all", reason="размокли")
    )

    assert (refused.status_code, printed.status_code) == (422, 200)
    assert (Badge.objects.get().code, Badge.objects.get().prints) == (code, 2)
    line = Handling.objects.get(kind="badge", act="reprinted")
    assert line.reason == "размокли"


def test_data_that_changed_after_printing_are_seen_and_printed_alone(
    stage: Stage, category: Category, organiser: Client
) -> None:
    people = registered(stage, category, 2)
    organiser.post(address("papers_badges", stage), badges_wanted())
    Registration.objects.filter(pk=people[1].pk).update(post="глава администрации")

    page = organiser.get(address("papers", stage))
    organiser.post(
        address("papers_badges", stage), badges_wanted(choice="changed", reason="новая должность")
    )

    assert page.context["badges"].changed == 1
    prints = dict(Badge.objects.values_list("registration", "prints"))
    assert prints == {people[0].pk: 1, people[1].pk: 2}


def test_many_badges_are_work_in_the_background_done_once(
    stage: Stage, category: Category, organiser: Client
) -> None:
    registered(stage, category, 41)

    answer = organiser.post(address("papers_badges", stage), badges_wanted())
    batch = Batch.objects.get()
    work_on.func(batch.pk)
    Batch.objects.update(state="queued")  # the worker died before it could say that it was ready
    work_on.func(batch.pk)

    assert answer.headers["Location"] == reverse("documents:batch", args=[batch.pk])
    batch.refresh_from_db()
    assert (batch.state, batch.rows, batch.done, batch.total) == ("done", 41, 41, 41)
    assert set(Badge.objects.values_list("prints", flat=True)) == {1}
    assert Handling.objects.filter(kind="badge").count() == 1
    page = organiser.get(address("papers", stage)).content.decode()
    assert reverse("documents:batch_file", args=[batch.pk]) in page


def test_what_a_badge_says(stage: Stage, category: Category, cast: Cast, settings: Any) -> None:
    load_consent_texts()
    owner = register(
        edition=stage.edition,
        person=cast.ramilya,
        category=category,
        municipality=cast.askarovo,
        post="глава сельского поселения",
        now=NOW,
    )
    text = ConsentText.objects.get(purpose="photo_video", language="ru")
    give_consent(person=cast.ramilya, purpose="photo_video", text=text, now=NOW)
    [badge] = make_badges(edition=stage.edition, registrations=[owner], now=NOW)
    [spare] = make_spares(edition=stage.edition, count=1, now=NOW)

    found = badges_to_print(stage.edition, [spare.pk, badge.pk])
    first, second = badge_contents(found, "ru")

    assert (first.surname, first.given_names) == ("Ахметова", "Рамиля Айратовна")
    assert first.place == "Аскаровский сельсовет, Абзелиловский район"
    assert first.address == f"{settings.SITE_URL}/b/{badge.code}"
    assert (first.category, first.photo, first.minor) == ("Участники", True, False)
    assert (second.surname, second.serial, second.photo) == ("", "№\u00a02", False)


@pytest.mark.parametrize("people", [2, 20])
def test_badges_take_as_many_queries_for_many_as_for_few(
    stage: Stage,
    category: Category,
    people: int,
    django_assert_num_queries: Any,
    django_assert_max_num_queries: Any,
) -> None:
    owners = registered(stage, category, people)
    with django_assert_max_num_queries(8):
        badges = make_badges(edition=stage.edition, registrations=owners, now=NOW)

    with django_assert_num_queries(2):
        badge_contents(badges_to_print(stage.edition, [one.pk for one in badges]), "ru")


def test_sheets_are_printed_and_entered_by_their_code(
    stage: Stage, category: Category, organiser: Client
) -> None:
    people = registered(stage, category, 3)
    day = stage.edition.days.order_by("date")[0]

    printed = organiser.post(
        address("papers_sheets", stage),
        {
            "sheets-targets": [f"day:{day.pk}"],
            "sheets-blank_rows": "2",
            "sheets-form": "pdf",
            "sheets-language": "ru",
        },
    )
    sheet = Sheet.objects.get()
    opened = organiser.post(address("sheets", stage), {"code": sheet.code})
    preview = organiser.post(opened.headers["Location"], {"rows": "1-2"})
    marked = organiser.post(opened.headers["Location"], {"rows": "1-2", "apply": "1"})

    assert printed.content.startswith(b"%PDF")
    assert opened.headers["Location"] == address("sheet", stage, sheet.pk)
    assert [row.name for row in preview.context["preview"]] == [
        one.person.full_name for one in people[:2]
    ]
    assert marked.headers["Location"] == address("sheets", stage)
    assert set(Mark.objects.values_list("registration", flat=True)) == {
        people[0].pk,
        people[1].pk,
    }


def test_a_wrong_code_or_row_is_told_and_nothing_is_marked(
    stage: Stage, category: Category, organiser: Client
) -> None:
    registered(stage, category, 1)
    day = stage.edition.days.order_by("date")[0]
    wanted = {
        "sheets-targets": [f"day:{day.pk}"],
        "sheets-blank_rows": "0",
        "sheets-form": "pdf",
        "sheets-language": "ru",
    }
    organiser.post(address("papers_sheets", stage), wanted)
    sheet = Sheet.objects.get()

    code = organiser.post(address("sheets", stage), {"code": "1-00"})
    rows = organiser.post(address("sheet", stage, sheet.pk), {"rows": "1, 7", "apply": "1"})

    assert (code.status_code, rows.status_code) == (422, 422)
    assert "7" in rows.content.decode()
    assert Mark.objects.count() == 0


def test_a_blank_row_with_a_name_nobody_has_stops_the_entry(
    stage: Stage, category: Category, organiser: Client
) -> None:
    registered(stage, category, 1)
    sheet = Sheet.objects.create(
        edition=stage.edition,
        serial=1,
        day=stage.edition.days.order_by("date")[0],
        people=[],
        blank_rows=2,
        made_at=NOW,
        printed_at=NOW,
    )

    answer = organiser.post(
        address("sheet", stage, sheet.pk),
        {"rows": "+1", "guest_1": "Неизвестный", "apply": "1"},
    )

    assert answer.status_code == 422
    assert 'value="Неизвестный"' in answer.content.decode()
    assert Mark.objects.count() == 0


def test_a_lost_badge_is_replaced_at_the_badge_desk(
    stage: Stage, category: Category, organiser: Client
) -> None:
    [owner] = registered(stage, category, 1)
    [badge] = make_badges(edition=stage.edition, registrations=[owner], now=NOW)

    answer = organiser.post(address("badge_replacement", stage, badge.pk), {"why": "lost"})

    assert answer.headers["Location"].endswith("?text=2")
    assert list(Badge.objects.values_list("ended_why", flat=True)) == ["lost", ""]


def test_a_guest_gets_a_spare_badge_at_the_desk(
    stage: Stage, category: Category, organiser: Client
) -> None:
    load_consent_texts()
    make_spares(edition=stage.edition, count=1, now=NOW)
    told = {
        "surname": "Гостева",
        "given_name": "Анна",
        "category": str(category.pk),
        "photo": "no",
        "basis": "анкета № 3",
    }

    unknown = organiser.post(address("guest", stage), told | {"badge": "77"})
    answer = organiser.post(address("guest", stage), told | {"badge": "1"})
    pressed_twice = organiser.post(address("guest", stage), told | {"badge": "1"})
    other = organiser.post(address("guest", stage), told | {"surname": "Другой", "badge": "1"})

    assert (unknown.status_code, answer.status_code) == (422, 302)
    assert (pressed_twice.status_code, other.status_code) == (302, 409)
    guest = Registration.objects.get(at_door=True)
    assert Badge.objects.get().registration == guest


def test_a_spare_badge_is_handed_to_whoever_is_found_by_name(
    stage: Stage, category: Category, organiser: Client, cast: Cast
) -> None:
    owner = register(edition=stage.edition, person=cast.ramilya, category=category, now=NOW)
    [spare] = make_spares(edition=stage.edition, count=1, now=NOW)

    organiser.post(address("badge_owner", stage, spare.pk), {"registration": "Ахметова"})

    assert Badge.objects.get().registration == owner


def test_the_table_of_badges_is_filtered_by_its_address(
    stage: Stage, category: Category, organiser: Client
) -> None:
    owners = registered(stage, category, 2)
    badges = make_badges(edition=stage.edition, registrations=owners, now=NOW)
    make_spares(edition=stage.edition, count=1, now=NOW)

    def shown(query: str) -> list[int]:
        page = organiser.get(f"{address('badges', stage)}?{query}")
        return [one.serial for one in page.context["page_obj"].object_list]

    assert shown("") == [1, 2, 3]
    assert shown("state=spare") == [3]
    assert shown("text=0002") == [2]
    assert shown("text=2") == [2]
    assert shown(f"text={badges[0].code.lower()}") == [1]
    assert shown("state=nonsense") == [1, 2, 3]


def test_the_list_of_participants_comes_as_a_spreadsheet_and_is_noted(
    stage: Stage, category: Category, organiser: Client
) -> None:
    registered(stage, category, 2)

    answer = organiser.post(
        address("papers_list", stage), {"list-form": "xlsx", "list-language": "ru"}
    )

    assert answer.content.startswith(b"PK")
    assert list(
        AccessRecord.objects.filter(register="forum.registrations").values_list("act", "rows")
    ) == [("print", 2)]


@pytest.fixture
def approved(stage: Stage, cast: Cast) -> Stage:
    stage.session("Открытие", start=at(18, 10), hall=stage.big, people={cast.marat: "speaker"})
    approve(edition=stage.edition, by=cast.guzel, note="", now=NOW)
    stage.edition.refresh_from_db()
    return stage


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("docx", b"PK")])
@pytest.mark.parametrize("language", ["ru", "ba", "en"])
def test_everybody_takes_the_programme_as_a_file(
    approved: Stage, client: Client, form: str, start: bytes, language: str
) -> None:
    path = reverse(f"forum_feeds:programme_{form}", args=[approved.edition.slug])

    answer = client.get(path, {"language": language})
    again = client.get(
        path, {"language": language}, headers={"If-None-Match": answer.headers["ETag"]}
    )

    assert answer.content.startswith(start)
    assert again.status_code == 304


def test_an_approved_version_learns_how_large_its_papers_are(
    approved: Stage, client: Client
) -> None:
    version = approved.edition.published
    assert version is not None
    measure_papers.func(version.pk)
    version.refresh_from_db()

    path = reverse("forum_feeds:programme_pdf", args=[approved.edition.slug])

    assert set(version.sizes) == {
        f"{language}.{form}" for language in ("ru", "ba", "en") for form in ("pdf", "docx")
    }
    assert abs(version.sizes["ru.pdf"] - len(client.get(path).content)) < 100


def test_a_large_file_says_its_size_before_it_is_opened(approved: Stage, client: Client) -> None:
    version = approved.edition.published
    assert version is not None
    version.sizes = {"ru.pdf": 300_000, "ru.docx": 30_000}
    version.save()

    page = client.get(reverse("forum:edition", args=[approved.edition.slug])).content.decode()

    assert page.count("293") == 1


def test_the_draft_is_printed_as_a_draft_and_only_by_organisers(
    stage: Stage, organiser: Client, client: Client
) -> None:
    stage.session("Открытие", start=at(18, 10), hall=stage.big)

    path = address("papers_draft", stage, "pdf")

    content = programme_content(stage.edition, "en", draft=True)
    assert content is not None
    assert (content.version, content.days[0].sessions[0].time) == ("draft", "10:00–11:00")
    assert organiser.get(path).content.startswith(b"%PDF")
    assert client.get(path).status_code == 302


def test_a_found_badge_says_where_to_bring_it_and_nothing_of_its_owner(
    stage: Stage, category: Category, client: Client, cast: Cast
) -> None:
    stage.edition.contact = "бюро регистрации, 1 этаж"
    stage.edition.save()
    owner = register(edition=stage.edition, person=cast.ramilya, category=category, now=NOW)
    [badge] = make_badges(edition=stage.edition, registrations=[owner], now=NOW)

    known = client.get(f"/b/{badge.code}")
    unknown = client.get("/b/22222222222222")
    slashed = client.get(f"/b/{badge.code.lower()}/")
    english = client.get(f"/b/{badge.code}", headers={"Accept-Language": "en"})

    page = client.get(known.headers["Location"]).content.decode()
    assert known.headers["Location"] == address("badge_found", stage)
    assert unknown.headers["Location"] == slashed.headers["Location"] == known.headers["Location"]
    assert english.headers["Location"] == f"/en{known.headers['Location']}"
    assert "no-store" in known.headers["Cache-Control"]
    assert "бюро регистрации, 1 этаж" in page
    assert "Ахметова" not in page

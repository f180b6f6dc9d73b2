"""The organiser's desk in the browser: every page opens, mistakes come back with what was typed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from conftest import NOW, Cast
from rost.directory.models import AccessRecord, Person
from rost.forum.actions.approval import approve
from rost.forum.actions.programme import change_session, place_session
from rost.forum.models import Availability, Contribution, Day, Edition, Hall, Session, Version
from rost.forum.urls.desk import urlpatterns

from .stage import Stage, at, make_stage

LATER = NOW + timedelta(days=1)


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return make_stage(cast)


@pytest.fixture
def organiser(cast: Cast, signed_in: Any) -> Client:
    client: Client = signed_in(cast.guzel)
    return client


def address(name: str, *rest: object) -> str:
    return reverse(f"forum:{name}", args=["2020", *rest])


def addresses(stage: Stage, cast: Cast) -> dict[str, str]:
    """Every address of the desk with something real behind it."""
    session = stage.session(
        "Лекция", start=at(18, 10), hall=stage.big, people={cast.marat: "lecturer"}
    )
    things = {
        "slug": "2020",
        "code": session.code,
        "day": stage.edition.days.get(date=date(2020, 2, 18)).pk,
        "hall": stage.big.pk,
        "track": stage.track.pk,
        "route": stage.route.pk,
        "stop": stage.route.stops.get().pk,
        "person": cast.marat.pk,
        "window": Availability.objects.create(
            edition=stage.edition, person=cast.marat, starts_at=at(18, 9), ends_at=at(18, 18)
        ).pk,
        "contribution": session.contributions.get().pk,
        "material": 1,
        "document": 1,
        "old": 1,
        "new": 2,
    }
    approve(edition=stage.edition, by=cast.guzel, note="первая", now=NOW)
    place_session(session=session, starts_at=at(18, 12), hall=stage.small, now=LATER)
    approve(edition=stage.edition, by=cast.guzel, note="вторая", now=LATER)
    return {
        str(one.name): reverse(
            f"forum:{one.name}", kwargs={name: things[name] for name in one.pattern.converters}
        )
        for one in urlpatterns
    }


ONLY_POST = {
    "desk_document_new",
    "desk_command",
    "desk_place",
    "desk_swap",
    "desk_material_new",
    "desk_contributor_new",
    "desk_hall_closing",
    "desk_hall_opening",
}
FOR_EDITORS = {
    "desk",
    "edition_desk",
    "desk_people",
    "desk_availability",
    "desk_sessions",
    "desk_session_new",
    "desk_session",
    "desk_contributor_search",
    "desk_contribution_new",
    "desk_contribution",
    "desk_programme",
    "desk_versions",
    "desk_approval",
    "desk_difference",
}


def readable(name: str) -> bool:
    return name not in ONLY_POST and (not name.endswith("_removal") or name == "desk_hall_removal")


def test_every_page_opens_for_an_organiser_without_inline_styles_or_scripts(
    stage: Stage, cast: Cast, organiser: Client
) -> None:
    for name, where in addresses(stage, cast).items():
        if readable(name):
            answer = organiser.get(where)
            page = answer.content.decode()
            assert answer.status_code == 200, name
            assert " style=" not in page, name
            assert " onclick=" not in page, name


def test_editors_plan_but_do_not_own_the_forum(stage: Stage, cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.nina)

    opened = {
        name
        for name, where in addresses(stage, cast).items()
        if readable(name) and client.get(where).status_code == 200
    }

    assert opened == FOR_EDITORS


@pytest.mark.parametrize("who", ["vera", "ramilya", "azat", "oleg", "marat", None])
def test_for_others_the_desk_does_not_exist(
    stage: Stage, cast: Cast, signed_in: Any, who: str | None
) -> None:
    client = signed_in(getattr(cast, who)) if who else Client()

    answers = {
        client.post(where).status_code if not readable(name) else client.get(where).status_code
        for name, where in addresses(stage, cast).items()
    }

    assert answers == {404}


def test_an_editor_cannot_approve(stage: Stage, cast: Cast, signed_in: Any) -> None:
    stage.session("Лекция", start=at(18, 10), hall=stage.big)

    answer = signed_in(cast.nina).post(address("desk_approval"), {"note": "", "seen": ""})

    assert answer.status_code == 404
    assert Version.objects.count() == 0


def test_a_forum_is_created_with_days_and_halls(cast: Cast, organiser: Client) -> None:
    facts = {
        "name": "Муниципалитеты – территории роста",
        "slug": "2020",
        "starts_on": "2020-02-18",
        "ends_on": "2020-02-19",
        "place": "Уфа",
        "timezone": "Asia/Yekaterinburg",
    }

    organiser.post(reverse("forum:edition_new"), facts)
    organiser.post(
        address("desk_hall_new"),
        {"name": "Большой зал", "capacity": "300", "equipment": "экран, микрофоны, экран"},
    )

    assert list(Day.objects.values_list("starts_at", "ends_at")) == [
        (at(18, 9), at(18, 18)),
        (at(19, 9), at(19, 18)),
    ]
    assert Hall.objects.get().equipment == ["экран", "микрофоны"]
    assert not Edition.objects.get().is_public


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"ends_on": "2020-02-01"}, "ends_on"),
        ({"ends_on": "2022-02-19"}, "ends_on"),
        ({"starts_on": "2020-02-31"}, "starts_on"),
        ({"slug": "desk"}, "slug"),
        ({"organisers": "Никому не известное общество"}, "organisers"),
        ({"timezone": "Mars"}, "timezone"),
    ],
)
def test_wrong_facts_come_back_with_what_was_typed(
    cast: Cast, organiser: Client, wrong: dict[str, str], field: str
) -> None:
    facts = {
        "name": "Форум сельских старост",
        "slug": "2020",
        "starts_on": "2020-02-18",
        "ends_on": "2020-02-19",
        "place": "Уфа",
        "timezone": "Asia/Yekaterinburg",
    }

    answer = organiser.post(reverse("forum:edition_new"), facts | wrong)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert "Форум сельских старост" in answer.content.decode()
    assert Edition.objects.count() == 0


def test_an_address_left_empty_is_made_of_the_name_and_the_year(
    cast: Cast, organiser: Client
) -> None:
    facts = {
        "name": "Форум сельских старост",
        "slug": "",
        "starts_on": "2020-02-18",
        "ends_on": "2020-02-18",
        "place": "Уфа",
        "timezone": "Asia/Yekaterinburg",
    }

    for name in ("Форум сельских старост", "Форум сельских старост", "Форум 2020"):
        organiser.post(reverse("forum:edition_new"), facts | {"name": name})

    assert list(Edition.objects.order_by("id").values_list("slug", flat=True)) == [
        "forum-selskikh-starost-2020",
        "forum-selskikh-starost-2020-2",
        "forum-2020",
    ]


def test_overlapping_days_are_refused_with_what_was_typed(stage: Stage, organiser: Client) -> None:
    answer = organiser.post(
        address("desk_day_new"), {"date": "2020-02-18", "opens": "07:45", "closes": "09:30"}
    )

    assert answer.status_code == 422
    assert "07:45" in answer.content.decode()
    assert stage.edition.days.count() == 2


def test_a_hall_in_use_is_kept_listed_and_may_be_closed(stage: Stage, organiser: Client) -> None:
    stage.session("Лекция о родниках", start=at(18, 10), hall=stage.big)

    answer = organiser.post(address("desk_hall_removal", stage.big.pk))
    organiser.post(address("desk_hall_closing", stage.big.pk))

    assert answer.status_code == 409
    assert "Лекция о родниках" in answer.content.decode()
    stage.big.refresh_from_db()
    assert stage.big.closed_at is not None


def test_a_place_of_one_name_in_two_districts_asks_which(
    stage: Stage, cast: Cast, organiser: Client
) -> None:
    from rost.directory.models import Municipality

    Municipality.objects.create(
        code="80611410",
        kind="rural_settlement",
        name="Аскаровский сельсовет",
        parent=cast.other_district,
        path=f"{cast.other_district.path}80611410.",
        search_name=cast.askarovo.search_name,
        sort_key="z",
    )
    facts = {
        "name": "Второй маршрут",
        "host": "Аскаровский сельсовет",
        "seats": "20",
        "departs_at": "2020-02-19T09:00",
        "returns_at": "2020-02-19T17:00",
    }

    asked = organiser.post(address("desk_route_new"), facts)
    organiser.post(address("desk_route_new"), facts | {"host": "80611410"})

    assert asked.status_code == 422
    assert "Аскаровский сельсовет, Белорецкий район (80611410)" in asked.content.decode()
    assert stage.edition.routes.get(name="Второй маршрут").host.code == "80611410"


def test_a_known_person_gets_a_part_with_the_post_already_written(
    stage: Stage, cast: Cast, organiser: Client
) -> None:
    session = stage.session("Лекция", start=at(18, 10), hall=stage.big)

    found = organiser.get(
        address("desk_contributor_search", session.code), {"words": "хайруллин марат"}
    )
    offered = organiser.get(address("desk_contribution_new", session.code, cast.ramilya.pk))
    organiser.post(
        address("desk_contribution_new", session.code, cast.ramilya.pk),
        {"part": "speaker", "post": "глава", "territory": "80601410", "topic": "Опыт"},
    )

    assert [one.given_name for one in found.context["found"]] == ["Марат"]
    assert "Аскаровский сельсовет, Абзелиловский район" in offered.content.decode()
    row = Contribution.objects.get()
    assert (row.person, row.post, row.territory, row.topic) == (
        cast.ramilya,
        "глава",
        cast.askarovo,
        "Опыт",
    )
    assert AccessRecord.objects.get().register == "forum.people.search"


def test_somebody_new_is_entered_with_the_basis_of_consent(
    stage: Stage, cast: Cast, organiser: Client
) -> None:
    session = stage.session("Лекция")
    facts = {"surname": "Иванова", "given_name": "Зоя", "basis": ""}

    refused = organiser.post(address("desk_contributor_new", session.code), facts)
    done = organiser.post(
        address("desk_contributor_new", session.code), facts | {"basis": "письмо № 3"}
    )

    assert refused.status_code == 422
    entered = Person.objects.get(surname="Иванова")
    assert (entered.registered_by, entered.registration_basis) == (cast.guzel, "письмо № 3")
    assert done.headers["Location"] == address("desk_contribution_new", session.code, entered.pk)


def test_a_file_is_kept_with_its_size(stage: Stage, organiser: Client) -> None:
    session = stage.session("Лекция")
    send = address("desk_material_new", session.code)

    neither = organiser.post(send, {"title": "Слайды"})
    organiser.post(send, {"title": "Слайды", "file": SimpleUploadedFile("с.pdf", b"x" * 100)})

    assert neither.status_code == 422
    assert session.materials.get().size == 100


def test_a_session_changed_by_another_is_not_overwritten(stage: Stage, organiser: Client) -> None:
    session = stage.session("Лекция", start=at(18, 10), hall=stage.big)
    page = organiser.get(address("desk_session", session.code))
    facts = {
        name: value if value is not None else ""
        for name, value in page.context["form"].initial.items()
    }
    change_session(session=session, title="Переименована другим", now=LATER)

    answer = organiser.post(
        address("desk_session", session.code), facts | {"title": "Моё название", "track": ""}
    )

    assert answer.status_code == 422
    assert "Моё название" in answer.content.decode()
    session.refresh_from_db()
    assert session.title == "Переименована другим"


def test_the_draft_is_approved_from_the_page_that_shows_it(
    stage: Stage, organiser: Client, cast: Cast
) -> None:
    session = stage.session(
        "Лекция", start=at(18, 10), hall=stage.big, people={cast.marat: "lecturer"}
    )
    page = organiser.get(address("desk_approval"))
    stale = {"note": "первая", "seen": page.context["form"].initial["seen"]}
    change_session(session=session, title="Лекция о сходах", now=LATER)

    refused = organiser.post(address("desk_approval"), stale)
    approved = organiser.post(
        address("desk_approval"), stale | {"seen": refused.context["form"].data["seen"]}
    )

    assert refused.status_code == 409
    assert "Лекция о сходах" in refused.content.decode()
    assert approved.status_code == 302
    assert Version.objects.get().approved_by == cast.guzel


def test_the_difference_of_two_versions_reads_before_and_after(
    stage: Stage, cast: Cast, organiser: Client
) -> None:
    where = addresses(stage, cast)["desk_difference"]

    lines = organiser.get(where).context["lines"]

    assert [(one.title, one.before, one.after) for one in lines] == [
        ("Лекция", "18\xa0февраля, 10:00–11:00", "18\xa0февраля, 12:00–13:00"),
        ("Лекция", "Большой зал", "Малый зал"),
    ]


def test_the_desk_says_what_needs_attention(stage: Stage, cast: Cast, organiser: Client) -> None:
    stage.session("Пленарное", start=at(18, 10), hall=stage.big, form="plenary")

    today = organiser.get(address("edition_desk")).context["today"]

    assert (today.changes, today.sessions, today.silent) == (1, 1, 3)
    assert {str(level): count for level, count in today.findings.items() if count} == {"warn": 1}
    assert Session.objects.count() == 1


def test_a_form_sent_twice_adds_one_thing(stage: Stage, organiser: Client) -> None:
    page = organiser.get(address("desk_session_new"))
    session = {
        "title": "Круглый стол",
        "form": "round_table",
        "minutes": "60",
        "state": "accepted",
        "language": "ru",
        "guid": str(page.context["form"].initial["guid"]),
    }
    hall = {"name": "Новый зал", "capacity": "10"}

    answers = [
        organiser.post(address(name), typed)
        for name, typed in (("desk_session_new", session), ("desk_hall_new", hall))
        for _twice in range(2)
    ]

    assert [answer.status_code for answer in answers] == [302, 302, 302, 422]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert Session.objects.count() == 1
    assert stage.edition.halls.filter(name="Новый зал").count() == 1


@pytest.mark.parametrize(
    "path",
    [
        "programme/?day=yesterday&session=%00&level=%00",
        "sessions/?state=%00&form=x&track=%00&words=%00",
        "versions/?old=%00&new=9",
    ],
)
def test_nonsense_in_an_address_shows_the_page(stage: Stage, organiser: Client, path: str) -> None:
    assert organiser.get(f"/forum/2020/desk/{path}").status_code == 200


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_dates_that_no_forum_has_are_refused(stage: Stage, organiser: Client, year: str) -> None:
    typed = {
        "name": "Маршрут",
        "host": "80601410",
        "seats": "20",
        "departs_at": f"{year}-01-01T00:00",
        "returns_at": f"{year}-01-02T00:00",
    }

    assert organiser.post(address("desk_route_new"), typed).status_code == 422

"""Pages of those who look after the directory: who sees what, and what comes of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rost.directory.actions.organisations import add_organisation
from rost.directory.actions.people import add_person
from rost.directory.models import (
    AccessRecord,
    ConsentText,
    ImportBatch,
    Municipality,
    Organisation,
    Person,
    Post,
    Role,
    Succession,
)

pytestmark = pytest.mark.django_db

STAFF_ONLY = (
    "/directory/places/lists/",
    "/directory/places/80601410/merge/",
    "/directory/places/80601410/status/",
    "/directory/places/80601410/name/",
)


def texts(response: Any) -> str:
    return response.content.decode()


@pytest.mark.parametrize("path", [*STAFF_ONLY, "/directory/people/", "/directory/people/new/"])
def test_strangers_are_asked_to_sign_in_and_residents_find_no_page(
    cast, client: Client, signed_in, path: str
) -> None:
    assert client.get(path).status_code == 302
    assert signed_in(cast.vera).get(path).status_code == 404


@pytest.mark.parametrize("path", STAFF_ONLY)
def test_the_register_is_changed_by_editors_not_by_curators(cast, signed_in, path: str) -> None:
    assert signed_in(cast.azat).get(path).status_code == 404
    assert signed_in(cast.nina).get(path).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/directory/places/?q=%00",
        "/directory/places/?region=%00",
        "/directory/places/chosen/?place=%00",
        "/directory/places/choices/?q=%00&next=%00&field=%00",
        "/directory/organisations/?q=%00&kind=%00&state=%00&page=%00",
        "/directory/people/?q=%00&territory=%00&page=-1",
        "/directory/people/99999999999999999999999/",
        "/directory/organisations/99999999999999999999999/",
    ],
)
def test_nonsense_in_the_address_breaks_nothing(cast, signed_in, path: str) -> None:
    assert signed_in(cast.alsu).get(path).status_code in (200, 404)


def test_a_day_before_all_days_is_an_error_of_the_form(cast, signed_in) -> None:
    post = cast.ramilya.posts.get()

    response = signed_in(cast.alsu).post(
        f"/en/directory/posts/{post.pk}/handover/",
        {"successor": "ёлкина", "on": "0001-01-01", "basis": "решение"},
    )

    assert response.status_code == 422
    assert "check the year" in texts(response)


# -- People ------------------------------------------------------------------------------------


def test_a_curator_sees_the_own_territory_and_the_log_says_so(cast, signed_in) -> None:
    text = texts(signed_in(cast.azat).get("/directory/people/"))

    assert "Ахметова" in text
    assert "Ёлкина" not in text
    record = AccessRecord.objects.get()
    assert (record.person, record.register, record.act, record.rows) == (
        cast.azat,
        "directory.people",
        "view",
        3,
    )


def test_the_list_costs_the_same_at_three_people_and_at_fifty(
    cast, signed_in, now, django_assert_max_num_queries
) -> None:
    curator = signed_in(cast.azat)
    with django_assert_max_num_queries(14) as few:
        curator.get("/directory/people/")
    for number in range(60):
        add_person(surname=f"Житель {number}", given_name="", home=cast.askarovo, now=now)

    with django_assert_max_num_queries(14) as many:
        curator.get("/directory/people/")

    assert len(few.captured_queries) == len(many.captured_queries)


def test_a_person_elsewhere_does_not_exist_for_a_curator(cast, signed_in) -> None:
    curator = signed_in(cast.azat)

    assert curator.get(f"/directory/people/{cast.ramilya.pk}/").status_code == 200
    for page in ("", "details/", "posts/new/", "roles/new/"):
        path = f"/directory/people/{cast.vera.pk}/{page}"
        assert curator.get(path).status_code == 404, path


def test_a_curator_enters_a_head_without_an_address(cast, signed_in) -> None:
    ConsentText.objects.create(
        purpose="participation", language="ba", version=1, body="Риза", valid_from=date(2019, 1, 1)
    )
    sent = {
        "surname": "Юлаева",
        "given_name": "Зифа",
        "home": "альмухаметовский",
        "language": "ba",
        "basis": "звонок 15.01.2020",
    }

    response = signed_in(cast.azat).post("/directory/people/new/", sent)

    person = Person.objects.get(surname="Юлаева")
    consent = person.consents.get()
    assert response.status_code == 302
    assert (consent.purpose, consent.given_by, consent.basis) == (
        "participation",
        cast.azat,
        "звонок 15.01.2020",
    )
    assert (person.home, person.registered_by, person.registration_basis) == (
        cast.almukhametovo,
        cast.azat,
        "звонок 15.01.2020",
    )


def test_a_curator_enters_nobody_outside_the_territory(cast, signed_in) -> None:
    sent = {"surname": "Юлаева", "home": "Белорецкий район", "language": "ru", "basis": "звонок"}

    response = signed_in(cast.azat).post("/directory/people/new/", sent)

    assert response.status_code == 422
    assert 'value="Юлаева"' in texts(response)  # nothing typed is lost
    assert not Person.objects.filter(surname="Юлаева").exists()


def test_a_place_that_may_mean_several_is_chosen_by_radio_buttons(cast, signed_in) -> None:
    curator = signed_in(cast.azat)
    sent = {"surname": "Юлаева", "home": "сельсовет", "language": "ru", "basis": "звонок"}

    asked = texts(curator.post("/directory/people/new/", sent))
    curator.post("/directory/people/new/", sent | {"home-choice": "80601410"})

    assert '<input type="radio" name="home-choice" value="80601404">' in asked
    assert Person.objects.get(surname="Юлаева").home == cast.askarovo


def test_the_address_of_a_person_with_rights_stays_as_it_is(cast, signed_in) -> None:
    cast.alsu.home = cast.askarovo
    cast.alsu.save()
    sent = {
        "surname": "Галиева",
        "home": "80601410",
        "language": "ru",
        "email": "thief@example.org",
    }

    signed_in(cast.azat).post(f"/directory/people/{cast.alsu.pk}/details/", sent)

    cast.alsu.refresh_from_db()
    assert cast.alsu.email == "alsu@example.org"


def test_a_taken_address_is_told_and_nothing_is_lost(cast, signed_in) -> None:
    sent = {
        "surname": "Юлаева",
        "home": "80601410",
        "language": "ru",
        "basis": "звонок",
        "email": "RAMILYA@example.org",
    }

    response = signed_in(cast.azat).post("/en/directory/people/new/", sent)

    assert response.status_code == 422
    assert "belongs to another person" in texts(response)
    assert 'value="звонок"' in texts(response)


# -- Posts and roles ---------------------------------------------------------------------------


def test_a_head_changes_by_one_form(cast, signed_in) -> None:
    post = cast.ramilya.posts.get()
    sent = {"successor": "юлдашбаев", "on": "2020-03-01", "basis": "решение Совета № 7"}

    response = signed_in(cast.azat).post(f"/directory/posts/{post.pk}/handover/", sent)

    assert response.headers["Location"] == f"/directory/people/{cast.ildar.pk}/"
    taken = Post.objects.get(person=cast.ildar, municipality=cast.askarovo)
    assert (taken.kind, taken.held_from, taken.preceded_by) == ("head", date(2020, 3, 1), post)


def test_a_successor_who_is_not_entered_yet_is_entered_on_the_way(cast, signed_in) -> None:
    post = cast.ramilya.posts.get()
    curator = signed_in(cast.azat)
    here = f"/directory/posts/{post.pk}/handover/"
    sent = {"surname": "Новая", "home": "80601410", "language": "ru", "basis": "бланк"}

    response = curator.post(f"/directory/people/new/?next={here}", sent)
    form = texts(curator.get(response.headers["Location"]))

    person = Person.objects.get(surname="Новая")
    assert f'value="#{person.pk}"' in form
    done = curator.post(here, {"successor": f"#{person.pk}", "on": "2020-03-01", "basis": "№ 7"})
    assert done.headers["Location"] == f"/directory/people/{person.pk}/"


def test_a_post_with_rights_is_moved_by_those_who_grant_them(cast, signed_in) -> None:
    """Otherwise a curator could hand somebody's rights to a person of the own choice."""
    post = cast.ramilya.posts.get()
    Role.objects.create(
        person=cast.ramilya,
        name="organiser",
        scope="platform",
        post=post,
        held_from=date(2019, 10, 1),
        basis="приказ № 3",
    )

    for page in ("end", "handover"):
        path = f"/directory/posts/{post.pk}/{page}/"
        assert signed_in(cast.azat).get(path).status_code == 404
        assert signed_in(cast.alsu).get(path).status_code == 200


def test_a_post_elsewhere_does_not_exist_for_a_curator(cast, signed_in) -> None:
    post = Post.objects.create(
        person=cast.ramilya,
        kind="expert",
        title="эксперт",
        municipality=cast.ufa,
        held_from=date(2019, 1, 1),
    )
    curator = signed_in(cast.azat)

    for page in ("end", "handover"):
        assert curator.get(f"/directory/posts/{post.pk}/{page}/").status_code == 404


def test_a_refused_post_keeps_what_was_typed_and_says_why(cast, signed_in) -> None:
    sent = {"kind": "head", "title": "и. о. главы", "municipality": "80601410"}

    response = signed_in(cast.azat).post(
        f"/en/directory/people/{cast.ildar.pk}/posts/new/", sent | {"held_from": "2020-03-01"}
    )

    assert "has a head on these days" in texts(response)
    assert 'value="и. о. главы"' in texts(response)


def test_roles_are_granted_by_administrators_alone(cast, signed_in) -> None:
    path = f"/directory/people/{cast.ramilya.pk}/roles/new/"
    sent = {
        "name": "curator",
        "scope": "territory",
        "territory": "80601000",
        "held_from": "2020-03-01",
        "basis": "приказ № 12",
    }

    assert signed_in(cast.nina).post(path, sent).status_code == 404
    assert signed_in(cast.alsu).post(path, sent).status_code == 302

    role = Role.objects.get(person=cast.ramilya)
    assert (role.name, role.territory, role.granted_by) == ("curator", cast.district, cast.alsu)
    assert signed_in(cast.nina).get(f"/directory/roles/{role.pk}/end/").status_code == 404
    signed_in(cast.alsu).post(f"/directory/roles/{role.pk}/end/", {"on": "2020-04-01"})
    role.refresh_from_db()
    assert role.held_to == date(2020, 4, 1)


# -- The register ------------------------------------------------------------------------------


def test_a_merge_is_shown_first_and_done_by_a_second_word(cast, signed_in) -> None:
    editor = signed_in(cast.nina)
    path = "/directory/places/80601410/merge/"
    sent = {"successor": "80601404", "others": "", "on": "2020-01-01", "basis": "закон № 1-з"}

    shown = editor.post(path, sent)
    assert (shown.status_code, Succession.objects.count()) == (200, 0)
    assert 'name="confirmed"' in texts(shown)

    editor.post(path, sent | {"confirmed": "yes"})
    assert Succession.objects.get().successor == cast.almukhametovo


def test_a_refused_merge_comes_back_with_the_reason(cast, signed_in) -> None:
    sent = {"successor": "80601410", "on": "2020-01-01", "basis": "закон", "confirmed": "yes"}

    response = signed_in(cast.nina).post("/en/directory/places/80601410/merge/", sent)

    assert response.status_code == 422
    assert "cannot become part of itself" in texts(response)


def sent_list(text: str, **fields: str) -> dict[str, Any]:
    told = {"kind": "classifier", "source": "ОК 033-2013", "year": ""}
    return told | fields | {"file": SimpleUploadedFile("список.csv", text.encode("cp1251"))}


def test_a_list_is_sent_looked_at_and_applied(cast, signed_in) -> None:
    editor = signed_in(cast.nina)
    text = "ОКТМО;Наименование\n80702000;город Новый\n80702001;Никуда\n8070;Криво\n"

    opened = editor.post("/en/directory/places/lists/", sent_list(text))
    preview = texts(editor.get(opened.headers["Location"]))
    assert "город Новый" in preview
    assert "A code has 8 or 11 digits; this is «8070»." in preview
    assert not Municipality.objects.filter(code="80702000").exists()

    editor.post(opened.headers["Location"] + "application/")
    assert Municipality.objects.get(code="80702000").source == "ОК 033-2013"
    again = editor.post(opened.headers["Location"] + "application/")
    assert again.status_code == 409


def test_a_list_is_given_up(cast, signed_in) -> None:
    editor = signed_in(cast.nina)
    editor.post("/directory/places/lists/", sent_list("ОКТМО;Наименование\n80702000;город\n"))
    batch = ImportBatch.objects.get()

    editor.post(f"/directory/places/lists/{batch.pk}/withdrawal/")

    batch.refresh_from_db()
    assert batch.outcome == {"given_up": 1}
    assert not Municipality.objects.filter(code="80702000").exists()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xlsx", b"PK\x03\x04 broken", "The file is damaged"),
        (
            "a.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"),
            "old Excel",
        ),
        ("a.pdf", b"%PDF-1.4", "is not a table"),
        ("a.csv", b" \n", "The file is empty"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_a_reason(
    cast, signed_in, name: str, data: bytes, said: str
) -> None:
    sent = sent_list("") | {"file": SimpleUploadedFile(name, data)}

    response = signed_in(cast.nina).post("/en/directory/places/lists/", sent)

    assert response.status_code == 422
    assert said in texts(response)
    assert 'value="ОК 033-2013"' in texts(response)


def test_a_file_beyond_the_limit_is_refused(cast, signed_in, settings) -> None:
    settings.UPLOAD_LIMIT = 20

    response = signed_in(cast.nina).post(
        "/en/directory/places/lists/", sent_list("ОКТМО;Наименование\n80702000;город\n")
    )

    assert response.status_code == 422
    assert "too large" in texts(response)


def test_hostile_cells_are_only_text(cast, signed_in) -> None:
    text = "ОКТМО;Наименование\n80702000;<script>alert(1)</script>\n"
    editor = signed_in(cast.nina)

    opened = editor.post("/directory/places/lists/", sent_list(text))

    assert "<script>alert" not in texts(editor.get(opened.headers["Location"]))


# -- Organisations -----------------------------------------------------------------------------


def test_a_leader_enters_the_own_organisation_and_a_moderator_approves_it(
    cast, client: Client, signed_in
) -> None:
    sent = {
        "kind": "ngo",
        "name": "Фонд «Агидель»",
        "inn": "7707083893",
        "title": "директор",
        "basis": "устав",
        "held_to": "2099-12-31",
    }

    opened = signed_in(cast.vera).post("/directory/organisations/new/", sent)
    path = opened.headers["Location"]
    assert client.get(path).status_code == 404
    assert signed_in(cast.azat).post(path + "approval/").status_code == 404
    signed_in(cast.oleg).post(path + "approval/")

    assert client.get(path).status_code == 200
    role = Role.objects.get(person=cast.vera)
    assert (role.name, role.held_to) == ("representative", date(2099, 12, 31))
    assert "Ёлкина" not in texts(client.get(path))


def test_a_wrong_number_is_told_beside_its_field(cast, signed_in) -> None:
    sent = {"kind": "ngo", "name": "Фонд", "inn": "7707083894", "ogrn": "123"}

    response = signed_in(cast.oleg).post("/en/directory/organisations/new/", sent)

    assert response.status_code == 422
    assert "The control digit of the INN does not fit" in texts(response)
    assert "An OGRN has 13 digits" in texts(response)
    assert Organisation.objects.count() == 0


def test_the_public_sees_only_approved_organisations(cast, client: Client, signed_in) -> None:
    add_organisation(kind="ngo", name="Фонд «Агидель»", municipality=cast.askarovo)

    assert "Агидель" not in texts(client.get("/directory/organisations/"))
    waiting = texts(signed_in(cast.oleg).get("/directory/organisations/?state=waiting"))
    assert "Агидель" in waiting


def test_an_organisation_is_changed_by_moderators_and_its_own_people(cast, signed_in) -> None:
    fund = add_organisation(kind="ngo", name="Фонд «Агидель»")
    path = f"/directory/organisations/{fund.pk}/details/"

    assert signed_in(cast.vera).get(path).status_code == 404
    assert signed_in(cast.oleg).get(path).status_code == 200


def test_the_list_of_organisations_costs_the_same_at_one_and_at_fifty(
    cast, signed_in, django_assert_max_num_queries
) -> None:
    moderator = signed_in(cast.oleg)
    add_organisation(kind="ngo", name="Фонд «Агидель»", municipality=cast.askarovo)
    with django_assert_max_num_queries(10) as few:
        moderator.get("/directory/organisations/")
    for number in range(60):
        add_organisation(kind="tos", name=f"ТОС № {number}", municipality=cast.almukhametovo)

    with django_assert_max_num_queries(10) as many:
        moderator.get("/directory/organisations/")

    assert len(few.captured_queries) == len(many.captured_queries)

"""Filling a project in: saved step by step and by the script, given back whatever goes wrong."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from conftest import NOW, Cast
from rost.core.passport import Money, Result
from rost.forum.models import Call, Project
from rost.forum.queries.call import passport_of

from .call_stage import CLOSES, SPRINGS, a_draft, an_offered_project, open_call
from .registration_stage import make_edition

ADDRESS = "/forum/rost-2020/call/"
LONG_NAME = (
    "Администрация сельского поселения Аскаровский сельсовет муниципального района "
    "Абзелиловский район Республики Башкортостан 1234"
)


@pytest.fixture
def call(cast: Cast) -> Call:
    return open_call(make_edition())


@pytest.fixture(autouse=True)
def _in_january_2020() -> Any:
    with time_machine.travel(NOW, tick=False):
        assert timezone.now() == NOW
        yield


def begun(client: Client) -> Project:
    answer = client.post(f"{ADDRESS}projects/")
    assert answer.status_code == 302
    return Project.objects.get()


def sent(project: Project, **typed: Any) -> dict[str, Any]:
    return {"saving": str(project.saving), "window": "w1"} | {
        name.replace("__", "-"): value for name, value in typed.items()
    }


def form_of(project: Project) -> str:
    return f"{ADDRESS}projects/{project.code}/form/"


def test_a_village_head_fills_it_in_step_by_step_and_sends_it(
    call: Call, cast: Cast, signed_in: Any
) -> None:
    client = signed_in(cast.ramilya)
    project = begun(client)
    what = {"title": LONG_NAME, "territory": "Аскаровский сельсовет", "year": "2019"}
    rest = {
        "local_issues": ["131-14-19"],
        "problem": "Из семи родников\r\nчистых осталось два.",
        "solution": "Расчистили.",
        "steps__0__text": "Сход",
        "steps__1__text": "Расчистка",
        "money__0__source": "local",
        "money__0__amount": "120 000,50",
        "partners__0__name": "Живая вода",
        "results__1__indicator": "родники",
        "contact": "Рамиля",
    }

    stepped = client.post(form_of(project), sent(project, **what, to="issue"))
    project.refresh_from_db()
    finished = client.post(form_of(project), sent(project, **what, **rest))
    project.refresh_from_db()
    passport = passport_of(project)
    client.post(f"{ADDRESS}projects/{project.code}/sending/")

    project.refresh_from_db()
    assert stepped.headers["Location"] == f"{form_of(project)}?saved=1#issue"
    assert finished.headers["Location"] == f"{ADDRESS}projects/{project.code}/"
    assert (project.state, project.municipality, project.title) == (
        "sent",
        cast.askarovo,
        LONG_NAME,
    )
    assert passport.problem == "Из семи родников\nчистых осталось два."
    assert (passport.steps, passport.money) == (
        ("Сход", "Расчистка"),
        (Money("local", 12_000_050),),
    )
    assert passport.results == (Result("родники"),)


def test_two_empty_rows_more_are_offered_than_are_filled(
    call: Call, cast: Cast, signed_in: Any
) -> None:
    project = a_draft(call, cast.ramilya, municipality=cast.askarovo)

    page = signed_in(cast.ramilya).get(form_of(project)).content.decode()

    assert page.count('name="steps-') == len(SPRINGS.steps) + 2
    assert "160\u00a0000,50" in page


def test_what_cannot_be_saved_comes_back_as_typed_and_the_rest_is_saved(
    call: Call, cast: Cast, signed_in: Any
) -> None:
    client = signed_in(cast.ramilya)
    project = begun(client)
    huge = "я" * 4001
    typed = {
        "title": "Родники",
        "problem": huge,
        "territory": "Нигде",
        "money__0__amount": "сто",
        "steps__0__text": "Сход",
    }

    answer = client.post(form_of(project), sent(project, **typed))

    project.refresh_from_db()
    page = answer.content.decode()
    assert answer.status_code == 422
    assert (project.title, passport_of(project).problem) == ("Родники", "")
    assert passport_of(project).steps == ("Сход",)
    assert all(text in page for text in (huge, 'value="Нигде"', 'value="сто"'))


def test_the_script_gets_facts_and_an_older_window_a_refusal(
    call: Call, cast: Cast, signed_in: Any
) -> None:
    client = signed_in(cast.ramilya)
    project = begun(client)
    first = sent(project, title="Родники", money__0__amount="7")
    by_script = {"HTTP_X_SAVING": "1"}

    saved = client.post(form_of(project), first, **by_script)
    again = client.post(form_of(project), first | {"title": "Родники 2"}, **by_script)
    older = client.post(form_of(project), first | {"title": "A", "window": "w2"}, **by_script)
    shown = client.post(form_of(project), first | {"title": "Ключи", "window": "w2"})

    assert (saved.json()["saving"], saved.json()["total"]) == (1, "7\u00a0руб.")
    assert (again.json()["saving"], older.status_code) == (2, 409)
    page = shown.content.decode()
    assert shown.status_code == 409
    assert 'value="Ключи"' in page
    assert ">Родники 2</dd>" in page
    assert 'name="saving" value="2"' in page


def test_signed_out_in_between_the_text_is_given_back(call: Call, cast: Cast, client: Any) -> None:
    project = a_draft(call, cast.ramilya)

    answer = client.post(form_of(project), sent(project, problem="Долго писала"))

    assert answer.status_code == 403
    assert "Долго писала" in answer.content.decode()


def test_after_closing_a_draft_is_kept_and_not_sent(call: Call, cast: Cast, signed_in: Any) -> None:
    project = a_draft(call, cast.ramilya, municipality=cast.askarovo)
    with time_machine.travel(CLOSES, tick=False):
        client = signed_in(cast.ramilya)

        kept = client.post(form_of(project), sent(project, title="Родники 2"))
        refused = client.post(f"{ADDRESS}projects/{project.code}/sending/")
        public = client.get(ADDRESS)

    project.refresh_from_db()
    assert (kept.status_code, refused.status_code) == (302, 409)
    assert (project.state, project.title) == ("draft", "Родники 2")
    assert "Предложить проект" not in public.content.decode()


def test_another_persons_draft_is_not_there_and_the_committee_sees_no_draft(
    call: Call, cast: Cast, signed_in: Any
) -> None:
    project = a_draft(call, cast.ramilya)

    for who in (cast.vera, cast.marat, cast.guzel):
        client = signed_in(who)
        assert client.get(form_of(project)).status_code == 404
        assert client.post(form_of(project), sent(project, title="Моё")).status_code == 404
    desk = signed_in(cast.guzel).get("/forum/rost-2020/desk/projects/").content.decode()

    assert SPRINGS.title not in desk


def test_the_organisers_list_is_filtered_and_taken_as_a_spreadsheet(
    call: Call, cast: Cast, signed_in: Any
) -> None:
    project = an_offered_project(call, cast)
    client = signed_in(cast.guzel)
    desk = "/forum/rost-2020/desk/projects/"

    found = client.get(f"{desk}?text=родники+аскар").content.decode()
    nothing = client.get(f"{desk}?state=declined").content.decode()
    taken = client.get(f"{desk}export/")

    assert (project.code in found, project.code in nothing) == (True, False)
    assert taken.content[:2] == b"PK"
    assert 'filename="projects-rost-2020.xlsx"' in taken.headers["Content-Disposition"]


def test_the_call_says_until_when_and_by_which_rule(call: Call, client: Client) -> None:
    page = client.get(ADDRESS).content.decode()

    assert all(one["name"]["ru"] in page for one in call.criteria)


def test_criteria_must_weigh_a_hundred(call: Call, cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.guzel)
    address = "/forum/rost-2020/desk/projects/criteria/"
    row = {"0-ru": "Польза", "0-most": "5"}

    wrong = client.post(address, row | {"0-weight": "90"})
    right = client.post(address, row | {"0-weight": "100"})

    call.refresh_from_db()
    assert (wrong.status_code, right.status_code) == (422, 302)
    assert [(one["name"]["ru"], one["weight"]) for one in call.criteria] == [("Польза", 100)]

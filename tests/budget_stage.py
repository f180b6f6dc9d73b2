"""Many rows of everything, beside the one of everything that stands on the access stage."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from conftest import NOW, Cast
from rost.channels.actions import send
from rost.core.language import fold, sort_key
from rost.directory.actions.organisations import add_organisation
from rost.directory.actions.posts import give_post
from rost.directory.actions.records import record_access
from rost.directory.actions.roles import grant_role
from rost.directory.models import DestructionAct, ImportBatch, Municipality, Person
from rost.documents.actions.templates import write_version
from rost.documents.queries.templates import wording_in_force
from rost.documents.tests.stage import batch_of, issue_to
from rost.forum.actions.approval import approve
from rost.forum.actions.attendance import add_door, issue_pass, mark_by_hand, pair_device
from rost.forum.actions.editions import create_edition, set_hall, set_route, set_stop, set_track
from rost.forum.actions.invitations import invite
from rost.forum.actions.programme import add_session, place_session, set_contribution
from rost.forum.actions.registration import add_category, change_hours, register
from rost.forum.models import (
    AgendaItem,
    Category,
    Door,
    Edition,
    EditionDocument,
    Question,
    Registration,
)
from rost.forum.tests.stage import at
from tests.access_commitments import promise
from tests.access_hall import add_to_hall
from tests.budget_call import add_projects
from tests.budget_indicators import add_figures
from tests.budget_library_adoption import add_repeated
from tests.budget_library_own import add_to_library
from tests.budget_library_review import add_to_desk
from tests.budget_projects import add_reviewed
from tests.budget_search import add_to_search


def add_rows(cast: Cast, edition: Edition, numbers: range) -> None:
    """As many rows more of every kind that a page lists; numbers are never used twice."""
    open_registration(edition)
    people = [add_place(cast, number) for number in numbers]
    for number, person in zip(numbers, people, strict=True):
        add_records(cast, edition, number)
        add_papers(cast, edition, number)
        add_to_programme(cast, edition, person, number)
        add_projects(cast, edition, number)
        add_reviewed(cast, edition, person, number)
        add_to_hall(edition, cast.marat, number)
        add_to_search(cast, number)
        add_figures(person.home, cast.azat, number)
        add_repeated(cast, person, person.home, number)
        add_to_desk(cast, number)
        add_to_library(cast, number)
    for number, person in zip(numbers, people, strict=True):
        add_registration(edition, person, number)
    hold(Registration.objects.get(person=cast.ramilya), list(edition.sessions.all()))
    approve(edition=edition, by=cast.guzel, note="ещё", now=NOW + timedelta(days=numbers.stop))


def open_registration(edition: Edition) -> None:
    opened = NOW - timedelta(days=9)
    change_hours(edition=edition, opens_at=opened, closes_at=None, confirm_by_hand=False)


def add_place(cast: Cast, number: int) -> Person:
    """A settlement with its head, who is a curator of it, and an organisation."""
    name = f"Сельсовет {number:02}"
    place = Municipality.objects.create(
        code=f"806014{20 + number}",
        kind="rural_settlement",
        name=name,
        parent=cast.district,
        path=f"{cast.district.path}806014{20 + number}.",
        search_name=fold(name),
        sort_key=sort_key(name),
    )
    person = make_person(f"Глава{number:02}", place)
    give_post(
        person=person,
        kind="head",
        title="глава сельского поселения",
        municipality=place,
        held_from=date(2019, 9, 20),
        elected_first_time=True,
    )
    for who, where in ((person, place), (cast.ildar, place)):
        grant_role(
            person=who,
            name="curator",
            scope="territory",
            territory=where,
            held_from=date(2019, 10, 1),
            basis="приказ № 9",
        )
    add_organisation(kind="ngo", name=f"Родник {number:02}", municipality=place)
    return person


def make_person(surname: str, home: Municipality) -> Person:
    return Person.objects.create(
        surname=surname,
        given_name="Айгуль",
        email=f"{fold(surname)}@example.org",
        home=home,
        created_at=NOW,
        search_name=fold(f"{surname} Айгуль"),
        sort_key=sort_key(f"{surname} Айгуль"),
    )


def add_records(cast: Cast, edition: Edition, number: int) -> None:
    """A message, a line of the log, an act, a sent list of each kind."""
    send(person=cast.ramilya, dedupe=f"{number}", subject=f"{number}", body="…", now=NOW)
    record_access(
        person=cast.azat,
        act="view",
        register="forum.people",
        rows=1,
        now=NOW,
        about=edition.space,
    )
    DestructionAct.objects.create(number=10 + number, at=NOW, by_name="—", reason="срок", totals={})
    for kind in ("municipalities", "registrations", "programme"):
        ImportBatch.objects.create(
            kind=kind, file_name=f"{number}.csv", uploaded_by=cast.azat, uploaded_at=NOW
        )


def add_papers(cast: Cast, edition: Edition, number: int) -> None:
    """An issued document, a batch with its file, a version of what certificates say."""
    issue_to(cast.ramilya, about=f"budget:{number}", space=edition.space, by=cast.guzel)
    batch_of(edition.space, cast.guzel, "done")
    wording = wording_in_force("certificate", "ru", edition.space)
    write_version(
        kind="certificate",
        language="ru",
        space=edition.space,
        texts={name: f"{text} {number}" for name, text in wording.texts.items()},
        note="",
        by=cast.guzel,
        now=NOW,
    )


def add_to_programme(cast: Cast, edition: Edition, head: Person, number: int) -> None:
    """An edition, a document, a track, a hall, a route, and a session with two people in it."""
    create_edition(
        slug=f"other-{number}",
        name=f"Форум {number}",
        starts_on=date(2020, 5, 1),
        ends_on=date(2020, 5, 2),
        place="Уфа",
        is_public=True,
    )
    EditionDocument.objects.create(edition=edition, title=f"{number}", url="https://e.org/1")
    track = set_track(edition=edition, name=f"Направление {number}")
    hall = set_hall(edition=edition, name=f"Зал {number}", capacity=50)
    add_route(edition, head, number)
    session = add_session(
        edition=edition,
        title=f"Разговор {number}",
        form="discussion",
        minutes=30,
        now=NOW,
        track=edition.tracks.order_by("pk")[0] if number % 2 else track,
    )
    for who in (head, cast.marat):
        set_contribution(session=session, person=who, part="speaker", territory=head.home, now=NOW)
    place_session(session=session, starts_at=slot(number), hall=hall, now=NOW)
    promise(cast, edition, session, number)


def slot(number: int) -> datetime:
    return at(18, 11) + timedelta(minutes=30 * number)


def add_route(edition: Edition, head: Person, number: int) -> None:
    assert head.home is not None
    route = set_route(
        edition=edition,
        name=f"Маршрут {number}",
        seats=40,
        host=head.home,
        departs_at=at(19, 9),
        returns_at=at(19, 17),
    )
    set_stop(
        route=route,
        at=at(19, 12),
        until=at(19, 13),
        place="Клуб",
        territory=head.home,
        practice="Клуб всем миром",
    )


def add_registration(edition: Edition, person: Person, number: int) -> None:
    """A category, a question, an invitation, a registration with sessions in its agenda."""
    category = Category.objects.filter(edition=edition).order_by("pk")[0]
    add_category(
        edition=edition,
        name=f"Гости {number}",
        seats=None,
        needs_invitation=False,
        from_municipality=False,
    )
    Question.objects.create(edition=edition, topic="other", text=f"Вопрос {number}?")
    invite(edition=edition, person=person, category=category, now=NOW)
    registered = register(
        edition=edition, person=person, category=category, municipality=person.home, now=NOW
    )
    hold(registered, list(edition.sessions.order_by("pk")[: number + 2]))
    door = Door.objects.filter(edition=edition, kind="entrance").order_by("pk")[0]
    mark_by_hand(
        door=door, registration=registered, direction="in", source="name", at=NOW, by=None, now=NOW
    )
    add_telephone(add_door(edition=edition, name=f"Вход {number}"))
    add_telephone(door)


def add_telephone(door: Door) -> None:
    ends = NOW + timedelta(hours=9)
    _pass, secret = issue_pass(
        door=door, label="Айгуль", starts_at=NOW, ends_at=ends, by=None, now=NOW
    )
    pair_device(secret=secret, device=uuid4(), device_now=NOW, now=NOW)


def hold(registration: Registration, sessions: list[Any]) -> None:
    """The sessions are in the agenda, whether or not they clash."""
    rows = [
        AgendaItem(registration=registration, session=one, status="seat", queued_at=NOW)
        for one in sessions
    ]
    AgendaItem.objects.bulk_create(rows, ignore_conflicts=True)

"""Co-authors come by a letter, files go through one door, people and places leave cleanly."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from conftest import NOW, Cast
from rost.channels.models import Message
from rost.directory.models import Person
from rost.directory.queries.personal_data import kept_about
from rost.forum.actions.call import (
    AlreadyInvited,
    FileOfWrongKind,
    InvitationOver,
    TooManyFiles,
    add_file,
    answer_invitation,
    invite_co_author,
    send_project,
)
from rost.forum.actions.call.carrying import carry_projects
from rost.forum.actions.call.personal import (
    count_old_projects,
    destroy_old_projects,
    erase_projects,
)
from rost.forum.actions.committee import begin_review
from rost.forum.models import Call, CoAuthor, Project
from rost.forum.queries.call import passport_of

from .call_stage import a_draft, an_offered_project, open_call
from .registration_stage import make_edition

ADDRESS = "/forum/rost-2020/call/"


@pytest.fixture
def call(cast: Cast) -> Call:
    return open_call(make_edition())


@pytest.fixture(autouse=True)
def _in_january_2020() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


def invited(project: Project, email: str) -> tuple[CoAuthor, str]:
    return invite_co_author(project=project, name="Айгуль", post="", email=email, now=NOW)


def pdf(name: str = "письмо.pdf", content: bytes = b"%PDF-1.7 ...") -> Any:
    return SimpleUploadedFile(name, content)


def test_a_stranger_comes_by_the_link_of_a_letter_and_says_yes(
    call: Call, cast: Cast, signed_in: Any, client: Client
) -> None:
    project = a_draft(call, cast.ramilya)
    typed = {"name": "Айгуль", "post": "учитель", "email": "aigul@example.org"}
    signed_in(cast.ramilya).post(f"{ADDRESS}projects/{project.code}/co-authors/", typed)
    [letter] = mail.outbox
    path = re.search(r"/forum/rost-2020/call/key/[\w-]+/", letter.body)
    assert path is not None
    newcomer = Person.objects.create(surname="Юсупова", email="other@example.org", created_at=NOW)

    before = client.get(path[0]).content.decode()
    signed_in(newcomer).post(path[0], {"answer": "yes"})

    seen = signed_in(newcomer).get(f"{ADDRESS}projects/{project.code}/form/")
    again = signed_in(cast.vera).get(path[0]).content.decode()
    assert (letter.to, seen.status_code) == (["aigul@example.org"], 200)
    assert project.title in before
    assert project.title not in again
    assert "aigul@example.org" not in str(CoAuthor.objects.values().get())


def test_somebody_known_gets_a_message_and_answers_on_their_page(
    call: Call, cast: Cast, signed_in: Any
) -> None:
    project = a_draft(call, cast.ramilya)
    invitation, secret = invited(project, "VERA@example.org")
    client = signed_in(cast.vera)

    hidden = client.get(f"{ADDRESS}projects/{project.code}/").status_code
    client.post(f"{ADDRESS}answers/{invitation.pk}/", {"answer": "yes"})

    assert hidden == 404
    assert client.get(f"{ADDRESS}projects/{project.code}/").status_code == 200
    message = Message.objects.get(person=cast.vera)
    assert secret not in message.body + message.path


def test_nobody_is_asked_twice_and_nobody_answers_for_another(call: Call, cast: Cast) -> None:
    project = a_draft(call, cast.ramilya)
    invitation, _secret = invited(project, "vera@example.org")

    with pytest.raises(AlreadyInvited):
        invited(project, "vera@example.org")
    with pytest.raises(AlreadyInvited):
        invited(project, "ramilya@example.org")
    with pytest.raises(InvitationOver):
        answer_invitation(invitation=invitation, person=cast.marat, accepts=True, now=NOW)

    assert CoAuthor.objects.filter(accepted_at__isnull=False).count() == 0


def test_a_co_author_leaves_alone_and_the_author_removes_anybody(
    call: Call, cast: Cast, signed_in: Any
) -> None:
    project = a_draft(call, cast.ramilya)
    rows = [invited(project, email)[0] for email in ("vera@example.org", "oleg@example.org")]
    for row, person in zip(rows, (cast.vera, cast.oleg), strict=True):
        answer_invitation(invitation=row, person=person, accepts=True, now=NOW)
    address = f"{ADDRESS}projects/{project.code}/co-authors/{{}}/removal/"

    refused = signed_in(cast.vera).post(address.format(rows[1].pk))
    signed_in(cast.vera).post(address.format(rows[0].pk))
    signed_in(cast.ramilya).post(address.format(rows[1].pk))

    assert (refused.status_code, project.co_authors.count()) == (404, 0)


def test_a_file_that_lies_about_its_kind_and_one_too_many_are_refused(
    call: Call, cast: Cast
) -> None:
    project = a_draft(call, cast.ramilya)
    with pytest.raises(FileOfWrongKind):
        add_file(project=project, title="", file=pdf(content=b"MZ\x90"))
    for _number in range(10):
        add_file(project=project, title="", file=pdf())

    with pytest.raises(TooManyFiles):
        add_file(project=project, title="", file=pdf())

    assert set(project.files.values_list("title", flat=True)) == {"письмо"}


def test_twenty_letters_a_day_go_to_addresses_that_somebody_types(
    call: Call, cast: Cast, signed_in: Any
) -> None:
    project, client = a_draft(call, cast.ramilya), signed_in(cast.ramilya)
    address = f"{ADDRESS}projects/{project.code}/co-authors/"

    for number in range(23):
        letter = {"name": "Купите слона", "email": f"resident-{number}@example.org"}
        client.post(address, letter)
        CoAuthor.objects.all().delete()

    assert len(mail.outbox) == 20


def test_files_open_for_their_makers_and_after_sending_for_the_committee(
    call: Call, cast: Cast, signed_in: Any
) -> None:
    project = a_draft(call, cast.ramilya)
    file = add_file(project=project, title="Письмо", file=pdf())
    address = f"/forum/rost-2020/projects/{project.code}/files/{file.pk}/"
    everybody = (cast.ramilya, cast.marat, cast.guzel, cast.vera)

    before = [signed_in(who).get(address).status_code for who in everybody]
    sent = send_project(project=project, now=NOW)
    begin_review(project=sent, reviewer=cast.marat, now=NOW)
    after = [signed_in(who).get(address).status_code for who in everybody]

    assert (before, after) == ([200, 404, 404, 404], [200, 200, 200, 404])
    shown = signed_in(cast.ramilya).get(address)
    assert shown.headers["Content-Disposition"].startswith("attachment")


def test_who_leaves_takes_their_projects_along_unless_a_co_author_goes_on(
    call: Call, cast: Cast
) -> None:
    alone = an_offered_project(call, cast)
    shared = a_draft(call, cast.ildar)
    invitation, _secret = invited(shared, "vera@example.org")
    answer_invitation(invitation=invitation, person=cast.vera, accepts=True, now=NOW)

    gone = [erase_projects(who, NOW) for who in (cast.ramilya, cast.ildar)]

    shared.refresh_from_db()
    assert gone == [1, 1]
    assert not Project.objects.filter(pk=alone.pk).exists()
    assert (shared.author, passport_of(shared).contact) == (cast.vera, "")
    assert shared.co_authors.count() == 0


def test_my_data_show_projects_and_old_ones_go_with_their_files(call: Call, cast: Cast) -> None:
    project = an_offered_project(call, cast)
    kept = {one.name: one for one in kept_about(cast.ramilya)}["forum.projects"]
    before = NOW + timedelta(days=60)

    found = count_old_projects(NOW), count_old_projects(before)
    destroyed = destroy_old_projects(before, before)

    assert kept.rows[0][1] == project.title
    assert (found, destroyed, Project.objects.count()) == ((0, 1), 1, 0)


def test_a_merged_municipality_takes_its_projects_along(call: Call, cast: Cast) -> None:
    project = an_offered_project(call, cast)

    moved = carry_projects(
        predecessors=[cast.askarovo.pk],
        successor=cast.almukhametovo,
        on=date(2020, 2, 1),
        now=NOW,
    )

    project.refresh_from_db()
    assert (moved, project.municipality) == (1, cast.almukhametovo)
    assert passport_of(project).territory == cast.almukhametovo.code

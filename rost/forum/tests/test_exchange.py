"""A programme of another system: sent, looked at, brought into the draft, sent again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from conftest import NOW, Cast
from rost.core.programme.model import Programme
from rost.directory.actions.imports import BatchClosed
from rost.directory.models import ImportBatch, Person
from rost.forum.actions.exchange import FileRefused, OutsideDates, apply_import, open_import
from rost.forum.adapters.frab.json_writer import write_json
from rost.forum.models import Contribution, Day, Edition, Hall, Session, Track
from rost.forum.queries.draft import draft_programme
from rost.forum.tests.sample import publish, sample_programme

pytestmark = pytest.mark.django_db
DESK = "/forum/forum-2020/desk/exchange/"


@pytest.fixture
def edition(cast: Cast) -> Edition:
    """The forum of 18–20 February 2020 with nothing in its draft."""
    edition = publish(sample_programme(1))
    Edition.objects.filter(pk=edition.pk).update(published=None)
    edition.refresh_from_db()
    return edition


def as_file(programme: Programme) -> bytes:
    return write_json(
        programme,
        base_url="https://example.org/",
        url="https://example.org/",
        url_of=lambda one: f"/sessions/{one.code}/",
    )


def bring(edition: Edition, data: bytes, by: Person | None = None) -> ImportBatch:
    batch = open_import(edition=edition, data=data, file_name="schedule.json", by=by, now=NOW)
    return apply_import(batch=batch, edition=edition, by=by, now=NOW)


def without(document: dict[str, Any], *names: str) -> bytes:
    """The file with some fields of every event taken away."""
    for day in document["schedule"]["conference"]["days"]:
        for events in day["rooms"].values():
            for event in events:
                for name in names:
                    event.pop(name, None)
    return json.dumps(document).encode()


def test_sessions_halls_tracks_days_and_people_come_into_the_draft(edition: Edition) -> None:
    programme = sample_programme(24)

    batch = bring(edition, as_file(programme))

    draft = draft_programme(edition)
    standing = {one.guid: one for one in programme.sessions}
    assert {one.guid for one in draft.sessions} == set(standing)
    assert [(one.title, one.start, one.minutes, one.form) for one in draft.sessions] == [
        (known.title, known.start, known.minutes, known.form)
        for known in (standing[one.guid] for one in draft.sessions)
    ]
    assert {hall.name for hall in draft.halls} == {hall.name for hall in programme.halls}
    assert {day.date for day in draft.days} == {day.date for day in programme.days}
    assert batch.outcome["created"] == len(standing)


def test_each_part_keeps_its_person_post_topic_and_minutes(edition: Edition) -> None:
    programme = sample_programme(24)

    bring(edition, as_file(programme))

    draft = {one.guid: one for one in draft_programme(edition).sessions}
    for one in programme.sessions:
        assert [
            (who.name, who.part, who.post, who.topic, who.minutes)
            for who in draft[one.guid].contributions
        ] == [(who.name, who.part, who.post, who.topic, who.minutes) for who in one.contributions]


def test_the_same_file_again_changes_nothing(edition: Edition) -> None:
    data = as_file(sample_programme(24))
    bring(edition, data)
    before = draft_programme(edition)
    people = Person.objects.count()

    batch = bring(edition, data)

    assert draft_programme(edition) == before
    assert Person.objects.count() == people
    assert batch.outcome == {"created": 0, "changed": 0, "unchanged": 27, "people": 0}


def test_a_newer_file_brings_up_to_date_and_leaves_the_rest(edition: Edition) -> None:
    programme = sample_programme(6)
    bring(edition, as_file(programme))
    own = Session.objects.create(
        edition=edition,
        code="OWN001",
        guid="00000000-0000-4000-8000-00000000abcd",
        number=900,
        slug="own",
        title="Наше заседание",
        form="lecture",
        minutes=30,
        changed_at=NOW,
    )
    first, *rest = programme.sessions

    renamed = replace(programme, sessions=(replace(first, title="Новое имя"), *rest))
    batch = bring(edition, as_file(renamed))

    assert batch.outcome["changed"] == 1
    assert Session.objects.get(guid=first.guid).title == "Новое имя"
    assert Session.objects.filter(pk=own.pk, title="Наше заседание").exists()


def test_a_file_that_knows_only_names_keeps_posts_and_topics(edition: Edition) -> None:
    programme = sample_programme(6)
    bring(edition, as_file(programme))
    before = list(Contribution.objects.values_list("person", "part", "post", "topic", "minutes"))
    document = json.loads(as_file(programme))
    for day in document["schedule"]["conference"]["days"]:
        for events in day["rooms"].values():
            for event in events:
                for person in event["persons"]:
                    for name in ("post", "topic", "minutes"):
                        person.pop(name, None)

    bring(edition, json.dumps(document).encode())

    after = list(Contribution.objects.values_list("person", "part", "post", "topic", "minutes"))
    assert after == before


def test_one_name_is_one_person_of_the_edition(edition: Edition, cast: Cast) -> None:
    """Nobody outside the edition is reached by a name in a file, however equal."""
    programme = sample_programme(2)
    first, second, *rest = programme.sessions
    named = replace(first.contributions[0], name=cast.ramilya.full_name, guid="")
    programme = replace(
        programme,
        sessions=(
            replace(first, contributions=(named,)),
            replace(second, contributions=(named,)),
            *rest,
        ),
    )

    bring(edition, as_file(programme))

    people = set(Contribution.objects.values_list("person", flat=True))
    (new,) = Person.objects.filter(pk__in=people)
    assert new.pk != cast.ramilya.pk
    assert (new.full_name, new.email) == (cast.ramilya.full_name, None)
    assert (new.surname, new.given_name) == ("Ахметова", "Рамиля")


def test_the_same_file_serves_two_editions(edition: Edition) -> None:
    data = as_file(sample_programme(6))
    bring(edition, data)
    other = Edition.objects.create(
        slug="second",
        name="Второй",
        starts_on=edition.starts_on,
        ends_on=edition.ends_on,
        place="Уфа",
    )

    bring(other, data)
    again = bring(other, data)

    assert Session.objects.filter(edition=other).count() == 9
    assert again.outcome["created"] == 0


def test_a_batch_is_applied_once(edition: Edition) -> None:
    batch = open_import(
        edition=edition,
        data=as_file(sample_programme(3)),
        file_name="schedule.json",
        by=None,
        now=NOW,
    )
    apply_import(batch=batch, edition=edition, by=None, now=NOW)

    with pytest.raises(BatchClosed):
        apply_import(batch=batch, edition=edition, by=None, now=NOW)


def test_other_days_are_refused_in_words(edition: Edition) -> None:
    Edition.objects.filter(pk=edition.pk).update(
        starts_on=date(2021, 2, 18), ends_on=date(2021, 2, 20)
    )
    edition.refresh_from_db()

    with pytest.raises(OutsideDates) as refused:
        bring(edition, as_file(sample_programme(3)))

    assert "2020" in str(refused.value)
    assert "2021" in str(refused.value)


def test_nothing_is_half_written(edition: Edition) -> None:
    """The edition moved to other days between the two steps."""
    batch = open_import(
        edition=edition,
        data=as_file(sample_programme(3)),
        file_name="schedule.json",
        by=None,
        now=NOW,
    )
    Edition.objects.filter(pk=edition.pk).update(
        starts_on=date(2021, 2, 18), ends_on=date(2021, 2, 20)
    )

    with pytest.raises(OutsideDates):
        apply_import(batch=batch, edition=edition, by=None, now=NOW)

    batch.refresh_from_db()
    assert batch.applied_at is None
    assert not Day.objects.filter(edition=edition).exists()
    assert not Session.objects.filter(edition=edition).exists()


HOSTILE = (
    b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    b"<schedule><conference><title>&b;</title></conference></schedule>"
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01\x02",
        b"PK\x03\x04 a spreadsheet",
        b"{",
        b"[]",
        b"<html></html>",
        b"<schedule/>",
        HOSTILE,
        b"[" * 100_000,
        b"<a>" * 100_000,
    ],
)
def test_what_is_no_programme_is_refused_in_words(edition: Edition, data: bytes) -> None:
    with pytest.raises(FileRefused):
        open_import(edition=edition, data=data, file_name="x", by=None, now=NOW)

    assert not ImportBatch.objects.exists()


def test_a_file_over_the_limit_is_refused(edition: Edition, settings: Any) -> None:
    settings.UPLOAD_LIMIT = 1000

    with pytest.raises(FileRefused):
        open_import(edition=edition, data=b"{" + b" " * 1000, file_name="x", by=None, now=NOW)


def test_russian_in_another_encoding_is_read(edition: Edition) -> None:
    programme = sample_programme(3)
    text = as_file(programme).decode().replace("–", "-").replace("Ҡ", "К").replace("Һиҙиәт", "Г")

    bring(edition, text.encode("cp1251"))

    titles = set(Session.objects.values_list("title", flat=True))
    assert titles == {one.title for one in programme.sessions}


def test_texts_too_long_are_cut_rather_than_refused(edition: Edition) -> None:
    document = json.loads(as_file(sample_programme(1)))
    document["schedule"]["conference"]["tracks"][0]["name"] = "Т" * 500
    (rooms,) = [day["rooms"] for day in document["schedule"]["conference"]["days"] if day["rooms"]]
    ((room, (event,)),) = rooms.items()
    event["track"] = "Т" * 500
    event["title"] = "И" * 900
    event["persons"] = [{"name": "Длинное " * 60}]
    event["links"] = [{"url": "https://example.org/" + "a" * 900, "title": "x"}]
    rooms["З" * 500] = rooms.pop(room)

    data = json.dumps(document).encode()
    bring(edition, data)
    again = bring(edition, data)

    session = Session.objects.get()
    assert again.outcome == {"created": 0, "changed": 0, "unchanged": 1, "people": 0}
    assert len(session.title) <= 300
    assert Hall.objects.get(name__startswith="ЗЗЗ").sessions.count() == 1
    assert Track.objects.filter(name__startswith="ТТТ").count() == 1
    assert session.contributions.count() == 1


class TestDesk:
    """The same in the browser."""

    def send(self, client: Client, data: bytes) -> Any:
        return client.post(DESK, {"file": SimpleUploadedFile("schedule.json", data)})

    def test_a_file_is_sent_looked_at_and_applied(
        self, signed_in: Any, cast: Cast, edition: Edition
    ) -> None:
        guzel = signed_in(cast.guzel)
        programme = sample_programme(6)

        looked = guzel.get(self.send(guzel, as_file(programme)).headers["Location"])
        assert programme.sessions[0].title in looked.content.decode()
        assert not Session.objects.exists()

        batch = ImportBatch.objects.get()
        guzel.post(f"{DESK}{batch.pk}/application/")

        assert Session.objects.filter(edition=edition).count() == 9
        assert guzel.get(f"{DESK}{batch.pk}/").status_code == 200
        assert edition.versions.count() == 1  # nothing was published

    def test_a_file_can_be_given_up(self, signed_in: Any, cast: Cast, edition: Edition) -> None:
        guzel = signed_in(cast.guzel)
        self.send(guzel, as_file(sample_programme(3)))
        batch = ImportBatch.objects.get()

        guzel.post(f"{DESK}{batch.pk}/withdrawal/")
        guzel.post(f"{DESK}{batch.pk}/application/")

        assert not Session.objects.exists()

    def test_a_wrong_file_is_told_beside_the_field(
        self, signed_in: Any, cast: Cast, edition: Edition
    ) -> None:
        answer = self.send(signed_in(cast.guzel), b"not a programme")

        assert answer.status_code == 422
        assert answer.content.decode().count('class="error"') >= 1

    def test_only_organisers_of_the_edition_get_in(
        self, client: Client, signed_in: Any, cast: Cast, edition: Edition
    ) -> None:
        answers = {
            name: signed_in(getattr(cast, name)).get(DESK).status_code
            for name in ("guzel", "alsu", "vera", "ramilya", "azat", "oleg")
        }

        assert answers == {
            "guzel": 200,
            "alsu": 200,
            "vera": 404,
            "ramilya": 404,
            "azat": 404,
            "oleg": 404,
        }
        assert client.get(DESK).status_code == 404

    def test_a_batch_of_another_edition_is_not_there(
        self, signed_in: Any, cast: Cast, edition: Edition
    ) -> None:
        guzel = signed_in(cast.guzel)
        self.send(guzel, as_file(sample_programme(3)))
        batch = ImportBatch.objects.get()
        Edition.objects.create(
            slug="second",
            name="Второй",
            starts_on=edition.starts_on,
            ends_on=edition.ends_on,
            place="Уфа",
        )

        assert guzel.get(f"/forum/second/desk/exchange/{batch.pk}/").status_code == 404


def test_moments_in_the_file_keep_their_instant(edition: Edition) -> None:
    document = json.loads(as_file(sample_programme(1)))

    bring(edition, without(document, "duration", "end"))

    assert Session.objects.get().starts_at == datetime(2020, 2, 18, 4, 30, tzinfo=UTC)

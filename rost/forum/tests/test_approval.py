"""Approving: a frozen version, and a word to exactly those it touches."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from conftest import NOW, Cast
from rost.channels.models import Message
from rost.core.programme import codec
from rost.forum.actions.approval import (
    ApprovalStopped,
    DraftChanged,
    NothingToApprove,
    approve,
    forget_person,
)
from rost.forum.actions.programme import (
    cancel_session,
    change_session,
    place_session,
    remove_contribution,
    set_contribution,
)
from rost.forum.models import Contribution, Version
from rost.forum.queries.draft import draft_programme
from rost.forum.queries.versions import draft_digest, version_programme

from .stage import Stage, at, hold_in_agenda, make_stage

LATER = NOW + timedelta(days=1)


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return make_stage(cast)


def told(version: Version) -> set[str]:
    """Given names of those who got a message about this version."""
    messages = Message.objects.filter(dedupe__startswith=f"forum.version:{version.pk}:")
    names = [message.person.given_name for message in messages]
    assert len(names) == len(set(names))
    return set(names)


def approved(stage: Stage, note: str = "") -> Version:
    return approve(edition=stage.edition, by=None, note=note, now=NOW)


def test_the_first_approval_tells_contributors_only(stage: Stage, cast: Cast) -> None:
    lecture = stage.session(
        "Лекция", start=at(18, 10), hall=stage.big, people={cast.marat: "lecturer"}
    )
    stage.session(
        "Задумано", start=at(18, 12), hall=stage.big, state="proposed", people={cast.oleg: "expert"}
    )
    hold_in_agenda(cast.ramilya, lecture)

    version = approved(stage)

    assert told(version) == {"Марат"}
    assert version_programme(version) == codec.load(codec.dump(version_programme(version)))
    stage.edition.refresh_from_db()
    assert stage.edition.published == version


def test_a_move_tells_its_people_and_holders_and_nobody_else(stage: Stage, cast: Cast) -> None:
    moved = stage.session(
        "Самообложение", start=at(18, 10), hall=stage.big, people={cast.marat: "lecturer"}
    )
    same = stage.session(
        "Родники", start=at(18, 12), hall=stage.big, people={cast.nina: "moderator"}
    )
    hold_in_agenda(cast.ramilya, moved)
    hold_in_agenda(cast.vera, same)
    approved(stage)
    place_session(session=moved, starts_at=at(18, 14), hall=stage.small, now=LATER)

    version = approved(stage, "перенос")

    assert told(version) == {"Марат", "Рамиля"}
    body = Message.objects.get(dedupe=f"forum.version:{version.pk}:{cast.ramilya.pk}").body
    assert "18\xa0февраля, 10:00–11:00 → 18\xa0февраля, 14:00–15:00" in body
    assert "Большой зал → Малый зал" in body


def test_joining_leaving_and_cancelling_are_told_once_to_each(stage: Stage, cast: Cast) -> None:
    first = stage.session(
        "Лекция", start=at(18, 10), hall=stage.big, people={cast.marat: "lecturer"}
    )
    second = stage.session("Стол", start=at(18, 12), hall=stage.big, people={cast.nina: "speaker"})
    hold_in_agenda(cast.ramilya, first)
    hold_in_agenda(cast.marat, first)
    approved(stage)
    cancel_session(session=first, now=LATER)
    remove_contribution(contribution=second.contributions.get(), now=LATER)
    set_contribution(session=second, person=cast.oleg, part="speaker", now=LATER)

    version = approved(stage)

    assert told(version) == {"Марат", "Рамиля", "Нина", "Олег"}


def test_a_new_description_tells_nobody(stage: Stage, cast: Cast) -> None:
    lecture = stage.session(
        "Лекция", start=at(18, 10), hall=stage.big, people={cast.marat: "lecturer"}
    )
    hold_in_agenda(cast.ramilya, lecture)
    approved(stage)
    change_session(session=lecture, abstract="Подробнее о деле.", now=LATER)

    version = approved(stage)

    assert told(version) == set()
    assert version.number == 2


def test_each_is_told_in_their_own_language(stage: Stage, cast: Cast) -> None:
    cast.marat.language = "en"
    cast.marat.save()
    stage.session("Лекция", start=at(18, 10), hall=stage.big, people={cast.marat: "lecturer"})

    version = approved(stage)

    message = Message.objects.get(dedupe=f"forum.version:{version.pk}:{cast.marat.pk}")
    assert message.subject == (
        "You are in the programme of the forum “Муниципалитеты – территории роста”"
    )
    assert "18\xa0February, 10:00–11:00, Большой зал" in message.body


def test_what_stops_the_approval_is_named_and_nothing_is_left_behind(
    stage: Stage, cast: Cast
) -> None:
    stage.session("Первая", start=at(18, 10), hall=stage.big)
    stage.session("Вторая", start=at(18, 10, 30), hall=stage.big)

    with pytest.raises(ApprovalStopped) as refusal:
        approved(stage)

    assert [finding.rule for finding in refusal.value.findings] == ["hall_clash"]
    assert "Первая" in str(refusal.value.message)
    assert Version.objects.count() == 0
    assert Message.objects.count() == 0


def test_approving_twice_in_a_row_is_refused(stage: Stage) -> None:
    stage.session("Лекция", start=at(18, 10), hall=stage.big)
    approved(stage)

    with pytest.raises(NothingToApprove):
        approved(stage)

    assert Version.objects.count() == 1


def test_a_draft_that_changed_under_its_reader_is_not_approved(stage: Stage) -> None:
    lecture = stage.session("Лекция", start=at(18, 10), hall=stage.big)
    seen = draft_digest(draft_programme(stage.edition))
    change_session(session=lecture, title="Другая лекция", now=LATER)

    with pytest.raises(DraftChanged):
        approve(edition=stage.edition, by=None, note="", now=NOW, seen=seen)

    assert Version.objects.count() == 0


def test_revisions_grow_with_changes_that_calendars_show(stage: Stage) -> None:
    lecture = stage.session("Лекция", start=at(18, 10), hall=stage.big)
    stage.session("Родники", start=at(18, 12), hall=stage.big)
    approved(stage)
    place_session(session=lecture, starts_at=at(18, 14), hall=stage.big, now=LATER)

    programme = version_programme(approved(stage))

    assert {one.title: one.sequence for one in programme.sessions} == {"Лекция": 1, "Родники": 0}


def test_no_code_but_the_removal_of_a_person_writes_to_a_version() -> None:
    """A version is made by `approve` and never saved again."""
    from pathlib import Path

    import rost

    folder = Path(rost.__file__).parent
    writing = {
        path.relative_to(folder).as_posix()
        for path in (folder / "forum").rglob("*.py")
        if "tests" not in path.parts
        and "migrations" not in path.parts
        and any(
            sign in path.read_text(encoding="utf-8")
            for sign in ("version.save(", "Version.objects.filter(pk=version.pk).update(")
        )
    }

    assert writing == {"forum/actions/approval.py"}


def test_a_removed_person_leaves_no_trace_in_any_version(stage: Stage, cast: Cast) -> None:
    lecture = stage.session("Лекция", start=at(18, 10), hall=stage.big)
    set_contribution(
        session=lecture,
        person=cast.ramilya,
        part="speaker",
        topic="Наш опыт",
        minutes=15,
        territory=cast.askarovo,
        now=NOW,
    )
    set_contribution(session=lecture, person=cast.nina, part="moderator", now=NOW)
    first = approved(stage)
    change_session(session=lecture, title="Лекция о родниках", now=LATER)
    second = approved(stage)
    guids = {one.guid for one in version_programme(first).sessions[0].contributions}

    gone = forget_person(cast.ramilya, LATER)

    assert gone == 3  # her part in the draft, and two versions
    assert Contribution.objects.filter(person=cast.ramilya).count() == 0
    for version in Version.objects.all():
        programme = version_programme(version)
        hers, other = programme.sessions[0].contributions
        assert (hers.person, hers.name, hers.post, hers.topic, hers.territories) == (
            None,
            "",
            "",
            "",
            (),
        )
        assert UUID(hers.guid)
        assert hers.guid not in guids
        assert (hers.part, hers.minutes) == ("speaker", 15)
        assert other.person == cast.nina.pk
        assert version.digest == codec.digest(programme)
    assert {first.digest, second.digest}.isdisjoint(
        Version.objects.values_list("digest", flat=True)
    )

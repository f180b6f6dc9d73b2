"""A promise from the stage: noted, asked about, answered by whom it binds, closed, gone on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile

from rost.channels.models import Message
from rost.directory.actions.accounts import erase_person
from rost.directory.models import Person, Post
from rost.forum.actions import commitments as actions
from rost.forum.actions.commitments import refusals
from rost.forum.models import Commitment, Edition, Material, Reminder
from rost.forum.queries.commitments import (
    Filter,
    account_of,
    confirmers_of,
    mine_of,
    previous_edition,
    promiser_by_text,
    public_rows,
)
from rost.forum.tests.commitment_stage import (
    ANSWERED,
    DUE,
    NOTED,
    Discussion,
    make_discussion,
)
from rost.forum.tests.stage import at

SHOWN = at(20, 10) + timedelta(days=200)


@pytest.fixture
def hall(cast: Any) -> Discussion:
    return make_discussion(cast)


def test_lines_are_numbered_and_a_line_sent_twice_is_one_line(hall: Discussion) -> None:
    first, second = hall.entry("первое"), hall.entry("второе")

    actions.note(edition=hall.edition, entries=[first, second], by=None, now=NOTED)
    again = actions.note(edition=hall.edition, entries=[second], by=None, now=NOTED)

    assert again == []
    assert list(Commitment.objects.values_list("number", "text")) == [(1, "первое"), (2, "второе")]


def test_the_person_is_asked_once_a_wording_and_says_yes(hall: Discussion) -> None:
    noted = hall.noted()

    actions.ask(commitment=noted, now=NOTED)
    actions.ask(commitment=noted, now=NOTED + timedelta(minutes=1))
    row = actions.confirm(commitment=noted, wording=1, by=hall.cast.ramilya, now=ANSWERED)

    [message] = Message.objects.filter(person=hall.cast.ramilya)
    assert message.path == "/forum/2020/commitments/1/"
    assert (row.state, row.answered_at, row.answered_by) == (
        "confirmed",
        ANSWERED,
        hall.cast.ramilya,
    )


def test_nobody_confirms_words_they_have_not_read(hall: Discussion) -> None:
    noted = hall.noted()
    actions.change(commitment=noted, entry=hall.entry("провести сто собраний"), now=NOTED)

    with pytest.raises(refusals.AnotherWording):
        actions.confirm(commitment=noted, wording=1, by=hall.cast.ramilya, now=ANSWERED)


def test_a_confirmed_line_in_other_words_is_asked_about_anew(hall: Discussion) -> None:
    row = hall.confirmed()

    indicator = actions.change(
        commitment=row, entry=hall.entry(row.text, evidence_wanted="протоколы"), now=NOTED
    )
    assert indicator.state == "confirmed"
    changed = actions.change(
        commitment=row, entry=hall.entry(row.text, due_on=DUE + timedelta(days=9)), now=NOTED
    )

    assert (changed.state, changed.wording, changed.asked_at) == ("noted", 2, None)


def test_another_wording_is_proposed_and_accepted(hall: Discussion) -> None:
    noted, later = hall.noted(), date(2020, 9, 1)
    known: dict[str, Any] = {"by": hall.cast.ramilya, "now": ANSWERED, "wording": 1}

    with pytest.raises(refusals.NothingProposed):
        actions.propose(commitment=noted, text=noted.text, due_on=DUE, words="", **known)
    actions.propose(commitment=noted, text="три собрания", due_on=later, words="сев", **known)
    row = actions.accept_proposal(commitment=noted, now=ANSWERED)

    assert (row.state, row.text, row.due_on, row.proposed_due_on) == (
        "confirmed",
        "три собрания",
        later,
        None,
    )


def test_a_refusal_needs_words_and_waits_for_the_organiser(hall: Discussion) -> None:
    noted = hall.noted()
    known: dict[str, Any] = {"wording": 1, "by": hall.cast.ramilya, "now": ANSWERED}

    with pytest.raises(refusals.ReasonNeeded):
        actions.refuse(commitment=noted, words="  ", **known)
    row = actions.refuse(commitment=noted, words="это сказал другой", **known)

    assert (row.state, row.answer_words) == ("refused", "это сказал другой")


def test_for_a_municipality_its_head_answers_while_in_office(hall: Discussion) -> None:
    noted = hall.noted(person=None, municipality=hall.cast.askarovo)

    before = confirmers_of(noted, date(2020, 2, 18))
    Post.objects.filter(person=hall.cast.ramilya).update(held_to=date(2020, 2, 19))

    assert before == [hall.cast.ramilya]
    assert confirmers_of(noted, date(2020, 2, 20)) == []


def test_for_a_mere_name_the_organiser_records_the_answer_with_its_basis(hall: Discussion) -> None:
    noted = hall.noted(person=None, promiser="подрядчик Иванов")

    assert actions.ask(commitment=noted, now=NOTED) == []
    with pytest.raises(refusals.ReasonNeeded):
        actions.confirm_on_behalf(commitment=noted, basis="", by=hall.cast.guzel, now=ANSWERED)
    row = actions.confirm_on_behalf(
        commitment=noted, basis="письмо № 12", by=hall.cast.guzel, now=ANSWERED
    )

    assert (row.state, row.answer_basis) == ("confirmed", "письмо № 12")


def test_another_file_of_evidence_takes_the_place_of_the_first(
    hall: Discussion, django_capture_on_commit_callbacks: Any
) -> None:
    row = hall.confirmed()
    row = actions.keep(commitment=row, on=SHOWN.date(), now=SHOWN, file=pdf("one.pdf"))
    first, storage = row.evidence_file.name, row.evidence_file.storage
    row = actions.reopen(commitment=row)

    with django_capture_on_commit_callbacks(execute=True):
        row = actions.keep(commitment=row, on=SHOWN.date(), now=SHOWN, file=pdf("two.pdf"))

    assert not storage.exists(first)
    assert storage.exists(row.evidence_file.name)


def pdf(name: str) -> ContentFile[bytes]:
    return ContentFile(b"%PDF-1.4", name)


def test_kept_needs_evidence_and_may_be_opened_again(hall: Discussion) -> None:
    row = hall.confirmed()
    known: dict[str, Any] = {"commitment": row, "on": date(2020, 5, 30), "now": at(20, 10)}

    with pytest.raises(refusals.EvidenceNeeded):
        actions.keep(**known)
    with pytest.raises(refusals.DayAhead):
        actions.keep(**known, result="6")
    known["now"] += timedelta(days=200)
    kept = actions.keep(**known, result="6", file=ContentFile(b"12345", name="протокол.pdf"))
    assert (kept.state, kept.evidence_size, kept.evidence_public) == ("kept", 5, False)
    assert actions.reopen(commitment=row).state == "confirmed"


def test_dropping_needs_a_reason(hall: Discussion) -> None:
    row = hall.confirmed()
    known: dict[str, Any] = {"commitment": row, "on": date(2020, 2, 19), "now": at(20, 10)}

    with pytest.raises(refusals.ReasonNeeded):
        actions.drop(**known, reason=" ")
    assert actions.drop(**known, reason="нет средств").state == "dropped"


def test_a_promise_of_materials_is_kept_by_the_material_of_the_session(hall: Discussion) -> None:
    row = hall.confirmed("прислать презентацию", kind="materials")

    kept = actions.keep_by_material(
        commitment=row,
        title="Презентация",
        url="https://example.org/p.pdf",
        on=date(2020, 2, 19),
        now=at(20, 10),
    )

    [material] = Material.objects.filter(session=hall.session)
    assert (kept.state, kept.material) == ("kept", material)
    assert list(material.promises.all()) == [kept]


def test_reminders_go_to_those_who_promised_once_each_at_a_decent_hour(hall: Discussion) -> None:
    hall.confirmed()
    week = at(18, 3) + timedelta(days=97)  # 25 May, three at night

    sent = [actions.remind(week + timedelta(hours=hours)) for hours in (0, 7, 8, 31)]

    assert sent == [0, 1, 0, 0]
    assert [one.name for one in Reminder.objects.all()] == ["week:1"]
    assert Message.objects.filter(dedupe__contains="week:1").count() == 1


def test_only_confirmed_ones_are_public_and_names_only_of_those_who_may_be_named(
    hall: Discussion,
) -> None:
    hall.confirmed("от докладчика")
    vera = hall.confirmed("от слушателя", person=hall.cast.vera, municipality=hall.cast.district)
    hall.noted("ещё не подтверждено")
    Commitment.objects.filter(pk=vera.pk).update(state="confirmed")

    rows = public_rows(hall.edition, Filter(), ANSWERED)

    assert [(row.commitment.text, row.promiser) for row in rows] == [
        ("от докладчика", "Ахметова Рамиля Айратовна"),
        ("от слушателя", "Абзелиловский район"),
    ]


def test_the_account_counts_by_track_and_district(hall: Discussion) -> None:
    hall.confirmed(municipality=hall.cast.askarovo)
    hall.noted("не подтверждено")

    found = account_of(hall.edition, at(20, 10) + timedelta(days=300))

    assert found.faults == ()
    assert [(one.key, one.late) for one in found.figures.tracks] == [(hall.stage.track.slug, 1)]
    assert [(one.key, one.late) for one in found.figures.districts] == [("80601000", 1)]
    assert found.figures.unconfirmed == 1


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ахметова", "ramilya"),
        ("ахметова р", "ramilya"),
        ("Ёлкина", None),
        ("Аскаровский сельсовет", "askarovo"),
        ("бухгалтер Иванова", None),
    ],
)
def test_whom_the_secretary_means(hall: Discussion, text: str, named: str | None) -> None:
    found = promiser_by_text(hall.edition, hall.session, text, date(2020, 2, 18))

    expected = getattr(hall.cast, named) if named else None
    assert (found.person or found.municipality) == expected


def test_mine_shows_what_to_confirm_and_what_is_late(hall: Discussion) -> None:
    hall.confirmed("старое", due_on=date(2020, 2, 19))
    asked = hall.noted("новое", person=None, municipality=hall.cast.askarovo)
    actions.ask(commitment=asked, now=NOTED)

    mine = mine_of(hall.cast.ramilya, at(20, 10))

    assert [one.text for one in mine.to_confirm] == ["новое"]
    assert [one.text for one in mine.late] == ["старое"]


def next_forum(hall: Discussion) -> Edition:
    return Edition.objects.create(
        slug="2022",
        name="Муниципалитеты – территории роста",
        starts_on=date(2022, 2, 15),
        ends_on=date(2022, 2, 16),
        place="Уфа",
        is_public=True,
    )


def test_the_next_forum_takes_up_what_is_open(hall: Discussion) -> None:
    from rost.directory.actions.organisations import add_organisation

    later = next_forum(hall)
    body = add_organisation(kind="ngo", name="Совет муниципальных образований", municipality=None)
    row = hall.confirmed()

    for one in (hall.edition, later):
        one.organisers.add(body)
    carried = actions.carry_over(commitment=row, edition=later)

    assert previous_edition(later) == hall.edition
    assert previous_edition(hall.edition) is None
    assert carried.carried_to == later
    with pytest.raises(refusals.FromAnotherForum):
        actions.carry_over(commitment=row, edition=later, session=hall.session)


def test_who_leaves_takes_the_name_along_and_the_promise_stays(hall: Discussion) -> None:
    hall.confirmed(municipality=hall.cast.askarovo)
    Post.objects.filter(person=hall.cast.ramilya).delete()

    erase_person(person=Person.objects.get(pk=hall.cast.ramilya.pk), now=at(20, 10))

    row = Commitment.objects.get()
    assert (row.person, row.promiser, row.state) == (None, "Аскаровский сельсовет", "confirmed")


def test_the_successor_takes_over_what_is_not_closed(hall: Discussion) -> None:
    ahead = hall.confirmed(person=None, municipality=hall.cast.askarovo)
    Commitment.objects.filter(pk=ahead.pk).update(state="confirmed")
    closed = hall.noted("закрыто", person=None, municipality=hall.cast.askarovo)
    Commitment.objects.filter(pk=closed.pk).update(state="dropped", closed_on=DUE, result="—")

    moved = actions.carry_to_successor(
        predecessors=[hall.cast.askarovo.pk],
        successor=hall.cast.almukhametovo,
        on=DUE,
        now=at(20, 10),
    )

    assert moved == 1
    assert list(Commitment.objects.values_list("municipality__name", flat=True)) == [
        "Альмухаметовский сельсовет",
        "Аскаровский сельсовет",
    ]


def test_materials_without_a_session_are_refused(hall: Discussion) -> None:
    entry = actions.Entry(
        guid=uuid4(), text="слайды", due_on=DUE, person=hall.cast.ramilya, kind="materials"
    )

    with pytest.raises(refusals.NoSessionForMaterials):
        actions.note(edition=hall.edition, entries=[entry], by=None, now=NOTED)

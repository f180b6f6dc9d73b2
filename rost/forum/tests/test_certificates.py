"""Certificates follow presence: who gets one, once; sent, printed, revoked, each with its line."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pypdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import Cast
from rost.channels.models import Message
from rost.directory.models import AccessRecord
from rost.documents import tasks
from rost.documents.actions.batches import begin_again
from rost.documents.models import Batch, Document, Handling
from rost.documents.queries.works import Stopped
from rost.forum.actions.certificates import (
    certificates_to_print,
    issue_certificates,
    open_issuing,
    open_printing,
    revoke_certificate,
    send_certificates,
    set_certificate_rules,
)
from rost.forum.actions.certificates import issuing as issuing_module
from rost.forum.actions.certificates.rules import NoHoursToShare
from rost.forum.models import Registration
from rost.forum.queries.certificates import certificates_of, own_of, standings_of
from rost.forum.rules.certificates import Why, case_of, hours_text, paragraphs, refused
from rost.forum.tests.after_stage import AFTER, After, make_after
from rost.forum.tests.registration_stage import make_people
from rost.forum.tests.stage import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def after(cast: Cast) -> After:
    return make_after(cast)


def everybody(after: After) -> Any:
    return Registration.objects.filter(edition=after.edition)


def issue_all(after: After, cast: Cast, **how: Any) -> Any:
    return issue_certificates(
        edition=after.edition, registrations=everybody(after), by=cast.guzel, now=AFTER, **how
    )


def ask(after: After, cast: Cast, **how: Any) -> Batch:
    known = {"registrations": None, "wording": "without_case", "language": "", "send": False}
    return open_issuing(
        edition=after.edition, by=cast.guzel, interface="ru", now=AFTER, **known | how
    )


@pytest.mark.parametrize(
    ("status", "came", "hours", "expected"),
    [
        ("confirmed", True, 4, None),
        ("requested", True, 4, None),
        ("waiting", True, 4, None),
        ("confirmed", True, 3, Why.FEW_HOURS),
        ("confirmed", False, 0, Why.NO_MARKS),
        ("cancelled", True, 16, Why.CANCELLED),
    ],
)
def test_presence_decides(status: str, came: bool, hours: int, expected: Why | None) -> None:
    assert refused(status=status, came=came, hours=hours, least_hours=4) == expected


@pytest.mark.parametrize(
    ("hours", "language", "expected"),
    [
        (1, "ru", "1 академический час"),
        (2, "ru", "2 академических часа"),
        (5, "ru", "5 академических часов"),
        (11, "ru", "11 академических часов"),
        (16, "ru", "16 академических часов"),
        (21, "ru", "21 академический час"),
        (16, "ba", "16 академик сәғәт"),
        (1, "en", "1 academic hour"),
        (21, "en", "21 academic hours"),
    ],
)
def test_hours_in_words(hours: int, language: str, expected: str) -> None:
    assert hours_text(hours, language).replace("\u00a0", " ") == expected


def test_an_hour_of_sixty_minutes_is_not_called_academic() -> None:
    assert hours_text(16, "ru", hour_minutes=60).replace("\u00a0", " ") == "16 часов"


def test_the_wording_says_which_case_it_needs() -> None:
    assert case_of("Выдан {name_dative}") == "dative"
    assert case_of("Участник: {name}") == ""


def test_a_wording_falls_into_paragraphs() -> None:
    assert paragraphs("Выдан\n\n{name}\n \n\n{nothing}", {"name": "Ахметова"}) == (
        "Выдан",
        "Ахметова",
        "{nothing}",
    )


def test_who_is_entitled_and_why_not(after: After) -> None:
    found = {pk: one.why for pk, one in standings_of(after.edition).items()}

    assert found == {
        after.ramilya.pk: None,
        after.ildar.pk: None,
        after.vera.pk: Why.FEW_HOURS,
        after.marat.pk: Why.NO_MARKS,
        after.nina.pk: Why.CANCELLED,
        after.oleg.pk: Why.NO_MARKS,
    }


def test_everybody_entitled_gets_one(after: After, cast: Cast) -> None:
    done = issue_all(after, cast)

    assert (done.made, done.there) == (2, 0)
    assert done.refused == {"few_hours": 1, "no_marks": 2, "cancelled": 1}
    ramilya = Document.objects.get(holder=cast.ramilya)
    assert ramilya.content["hours"].replace("\u00a0", " ") == "6 академических часов"
    assert ramilya.content["name"] == "Ахметова Рамиля Айратовна"
    assert ramilya.name == "Ахметова Рамиля Айратовна"
    assert ramilya.content["wording"][-1] == last_line("ru")
    assert ramilya.about == f"forum.registration:{after.ramilya.pk}"
    line = AccessRecord.objects.get(register="forum.certificates", act="issue")
    assert (line.rows, line.about) == (2, after.edition.space)


def last_line(language: str) -> str:
    from rost.forum.queries.certificates.contents import not_a_qualification

    return not_a_qualification(language)


def test_asked_twice_nobody_gets_a_second(after: After, cast: Cast) -> None:
    issue_all(after, cast)

    again = issue_all(after, cast)

    assert (again.made, again.there) == (0, 2)
    assert Document.objects.count() == 2


def test_the_language_is_the_persons_own_or_the_organisers_choice(after: After, cast: Cast) -> None:
    cast.ildar.language = "ba"
    cast.ildar.save()

    issue_all(after, cast)

    assert {one.holder_id: one.language for one in Document.objects.all()} == {
        cast.ramilya.pk: "ru",
        cast.ildar.pk: "ba",
    }
    assert Document.objects.get(language="ba").content["hours"].endswith("академик сәғәт")


def test_an_english_certificate_has_the_name_in_latin_letters(after: After, cast: Cast) -> None:
    issue_all(after, cast, language="en")

    content = Document.objects.get(holder=cast.ramilya).content
    assert content["name"] == "Ramilya Ayratovna Akhmetova"
    assert content["hours"].replace("\u00a0", " ") == "6 academic hours"


def test_certificates_after_a_change_of_rules(after: After, cast: Cast) -> None:
    set_certificate_rules(
        edition=after.edition,
        least_hours=0,
        share_percent=50,
        hour_minutes=45,
        signatory_post="Директор",
        signatory_name="И.О. Фамилия",
    )

    assert issue_all(after, cast).made == 3
    assert Document.objects.first().content["signatory_name"] == "И.О. Фамилия"


def test_by_day_needs_the_hours_of_the_forum(after: After) -> None:
    with pytest.raises(NoHoursToShare):
        set_certificate_rules(
            edition=after.edition,
            basis="days",
            least_hours=0,
            share_percent=50,
            hour_minutes=45,
            signatory_post="",
            signatory_name="",
        )


def test_a_worker_that_dies_in_the_middle_makes_no_double(
    after: After, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts of one: the first is written, then the worker is gone; another begins again."""
    monkeypatch.setattr(issuing_module, "PART", 1)
    batch = ask(after, cast)
    steps: list[int] = []

    def dies(done: int, total: int) -> None:
        steps.append(done)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        issue_all(after, cast, progress=dies)
    assert Document.objects.count() == 1

    assert tasks.attempt(batch.pk, now=AFTER) == "done"

    assert steps == [1]
    numbers = list(Document.objects.order_by("number").values_list("number", flat=True))
    assert numbers == [1, 2]
    assert Document.objects.values("holder").distinct().count() == 2


def test_the_work_is_stopped_and_begun_again(
    after: After, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issuing_module, "PART", 1)

    def stops(done: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        issue_all(after, cast, progress=stops)

    batch = ask(after, cast, send=True)
    Batch.objects.filter(pk=batch.pk).update(state="stopped")
    begin_again(batch=batch, now=AFTER)

    assert tasks.attempt(batch.pk, now=AFTER) == "done"
    assert Document.objects.count() == 2
    assert Message.objects.filter(dedupe__startswith="forum.certificate:").count() == 2


def test_each_is_sent_once_and_again_only_with_a_reason(after: After, cast: Cast) -> None:
    issue_all(after, cast)
    papers = certificates_of(after.edition)
    send_certificates(edition=after.edition, documents=papers, by=cast.guzel, now=AFTER)

    quiet = send_certificates(
        edition=after.edition, documents=papers, by=cast.guzel, now=AFTER + timedelta(hours=1)
    )
    again = send_certificates(
        edition=after.edition,
        documents=papers,
        by=cast.guzel,
        now=AFTER + timedelta(hours=2),
        why="не дошло",
    )

    assert (quiet.told, quiet.passed) == (0, 2)
    assert again.told == 2
    assert Message.objects.filter(person=cast.ramilya).count() == 2
    lines = Handling.objects.filter(document__holder=cast.ramilya, act__startswith="sent")
    assert sorted(lines.values_list("act", "reason")) == [("sent", ""), ("sent_again", "не дошло")]
    sent = AccessRecord.objects.filter(register="forum.certificates", act="send")
    assert [one.rows for one in sent] == [2, 2]


def test_the_message_leads_to_the_file_and_says_where_it_is_checked(
    after: After, cast: Cast
) -> None:
    issue_all(after, cast)
    paper = Document.objects.get(holder=cast.ramilya)

    send_certificates(edition=after.edition, documents=[paper], by=cast.guzel, now=AFTER)

    message = Message.objects.get(person=cast.ramilya)
    assert message.path == f"/documents/issued/{paper.code}/file/"
    assert paper.content["check_address"] in message.body
    assert "СУ-2020-000" in message.body


def test_a_sending_done_twice_by_two_workers_tells_nobody_twice(after: After, cast: Cast) -> None:
    issue_all(after, cast)
    papers = certificates_of(after.edition)
    send_certificates(edition=after.edition, documents=papers, by=cast.guzel, now=AFTER)
    for _worker in range(2):
        send_certificates(
            edition=after.edition,
            documents=papers,
            by=cast.guzel,
            now=AFTER,
            why="ещё раз",
            occasion="documents.batch:9",
        )

    assert Message.objects.filter(person=cast.ramilya).count() == 2
    assert Handling.objects.filter(document__holder=cast.ramilya, act="sent_again").count() == 1


def test_whoever_holds_a_revoked_certificate_is_told_why(after: After, cast: Cast) -> None:
    issue_all(after, cast)
    paper = Document.objects.get(holder=cast.ildar)

    revoke_certificate(
        edition=after.edition, document=paper, why="ошибка в имени", by=cast.guzel, now=AFTER
    )

    assert "ошибка в имени" in Message.objects.get(person=cast.ildar).body
    assert [one.holder_id for one in certificates_of(after.edition)] == [cast.ramilya.pk]
    assert issue_all(after, cast).made == 1
    assert Document.objects.filter(holder=cast.ildar).count() == 2


def test_whoever_had_one_revoked_gets_another_only_by_name(after: After, cast: Cast) -> None:
    issue_all(after, cast)
    paper = Document.objects.get(holder=cast.ildar)
    revoke_certificate(
        edition=after.edition, document=paper, why="чужой бейдж", by=cast.guzel, now=AFTER
    )

    everybody_ready = ask(after, cast)
    tasks.attempt(everybody_ready.pk, now=AFTER)
    assert Document.objects.count() == 2
    by_name = ask(after, cast, registrations=[after.ildar.pk])
    tasks.attempt(by_name.pk, now=AFTER)

    assert Document.objects.filter(holder=cast.ildar, revoked_at__isnull=True).count() == 1


def test_all_in_one_file_with_a_line_for_each(after: After, cast: Cast) -> None:
    issue_all(after, cast)
    papers = list(certificates_of(after.edition).values_list("pk", flat=True))

    made, number = certificates_to_print(
        edition=after.edition, documents=papers, language="ru", by=cast.guzel, now=AFTER
    )

    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    assert (number, len(pages)) == (2, 2)
    assert "Ахметова" in pages[0].extract_text()
    assert Handling.objects.filter(act="printed").count() == 2
    assert AccessRecord.objects.get(act="print").rows == 2


def test_a_second_printing_in_the_background_needs_a_reason(after: After, cast: Cast) -> None:
    issue_all(after, cast)
    papers = list(certificates_of(after.edition).values_list("pk", flat=True))
    outcomes = []
    for why in ("", "", "испорчен лист"):
        (batch,) = open_printing(
            edition=after.edition,
            documents=papers,
            why=why,
            by=cast.guzel,
            interface="ru",
            now=AFTER,
        )
        outcomes.append(tasks.attempt(batch.pk, now=AFTER))

    assert outcomes == ["done", "failed", "done"]
    assert (
        list(Handling.objects.filter(act="reprinted").values_list("reason", flat=True))
        == ["испорчен лист"] * 2
    )


def test_a_file_for_each_language(after: After, cast: Cast) -> None:
    cast.ildar.language = "ba"
    cast.ildar.save()
    issue_all(after, cast)
    papers = certificates_of(after.edition).values_list("pk", flat=True)

    batches = open_printing(
        edition=after.edition, documents=papers, why="", by=cast.guzel, interface="ru", now=AFTER
    )

    assert [one.wanted["language"] for one in batches] == ["ba", "ru"]


def test_printing_takes_the_same_queries_for_each_hundred(after: After, cast: Cast) -> None:
    people = make_people(200)
    rows = [after.doors.registered(one) for one in people]
    for row in rows:
        after.sign(row, after.sessions[0])
    issue_all(after, cast)
    papers = list(certificates_of(after.edition).values_list("pk", flat=True))

    def queries(number: int, why: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            certificates_to_print(
                edition=after.edition,
                documents=papers[:number],
                language="ru",
                by=cast.guzel,
                now=AFTER,
                why=why,
            )
        return len(seen)

    one, hundred, two_hundred = queries(1, "а"), queries(100, "б"), queries(200, "в")

    assert hundred - one <= 1  # SQLite takes a long insertion in two
    assert two_hundred - hundred <= 8


def test_the_page_shows_everybody_and_why(after: After, cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.guzel)

    ready = client.get("/en/forum/2020/desk/certificates/").content.decode()
    few = client.get("/en/forum/2020/desk/certificates/?state=few_hours").content.decode()

    assert "Ахметова Рамиля Айратовна" in ready
    assert "Issue all 2 certificates" in ready
    assert "Ёлкина Вера" not in ready
    assert "Ёлкина Вера" in few
    assert "too few hours: 1 is needed" in few
    assert [one.rows for one in AccessRecord.objects.filter(act="view")] == [1, 2]


def test_what_is_ticked_goes_into_the_background(after: After, cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.guzel)

    answer = client.post(
        "/forum/2020/desk/certificates/issuing/",
        {"registration": [after.ildar.pk, after.vera.pk], "send": "on"},
    )

    batch = Batch.objects.get()
    assert answer.headers["Location"] == f"/documents/batches/{batch.pk}/"
    assert tasks.attempt(batch.pk, now=AFTER) == "done"
    assert [one.holder_id for one in Document.objects.all()] == [cast.ildar.pk]
    assert Message.objects.filter(person=cast.ildar).count() == 1


def test_nothing_ticked_begins_nothing(after: After, cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.guzel)
    for part in ("issuing", "sending", "printing"):
        answer = client.post(f"/forum/2020/desk/certificates/{part}/")

        assert answer.headers["Location"] == "/forum/2020/desk/certificates/"
    assert Batch.objects.count() == 0


def test_a_second_sending_asks_why_first(after: After, cast: Cast, signed_in: Any) -> None:
    issue_all(after, cast)
    send_certificates(
        edition=after.edition, documents=certificates_of(after.edition), by=None, now=AFTER
    )
    client = signed_in(cast.guzel)
    sent = {"registration": [after.ildar.pk]}

    asked = client.post("/forum/2020/desk/certificates/sending/", sent)
    answered = client.post("/forum/2020/desk/certificates/sending/", sent | {"why": "не дошло"})

    assert asked.status_code == 409
    assert f'<input type="hidden" name="registration" value="{after.ildar.pk}">' in (
        asked.content.decode()
    )
    assert answered.headers["Location"] == f"/documents/batches/{Batch.objects.get().pk}/"


def test_one_is_looked_at_before_it_is_issued(after: After, cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.guzel)

    paper = client.get(f"/forum/2020/desk/certificates/{after.ramilya.pk}/preview/")
    none = client.get(f"/forum/2020/desk/certificates/{after.vera.pk}/preview/")

    assert paper.headers["Content-Disposition"].startswith("inline")
    assert "Ахметова" in pypdf.PdfReader(io.BytesIO(paper.content)).pages[0].extract_text()
    assert none.status_code == 404
    assert Document.objects.count() == 0


def test_revoking_asks_for_a_reason(after: After, cast: Cast, signed_in: Any) -> None:
    issue_all(after, cast)
    paper = Document.objects.get(holder=cast.ildar)
    client, path = signed_in(cast.guzel), f"/forum/2020/desk/certificates/{paper.pk}/revocation/"

    empty = client.post(path, {"why": " "})
    done = client.post(path, {"why": "ошибка"})

    assert empty.status_code == 422
    assert done.headers["Location"] == "/forum/2020/desk/certificates/"
    paper.refresh_from_db()
    assert paper.revoked_why == "ошибка"


def test_a_participant_sees_where_they_were_and_the_certificate(
    after: After, cast: Cast, signed_in: Any
) -> None:
    issue_all(after, cast)
    paper = Document.objects.get(holder=cast.ramilya)
    client = signed_in(cast.ramilya)

    shown = client.get("/en/forum/2020/registration/").content.decode()
    mine = client.get("/en/my/").content.decode()

    for title in ("Открытие форума", "Бюджет поселения", "Итоги"):
        assert title in shown
    for page in (shown, mine):
        assert "6\u00a0academic hours" in page
        assert f"/en/documents/issued/{paper.code}/file/" in page
    assert "Write to the organisers" in shown


def test_before_the_first_day_there_is_nothing_to_say(after: After) -> None:
    assert own_of(after.ramilya, at(17, 12), language="ru") is None


def test_somebody_with_too_few_hours_is_told_how_many_are_needed(
    after: After, cast: Cast, signed_in: Any
) -> None:
    shown = signed_in(cast.vera).get("/en/forum/2020/registration/").content.decode()

    assert "You came to the forum." in shown
    assert "A certificate needs 1 hour." in shown

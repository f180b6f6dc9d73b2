"""When the terms are over: the rows go, the totals stay, the act says how many went."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pypdf
import pytest

from conftest import Cast
from rost.directory.actions.accounts import delete_person
from rost.directory.actions.retention import destroy_expired, load_retention_rules
from rost.directory.models import DestructionAct
from rost.documents.models import Document
from rost.documents.queries.acts import act_file
from rost.forum.actions.badges import make_badges
from rost.forum.actions.certificates import issue_certificates, send_certificates
from rost.forum.models import Badge, EditionTotals, Feedback, Invitation, Mark, Registration
from rost.forum.queries.account import account_of, figures_of
from rost.forum.queries.certificates import certificates_of
from rost.forum.tests.after_stage import AFTER, After, make_after

pytestmark = pytest.mark.django_db

TEN_YEARS_ON = AFTER + timedelta(days=3660)
TWO_YEARS_ON = AFTER + timedelta(days=730)


@pytest.fixture
def after(cast: Cast) -> After:
    """A forum with a row of everything that has a term."""
    load_retention_rules()
    after = make_after(cast)
    everybody = Registration.objects.filter(edition=after.edition)
    make_badges(edition=after.edition, registrations=everybody, now=AFTER)
    issue_certificates(edition=after.edition, registrations=everybody, by=cast.guzel, now=AFTER)
    papers = certificates_of(after.edition)
    send_certificates(edition=after.edition, documents=papers, by=cast.guzel, now=AFTER)
    Feedback.objects.create(
        edition=after.edition, voter="0" * 64, mark=5, words="Спасибо", given_at=AFTER
    )
    return after


def left() -> list[int]:
    kinds = (Registration, Mark, Badge, Invitation)
    return [kind.objects.count() for kind in kinds]


def test_after_all_terms_the_rows_are_gone_and_the_totals_are_as_before(
    after: After, cast: Cast
) -> None:
    before = figures_of(after.edition)
    rows = dict(zip(("registrations", "marks", "badges", "invitations"), left(), strict=True))

    act = destroy_expired(by=cast.alsu, now=TEN_YEARS_ON)

    assert left() == [0, 0, 0, 0]
    assert Feedback.objects.get().words == ""
    assert [one.name for one in Document.objects.all()] == ["", ""]
    account = account_of(after.edition)
    assert account.figures == before
    assert (account.frozen_at, account.faults) == (TEN_YEARS_ON, ())
    assert act is not None
    for name in ("registrations", "marks", "invitations"):
        assert act.totals[f"forum.{name}"] == rows[name]
    assert act.totals["documents.documents"] == 2
    assert act.totals["forum.feedback"] == 1


def test_the_act_is_a_paper(after: After, cast: Cast) -> None:
    act = destroy_expired(by=cast.alsu, now=TEN_YEARS_ON)
    assert act is not None

    pages = pypdf.PdfReader(io.BytesIO(act_file(act).data)).pages

    text = " ".join(page.extract_text() for page in pages)
    for count in act.totals.values():
        assert str(count) in text
    assert cast.ramilya.surname not in text


def test_the_first_term_freezes_what_the_last_one_shows(after: After, cast: Cast) -> None:
    """Invitations and feedback go first; the figures of that day are those of all days after."""
    before = figures_of(after.edition)

    destroy_expired(by=None, now=TWO_YEARS_ON)
    assert left()[0] == 6
    destroy_expired(by=None, now=TEN_YEARS_ON)

    assert EditionTotals.objects.get().frozen_at == TWO_YEARS_ON
    assert figures_of(after.edition) == before


def test_nothing_is_frozen_before_the_first_term(after: After) -> None:
    destroy_expired(by=None, now=AFTER + timedelta(days=20))

    assert EditionTotals.objects.count() == 0


def test_on_request_one_person_goes_and_nothing_is_frozen(after: After, cast: Cast) -> None:
    delete_person(person=cast.ildar, by=cast.alsu, now=AFTER)

    account = account_of(after.edition)
    assert EditionTotals.objects.count() == 0
    assert (account.figures.came, account.faults) == (2, ())
    papers = account.figures.certificates
    assert (papers.in_force, papers.of_removed) == (2, 1)


def test_after_the_rows_are_gone_the_page_shows_the_frozen_figures(
    after: After, cast: Cast, signed_in: Any
) -> None:
    destroy_expired(by=cast.alsu, now=TEN_YEARS_ON)
    client = signed_in(cast.guzel)

    shown = client.get("/en/forum/2020/desk/account/").content.decode()
    file = client.get("/en/forum/2020/desk/account/file/pdf/")

    assert "These figures are frozen." in shown
    assert "<dt>Came</dt><dd>3</dd>" in shown
    assert file.content.startswith(b"%PDF")
    assert DestructionAct.objects.count() == 1

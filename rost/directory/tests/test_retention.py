"""Terms of keeping: the dry run, destruction with an act, the log of access."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rost.directory.actions.keys import issue_code
from rost.directory.actions.people import add_person
from rost.directory.actions.records import record_access
from rost.directory.actions.retention import destroy_expired, load_retention_rules
from rost.directory.models import AccessRecord, DestructionAct, Person, RetentionRule, SignInKey
from rost.directory.queries.personal_data import data_classes
from rost.directory.queries.retention import plan_of

pytestmark = pytest.mark.django_db
YEARS = timedelta(days=365 * 6)


def counts(now: Any) -> dict[str, int]:
    return {line.data_class.name: line.rows for line in plan_of(now) if line.rows}


def test_every_class_that_expires_has_a_rule_with_its_basis(db: None) -> None:
    load_retention_rules()
    expiring = {one.name for one in data_classes() if one.expired is not None}
    assert expiring <= set(RetentionRule.objects.values_list("data_class", flat=True))
    assert not RetentionRule.objects.filter(basis="").exists()
    assert load_retention_rules() == 0


def test_without_rules_nothing_is_destroyed(cast: Any, now: Any) -> None:
    assert plan_of(now + YEARS) == []
    assert destroy_expired(by=None, now=now + YEARS) is None


def test_the_dry_run_counts_what_the_destruction_takes(cast: Any, now: Any) -> None:
    load_retention_rules()
    issue_code(person=cast.ildar, issued_by=cast.azat, now=now)
    later = now + timedelta(days=100)
    assert counts(now) == {}
    assert counts(later) == {"directory.keys": 1}

    act = destroy_expired(by=cast.alsu, now=later)

    assert act is not None
    assert (act.number, act.totals, act.by_name) == (1, {"directory.keys": 1}, str(cast.alsu))
    assert not SignInKey.objects.exists()
    assert destroy_expired(by=cast.alsu, now=later) is None


def test_people_without_posts_roles_or_visits_go_after_five_years(cast: Any, now: Any) -> None:
    """Vera never came back; heads, whose posts are open, and staff stay."""
    load_retention_rules()
    assert counts(now + YEARS)["directory.profile"] == 1
    destroy_expired(by=None, now=now + YEARS)
    assert not Person.objects.filter(pk=cast.vera.pk).exists()
    assert Person.objects.count() == 8


def test_a_newer_rule_counts_from_its_day(cast: Any, now: Any) -> None:
    load_retention_rules()
    issue_code(person=cast.ildar, issued_by=cast.azat, now=now)
    RetentionRule.objects.create(
        data_class="directory.keys",
        days=1000,
        basis="приказ № 5",
        valid_from=(now + timedelta(days=50)).date(),
    )
    assert counts(now + timedelta(days=100)) == {}


def test_an_act_is_kept_for_three_years(cast: Any, now: Any) -> None:
    load_retention_rules()
    issue_code(person=cast.ildar, issued_by=cast.azat, now=now)
    destroy_expired(by=None, now=now + timedelta(days=100))
    assert "directory.acts" not in counts(now + timedelta(days=100 + 1096))
    assert counts(now + timedelta(days=101 + 1096))["directory.acts"] == 1


def test_sign_ups_never_confirmed_go_after_a_week(cast: Any, now: Any) -> None:
    from allauth.account.models import EmailAddress

    load_retention_rules()
    person = add_person(surname="Мимо", given_name="Ходом", email="a@example.org", now=now)
    EmailAddress.objects.create(user=person, email="a@example.org")
    assert counts(now + timedelta(days=8)) == {"directory.unconfirmed": 1}
    destroy_expired(by=None, now=now + timedelta(days=8))
    assert not Person.objects.filter(surname="Мимо").exists()


def test_the_administrator_looks_first_and_destroys_then(signed_in: Any, cast: Any) -> None:
    load_retention_rules()
    issue_code(person=cast.ildar, issued_by=cast.azat, now=timezone.now() - timedelta(days=200))
    client = signed_in(cast.alsu)

    page = client.get(reverse("directory:retention"))
    assert page.context["total"] >= 1
    assert SignInKey.objects.count() == 1
    assert "Юлдашбаев" not in page.content.decode()

    answer = client.post(reverse("directory:destruction_acts"))
    act = DestructionAct.objects.get()
    assert answer.url == reverse("directory:destruction_act", args=[act.number])
    assert client.get(answer.url).status_code == 200
    assert not SignInKey.objects.exists()


# -- The log of access ---------------------------------------------------------------------------


def test_the_log_is_filtered_from_the_address_and_its_export_is_noted(
    signed_in: Any, cast: Any, now: Any
) -> None:
    record_access(person=cast.guzel, act="export", register="forum.x", rows=300, now=now)
    record_access(person=cast.azat, act="view", register="directory.codes", rows=2, now=now)
    client = signed_in(cast.alsu)

    page = client.get(reverse("directory:records"), {"who": "Сафина", "act": "export"})
    assert [one.rows for one in page.context["page"].object_list] == [300]

    answer = client.get(reverse("directory:records_xlsx"), {"since": "2020-01-20"})
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)
    assert len(rows) == 3
    noted = AccessRecord.objects.first()
    assert (noted.person, noted.act, noted.register) == (cast.alsu, "export", "directory.access")
    assert noted.rows == 2


def test_the_log_takes_as_many_queries_for_many_lines_as_for_one(
    signed_in: Any, cast: Any, now: Any, django_assert_num_queries: Any
) -> None:
    client = signed_in(cast.alsu)
    address = reverse("directory:records")
    record_access(person=cast.guzel, act="view", register="forum.x", rows=1, now=now)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for number in range(40):
        record_access(person=cast.guzel, act="view", register="forum.x", rows=number, now=now)
    with django_assert_num_queries(len(one)):
        client.get(address)


@pytest.mark.parametrize("name", ["records", "records_xlsx", "retention", "destruction_acts"])
def test_only_administrators_see_the_log_and_destroy(
    signed_in: Any, cast: Any, client: Any, name: str
) -> None:
    address = reverse(f"directory:{name}")
    assert client.get(address).status_code == 302
    for who in (cast.guzel, cast.nina, cast.oleg, cast.azat, cast.vera):
        assert signed_in(who).get(address).status_code == 404


def test_a_curator_who_opens_the_list_of_people_is_noted(signed_in: Any, cast: Any) -> None:
    signed_in(cast.azat).get(reverse("account_codes"))
    noted = AccessRecord.objects.get()
    assert (noted.person, noted.register, noted.rows) == (cast.azat, "directory.codes", 2)

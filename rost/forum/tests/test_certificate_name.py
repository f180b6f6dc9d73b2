"""The organiser mends a name where the certificates are, and the certificate then says it."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import Cast
from rost.directory.models import AccessRecord, DeclinedName
from rost.forum.queries.certificates import maker_of
from rost.forum.rules.certificates import NAMED_WORDING
from rost.forum.tests.after_stage import After, make_after

pytestmark = pytest.mark.django_db


@pytest.fixture
def after(cast: Cast) -> After:
    return make_after(cast)


def test_what_the_organiser_writes_is_what_the_certificate_says(
    after: After, cast: Cast, signed_in: Any
) -> None:
    there = f"/forum/2020/desk/certificates/{after.ildar.pk}/name/"
    client = signed_in(cast.guzel)

    answer = client.post(there, {"name": "Юлдашбаеву Ильдару Рашит улы"})

    maker = maker_of(after.edition, wording=NAMED_WORDING, language="ru")
    assert answer.status_code == 302
    assert maker.names([cast.ildar])[cast.ildar.pk].text == "Юлдашбаеву Ильдару Рашит улы"
    assert AccessRecord.objects.filter(register="forum.certificates", rows=1).count() == 1


def test_what_cannot_be_a_name_is_given_back(after: After, cast: Cast, signed_in: Any) -> None:
    there = f"/forum/2020/desk/certificates/{after.ildar.pk}/name/"

    answer = signed_in(cast.guzel).post(there, {"name": "<b>12</b>"})

    assert (answer.status_code, DeclinedName.objects.count()) == (422, 0)
    assert "&lt;b&gt;12&lt;/b&gt;" in answer.content.decode()


def test_an_empty_name_follows_the_rule_again(after: After, cast: Cast, signed_in: Any) -> None:
    there = f"/forum/2020/desk/certificates/{after.ildar.pk}/name/"
    client = signed_in(cast.guzel)
    client.post(there, {"name": "Юлдашбаеву Ильдару"})

    client.post(there, {"name": ""})

    assert DeclinedName.objects.count() == 0

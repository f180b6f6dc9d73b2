"""«My data»: seen, taken away, corrected, agreed to, removed without a trace."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext

from rost.directory.actions.accounts import OnlyAdministrator, delete_person
from rost.directory.actions.consents import (
    BasisMissing,
    ConsentUnfit,
    give_consent,
    load_consent_texts,
    withdraw_consent,
)
from rost.directory.actions.keys import issue_code
from rost.directory.actions.records import record_access
from rost.directory.models import (
    AccessRecord,
    Consent,
    ConsentText,
    DestructionAct,
    ImportBatch,
    Person,
    Purpose,
    Role,
)
from rost.directory.queries.personal_data import DataClass, data_classes, kept_about
from rost.ui.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts(db: None) -> None:
    load_consent_texts()


def text(purpose: str = Purpose.PARTICIPATION) -> ConsentText:
    return ConsentText.objects.get(purpose=purpose, language="ru", version=1)


# -- Consents ------------------------------------------------------------------------------------


def test_every_purpose_has_its_text_in_three_languages(texts: None) -> None:
    shipped = set(ConsentText.objects.values_list("purpose", "language", "version"))
    assert shipped == {(p.value, lang, 1) for p in Purpose for lang in ("ru", "ba", "en")}
    assert load_consent_texts() == 0


def test_a_consent_keeps_its_text_and_its_moments(texts: None, cast: Any, now: Any) -> None:
    given = give_consent(person=cast.vera, purpose=Purpose.MAILING, text=text("mailing"), now=now)
    again = give_consent(person=cast.vera, purpose=Purpose.MAILING, text=text("mailing"), now=now)
    assert again == given

    withdraw_consent(consent=given, now=now + timedelta(days=3))
    withdraw_consent(consent=given, now=now + timedelta(days=9))

    kept = Consent.objects.get()
    assert (kept.given_at, kept.withdrawn_at) == (now, now + timedelta(days=3))
    assert kept.text.version == 1


def test_a_consent_to_a_new_text_ends_the_one_to_the_old(texts: None, cast: Any, now: Any) -> None:
    old = give_consent(person=cast.vera, purpose="participation", text=text(), now=now)
    newer = ConsentText.objects.create(
        purpose="participation", language="ru", version=2, body="…", valid_from=now.date()
    )
    give_consent(person=cast.vera, purpose="participation", text=newer, now=now)
    old.refresh_from_db()
    assert old.withdrawn_at == now
    assert Consent.objects.get(withdrawn_at=None).text == newer


def test_a_proxy_gives_the_basis(texts: None, cast: Any, now: Any) -> None:
    given: dict[str, Any] = {"purpose": "participation", "text": text(), "now": now}
    with pytest.raises(BasisMissing):
        give_consent(person=cast.ildar, given_by=cast.azat, **given)
    kept = give_consent(person=cast.ildar, given_by=cast.azat, basis="бланк от 10.01", **given)
    assert (kept.given_by, kept.basis) == (cast.azat, "бланк от 10.01")


def test_dissemination_is_agreed_to_datum_by_datum(texts: None, cast: Any, now: Any) -> None:
    given: dict[str, Any] = {"purpose": "dissemination", "text": text("dissemination"), "now": now}
    with pytest.raises(ConsentUnfit):
        give_consent(person=cast.marat, **given)
    for field in ("post", "photo"):
        give_consent(person=cast.marat, field=field, **given)
    assert Consent.objects.count() == 2


def test_consents_are_given_and_withdrawn_on_the_page(
    texts: None, signed_in: Any, cast: Any
) -> None:
    client = signed_in(cast.vera)
    form = {"purpose": "photo_video", "field": "", "text": text("photo_video").pk}
    client.post(reverse("directory:consent_giving"), form)
    consent = Consent.objects.get(person=cast.vera)
    assert consent.withdrawn_at is None

    stranger = signed_in(cast.nina).post(reverse("directory:withdrawal", args=[consent.pk]))
    assert stranger.status_code == 404
    client.post(reverse("directory:withdrawal", args=[consent.pk]))
    consent.refresh_from_db()
    assert consent.withdrawn_at is not None


def test_a_text_that_has_changed_is_not_agreed_to_unseen(
    texts: None, signed_in: Any, cast: Any, now: Any
) -> None:
    seen = text("mailing")
    ConsentText.objects.create(
        purpose="mailing", language="ru", version=2, body="…", valid_from=now.date()
    )
    form = {"purpose": "mailing", "field": "", "text": seen.pk}
    signed_in(cast.vera).post(reverse("directory:consent_giving"), form)
    assert not Consent.objects.exists()


def test_everyone_may_read_a_text_by_its_version(texts: None, client: Client) -> None:
    page = client.get(reverse("directory:consent_text", args=["mailing", "ba", 1]))
    assert page.status_code == 200
    assert 'lang="ba"' in page.content.decode()
    assert (
        client.get(reverse("directory:consent_text", args=["mailing", "ba", 9])).status_code == 404
    )
    assert client.get(reverse("directory:consent", args=["mailing"])).status_code == 302


# -- To see, take away and correct ---------------------------------------------------------------


def test_the_page_shows_what_is_kept_and_to_nobody_else(
    texts: None, signed_in: Any, cast: Any, client: Client
) -> None:
    page = signed_in(cast.ramilya).get(reverse("directory:my_data")).content.decode()
    assert "ramilya@example.org" in page
    assert "глава сельского поселения" in page
    assert "guzel@example.org" not in page
    stranger = client.get(reverse("directory:my_data"))
    assert stranger.url.startswith(reverse("account_login"))


def test_the_same_is_taken_away_as_json_and_as_a_table(signed_in: Any, cast: Any) -> None:
    cast.ramilya.surname = "=HYPERLINK(1)"
    cast.ramilya.save()
    client = signed_in(cast.ramilya)

    exported = json.loads(client.get(reverse("directory:my_data_json")).content)
    names = [one["name"] for one in exported["classes"]]
    assert names == [one.name for one in kept_about(cast.ramilya)]

    answer = client.get(reverse("directory:my_data_xlsx"))
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert len(book.sheetnames) == len(names)
    cell = book.worksheets[0]["A2"]
    assert cell.value.startswith("=HYPERLINK")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_a_person_corrects_the_own_profile(signed_in: Any, cast: Any) -> None:
    form = {
        "surname": "Ахметова-Юсупова",
        "given_name": "Рамиля",
        "patronymic": "",
        "phone": "+7 347 000-00-00",
        "language": "ba",
        "home": "80601404",
    }
    answer = signed_in(cast.ramilya).post(reverse("directory:profile"), form)
    assert answer.status_code == 302
    cast.ramilya.refresh_from_db()
    assert cast.ramilya.full_name == "Ахметова-Юсупова Рамиля"
    assert cast.ramilya.home == cast.almukhametovo
    assert cast.ramilya.language == "ba"
    assert cast.ramilya.email == "ramilya@example.org"


# -- To leave for good ---------------------------------------------------------------------------


def references_to(number: int) -> list[str]:
    """Rows of any table that still point to the person."""
    found = []
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey) and field.related_model is Person:
                left = model._base_manager.filter(**{field.name: number}).count()
                found += [f"{model._meta.label}.{field.name}"] * left
    return found


def columns_with(word: str) -> list[str]:
    """Text and JSON columns of any table that still hold the word, however it is cased."""
    found = []
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.CharField | models.TextField | models.JSONField):
                for value in model._base_manager.values_list(field.name, flat=True):
                    if word.lower() in json.dumps(value, default=str, ensure_ascii=False).lower():
                        found.append(f"{model._meta.label}.{field.name}")
    return found


def live_a_full_life(person: Person, cast: Any, now: Any) -> None:
    """Leave something in every table of the directory."""
    give_consent(person=person, purpose="mailing", text=text("mailing"), now=now)
    give_consent(
        person=cast.ildar,
        purpose="participation",
        text=text(),
        now=now,
        given_by=person,
        basis="бланк",
    )
    issue_code(person=person, issued_by=cast.azat, now=now)
    issue_code(person=cast.ildar, issued_by=person, now=now)
    record_access(person=person, act="export", register="directory.people", rows=3, now=now)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    TOTP.activate(person, "JBSWY3DPEHPK3PXP")
    cast.vera.registered_by, cast.vera.registration_basis = person, "звонок"
    cast.vera.save()
    for uploader in (person, cast.azat):
        ImportBatch.objects.create(
            kind="people",
            file_name="список.xlsx",
            uploaded_by=uploader,
            uploaded_at=now,
            rows=[{"email": "Ramilya@Example.org"}, {"email": "other@example.org"}],
            good=2,
        )
    Role.objects.filter(person=cast.azat).update(granted_by=person)


def test_deletion_leaves_no_row_and_no_word(
    texts: None, signed_in: Any, cast: Any, now: Any
) -> None:
    live_a_full_life(cast.ramilya, cast, now)
    client, elsewhere = signed_in(cast.ramilya), signed_in(cast.ramilya)
    Client().post(reverse("account_request_login_code"), {"email": "ramilya@example.org"})
    number = cast.ramilya.pk
    assert references_to(number)
    assert columns_with("ramilya@example.org")

    answer = client.post(reverse("directory:deletion"), {"word": gettext("delete")})

    assert answer.status_code == 200
    assert not Person.objects.filter(pk=number).exists()
    assert references_to(number) == []
    assert columns_with("ramilya@example.org") == []
    assert not [s for s in Session.objects.all() if "ramilya" in str(s.get_decoded()).lower()]
    assert elsewhere.get(reverse("directory:my_data")).status_code == 302


def test_deletion_writes_an_act_that_counts_and_names_nobody(
    texts: None, cast: Any, now: Any
) -> None:
    live_a_full_life(cast.ramilya, cast, now)
    number = cast.ramilya.pk

    act = delete_person(person=cast.ramilya, now=now)

    assert act.number == 1
    assert act.totals["directory.profile"] == 1
    assert act.totals["directory.posts"] == 1
    assert act.by is None
    assert columns_with("Рамиля") == []
    assert AccessRecord.objects.get().person_name == f"№ {number}"
    others = ImportBatch.objects.get()
    assert (others.rows, others.good) == ([{"email": "other@example.org"}], 1)


def test_deletion_asks_for_the_word(signed_in: Any, cast: Any) -> None:
    client = signed_in(cast.vera)
    client.post(reverse("directory:deletion"), {"word": "да"})
    client.get(reverse("directory:deletion"))
    assert Person.objects.filter(pk=cast.vera.pk).exists()


def test_the_only_administrator_stays(signed_in: Any, cast: Any, now: Any) -> None:
    with pytest.raises(OnlyAdministrator):
        delete_person(person=cast.alsu, now=now)
    page = signed_in(cast.alsu).post(reverse("directory:deletion"), {"word": gettext("delete")})
    assert page.context["form"].non_field_errors()
    assert Person.objects.filter(pk=cast.alsu.pk).exists()

    Role.objects.create(
        person=cast.nina, name="administrator", scope="platform", held_from="2019-10-01", basis="п"
    )
    assert delete_person(person=cast.alsu, now=now).number == 1


def test_a_room_that_refuses_stops_everything(
    texts: None, cast: Any, now: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(person: Person, now: Any) -> int:
        raise Refusal("Сначала замените докладчика.")

    from rost.directory.queries import personal_data

    obstinate = DataClass("upper.sessions", "…", (), lambda person: (), refuse)
    monkeypatch.setitem(personal_data._registry, "upper.sessions", obstinate)
    live_a_full_life(cast.ramilya, cast, now)
    before = len(references_to(cast.ramilya.pk))

    with pytest.raises(Refusal):
        delete_person(person=cast.ramilya, now=now)

    assert len(references_to(cast.ramilya.pk)) == before
    assert Authenticator.objects.filter(user=cast.ramilya).exists()
    assert not DestructionAct.objects.exists()


def test_every_table_that_points_to_a_person_belongs_to_a_declared_class() -> None:
    """The upper rooms' tables too: whoever adds one declares how it is shown and erased."""
    rooms = {
        model._meta.app_label
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and field.related_model is Person
        and model.__module__.startswith("rost.")
    }
    declared = {one.name.split(".")[0] for one in data_classes()}
    assert rooms <= declared


def test_places_are_named_with_their_district(cast: Any, signed_in: Any) -> None:
    page = signed_in(cast.ramilya).get(reverse("directory:my_data")).content.decode()

    named = page.count("Аскаровский сельсовет")
    assert named == page.count("Аскаровский сельсовет, Абзелиловский район") == 2  # home and post

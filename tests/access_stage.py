"""What stands on the stage of the access table: one of everything, and one of each visitor."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.utils import timezone

from conftest import NOW, Cast
from rost.channels.actions import send
from rost.directory.actions.consents import give_consent, load_consent_texts
from rost.directory.actions.keys import issue_key
from rost.directory.actions.organisations import add_organisation
from rost.directory.actions.roles import grant_role
from rost.directory.models import ConsentText, DestructionAct, ImportBatch, Person, Post, Role
from rost.documents.models import Document
from rost.documents.tests.stage import addresses_of
from rost.forum.actions.approval import approve
from rost.forum.actions.attendance import issue_pass, make_doors, mark_by_hand, pair_device
from rost.forum.actions.badges import make_spares
from rost.forum.actions.editions import add_document
from rost.forum.actions.programme import add_material
from rost.forum.actions.sheets import make_sheets
from rost.forum.models import (
    AttendanceRules,
    Availability,
    Contribution,
    Door,
    Mark,
    Registration,
    Stop,
)
from rost.forum.queries.calendar_tokens import calendar_token
from rost.forum.queries.exchange import stored_rows
from rost.forum.tests.sample import sample_programme
from rost.forum.tests.stage import Stage, at, hold_in_agenda, make_stage
from tests.access_commitments import NOTED_ONE, commitment_things
from tests.access_hall import hall_things
from tests.access_indicators import indicator_things
from tests.access_library_adoption import adoption_things
from tests.access_library_own import own_things
from tests.access_library_review import PRACTICES, review_things
from tests.access_projects import STATES, project_things
from tests.access_schedule import schedule_things
from tests.access_search import search_things
from tests.access_table import HEAD, OTHER_CURATOR, OTHER_ORGANISER
from tests.addresses import addresses


@dataclass
class Things:
    """Objects by the names of URL arguments, and people by their column of the table."""

    people: dict[str, Any]
    by_argument: dict[str, Any]
    by_name: dict[str, dict[str, Any]] = field(default_factory=dict)
    drafts: dict[str, Any] = field(default_factory=dict)

    def arguments(self, name: str, state: str, who: str) -> dict[str, Any]:
        wanted = dict(addresses())[name]
        known = self.by_argument | self.longest(name)
        if state == "(draft)":
            known = known | self.drafts
        known = known | STATES.get(state, {}) | NOTED_ONE.get(state, {}) | PRACTICES.get(state, {})
        return {one: known[one] for one in wanted}

    def longest(self, name: str) -> dict[str, Any]:
        """The exceptions of the longest prefix that fits."""
        fitting = [prefix for prefix in self.by_name if name.startswith(prefix)]
        return self.by_name[max(fitting, key=len)] if fitting else {}


def make_things(cast: Cast) -> Things:
    load_consent_texts()
    stage = make_stage(cast)
    session = stage.session(
        "Вопросы местного значения",
        start=at(18, 10),
        hall=stage.big,
        people={cast.marat: "lecturer"},
        track=stage.track,
    )
    slides = ContentFile(b"%PDF-1.7", name="slides.pdf")
    material = add_material(session=session, title="Презентация", file=slides, now=NOW)
    approve(edition=stage.edition, by=cast.guzel, note="", now=NOW)
    hold_in_agenda(cast.ramilya, session)
    draft = make_draft(stage)
    return Things(
        people=visitors(cast, draft),
        by_argument=arguments(cast, stage, session) | {"material": material.pk},
        by_name=exceptions(cast, stage),
        drafts={"slug": draft.slug},
    )


def make_draft(stage: Stage) -> Any:
    """A second edition that is not public yet."""
    edition = stage.edition.__class__.objects.get(pk=stage.edition.pk)
    edition.pk, edition.slug, edition.is_public, edition.published = None, "2021", False, None
    edition.save(force_insert=True)
    return edition


def visitors(cast: Cast, draft: Any) -> dict[str, Any]:
    far = person("Салимов", "Ирек", cast)
    grant_role(
        person=far,
        name="curator",
        scope="territory",
        territory=cast.other_district,
        held_from=date(2019, 10, 1),
        basis="приказ № 2",
    )
    other = person("Орлова", "Анна", cast)
    grant_role(
        person=other,
        name="organiser",
        scope="space",
        space=draft.space,
        held_from=date(2019, 10, 1),
        basis="приказ № 3",
    )
    return {
        "resident": cast.vera,
        HEAD: cast.ramilya,
        "curator": cast.azat,
        OTHER_CURATOR: far,
        "expert": cast.marat,
        "editor": cast.nina,
        "moderator": cast.oleg,
        "organiser": cast.guzel,
        OTHER_ORGANISER: other,
        "administrator": cast.alsu,
    }


def person(surname: str, given_name: str, cast: Cast) -> Any:
    return Person.objects.create(
        surname=surname,
        given_name=given_name,
        email=f"{surname}@example.org",
        home=cast.ufa,
        created_at=NOW,
        search_name=surname,
        sort_key=surname,
    )


def arguments(cast: Cast, stage: Stage, session: Any) -> dict[str, Any]:
    now = timezone.now()
    edition = stage.edition
    _, secret = issue_key(
        person=cast.ildar, kind="link", issued_by=None, now=now, valid_for=timedelta(days=1)
    )
    message = send(person=cast.ramilya, dedupe="access", subject="Зал", body="Другой", now=now)
    window = Availability.objects.create(
        edition=edition, person=cast.marat, starts_at=at(18, 9), ends_at=at(18, 18)
    )
    rules = ContentFile(b"%PDF-1.7", name="rules.pdf")
    document = add_document(edition=edition, title="Положение", file=rules)
    [badge] = make_spares(edition=edition, count=1, now=NOW)
    [sheet] = make_sheets(edition=edition, targets=[session], blank_rows=2, minimal=False, now=NOW)
    return {
        "slug": edition.slug,
        "badge": badge.pk,
        "sheet": sheet.pk,
        "form": "pdf",
        "code": session.code,
        "day": date(2020, 2, 18),
        "document": document.pk,
        "person": cast.marat.pk,
        "track": stage.track.slug,
        "route": stage.route.slug,
        "hall": stage.big.pk,
        "stop": Stop.objects.get(route=stage.route).pk,
        "window": window.pk,
        "contribution": Contribution.objects.get(session=session).pk,
        "old": 1,
        "new": 1,
        "secret": secret,
        "token": calendar_token(Registration.objects.get(person=cast.ramilya)),
        "message_id": message.pk if message else 0,
        "purpose": "participation",
        "language": "ru",
        "version": 1,
        "number": Registration.objects.get(person=cast.ramilya).pk,
        "kind": "xlsx",
    }


def exceptions(cast: Cast, stage: Stage) -> dict[str, dict[str, Any]]:
    """What an argument means under addresses that begin so; everybody else's stays as it was."""
    organisation = add_organisation(kind="ngo", name="Живая вода", municipality=cast.district)
    text = ConsentText.objects.get(purpose="mailing", language="ru", version=1)
    consent = give_consent(person=cast.ramilya, purpose="mailing", text=text, now=NOW)
    act = DestructionAct.objects.create(number=1, at=NOW, by_name="—", reason="срок", totals={})
    space = stage.edition.space
    return {
        "account_code_for": {"number": cast.ildar.pk},
        "account_session_closing": {"number": 1},
        "mfa_": {"pk": 1},
        "directory:place": {"code": cast.askarovo.code},
        "directory:register_list": {"pk": sent("directory.classifier", cast.nina)},
        "directory:person": {"pk": cast.ildar.pk},
        "directory:declined_names": {"pk": cast.ildar.pk},
        "directory:post_new": {"pk": cast.ildar.pk},
        "directory:role_new": {"pk": cast.ildar.pk},
        "directory:post_": {"pk": Post.objects.get(person=cast.ildar).pk},
        "directory:role_end": {"pk": Role.objects.get(person=cast.marat).pk},
        "directory:organisation": {"pk": organisation.pk},
        "directory:representative": {"pk": organisation.pk},
        "directory:withdrawal": {"number": consent.pk},
        "directory:destruction_act": {"number": act.number},
        **addresses_of(cast, space),
        "documents:act_file": {"number": act.number},
        "forum:exchange": {"batch": sent("forum.programme", cast.guzel, space, a_programme())},
        "forum:list": {"number": sent("forum.participants", cast.azat, space)},
        "forum:one_list": {"number": sent("forum.participants", cast.azat, space)},
        "forum:certificate_preview": {"number": somebody_who_came(cast, stage)},
        "forum:certificate_name": {"number": Registration.objects.get(person=cast.ramilya).pk},
        "forum:certificate_revocation": {"number": Document.objects.get(about="access").pk},
        **at_the_entrance(cast, stage),
        **project_things(cast, stage),
        **commitment_things(cast, stage),
        **schedule_things(cast, stage),
        **hall_things(cast, stage),
        **search_things(cast),
        **indicator_things(cast),
        **adoption_things(cast),
        **review_things(cast),
        **own_things(cast),
        "catalogue:": {"group": "waste"},
        "forum:desk_day": {"day": stage.edition.days.all()[0].pk},
        "forum:desk_track": {"track": stage.track.pk},
        "forum:desk_route": {"route": stage.route.pk},
        "forum:desk_stop": {"route": stage.route.pk},
    }


def somebody_who_came(cast: Cast, stage: Stage) -> int:
    """The registration of the head, who came in and is entitled to a certificate by that."""
    AttendanceRules.objects.create(edition=stage.edition, least_hours=0)
    came = Registration.objects.get(person=cast.ramilya)
    entrance = make_doors(edition=stage.edition, now=NOW)[0]
    mark_by_hand(
        door=entrance, registration=came, direction="in", source="name", at=NOW, by=None, now=NOW
    )
    return came.pk


def at_the_entrance(cast: Cast, stage: Stage) -> dict[str, dict[str, Any]]:
    """A door, a pass, the telephone that opened it, and a mark."""
    entrance = Door.objects.get(edition=stage.edition, kind="entrance")
    own, secret = issue_pass(
        door=entrance, label="Айгуль", starts_at=NOW, ends_at=at(19, 20), by=None, now=NOW
    )
    device, _token = pair_device(secret=secret, device=uuid4(), device_now=NOW, now=NOW)
    mark = Mark.objects.filter(door=entrance)[0]
    return {
        "forum:door_": {"door": entrance.pk},
        "forum:mark_voiding": {"door": entrance.pk, "mark": mark.pk},
        "forum:pass_revocation": {"number": own.pk},
        "forum:device_revocation": {"device": device.pk},
    }


def sent(kind: str, by: Any, about: str = "", rows: Any = ()) -> int:
    """A list somebody sent, read and not yet applied."""
    batch = ImportBatch.objects.create(
        kind=kind,
        about=about,
        file_name="list.xlsx",
        uploaded_by=by,
        uploaded_at=NOW,
        rows=list(rows),
    )
    return batch.pk


def a_programme() -> list[dict[str, Any]]:
    return stored_rows(sample_programme(1))

"""After the two days: what people say, certificates, one of them revoked."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from rost.directory.models import Person
from rost.documents.actions.revoking import revoke
from rost.forum.actions.certificates import (
    issue_certificates,
    send_certificates,
    set_certificate_rules,
)
from rost.forum.actions.feedback import give_mark, invite_to_answer, write_words
from rost.forum.models import Edition, Registration, Session
from rost.forum.queries.attendance.marks import presence_of
from rost.forum.queries.certificates import certificates_of

from .content import FORUM_WORDS, SESSION_WORDS, SIGNATORY

SEED = 5
ANSWERS, WRITES = 0.25, 0.15  # parts of those who were there, of those who answered
MARKS, HOW_OFTEN = (5, 4, 3, 2, 1), (46, 32, 14, 5, 3)


def follow_up(edition: Edition, *, by: Person) -> None:
    evening = datetime.combine(edition.ends_on, time(19), ZoneInfo(edition.timezone))
    invite_to_answer(edition=edition, now=evening)
    answer(edition, now=evening + timedelta(days=1))
    certify(edition, by=by, now=evening + timedelta(days=2))


def answer(edition: Edition, *, now: datetime) -> None:
    chance = random.Random(SEED)  # noqa: S311 a stored seed, not a secret
    sessions = {one.code: one for one in Session.objects.filter(edition=edition)}
    presence = presence_of(edition)
    people = Registration.objects.filter(pk__in=presence).select_related(
        "edition__published", "person"
    )
    for mine in people.defer("edition__published__content").order_by("pk"):
        for code in sorted(presence[mine.pk].sessions):
            if chance.random() < ANSWERS:
                say(mine, sessions[code], SESSION_WORDS, chance, now=now)
        if chance.random() < ANSWERS:
            say(mine, None, FORUM_WORDS, chance, now=now)


def say(
    mine: Registration,
    session: Session | None,
    words: Sequence[Sequence[str]],
    chance: random.Random,
    *,
    now: datetime,
) -> None:
    mark = chance.choices(MARKS, HOW_OFTEN)[0]
    give_mark(registration=mine, session=session, mark=mark, now=now)
    if chance.random() < WRITES:
        text = " ".join(chance.choice(part) for part in words)
        write_words(registration=mine, session=session, words=text, now=now)


def certify(edition: Edition, *, by: Person, now: datetime) -> None:
    post, name = SIGNATORY
    set_certificate_rules(
        edition=edition,
        least_hours=4,
        share_percent=50,
        hour_minutes=45,
        signatory_post=post,
        signatory_name=name,
    )
    everybody = Registration.objects.filter(edition=edition).only("pk")
    issue_certificates(edition=edition, registrations=everybody, by=by, now=now)
    certificates = certificates_of(edition)
    send_certificates(edition=edition, documents=certificates, by=by, now=now)
    revoke(
        document=certificates.select_related("holder")[0],
        why="Отметки поставлены по чужому бейджу (демонстрация)",
        by=by,
        now=now + timedelta(days=4),
    )

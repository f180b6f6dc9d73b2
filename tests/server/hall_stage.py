"""Sets the stage of a full hall: a public session whose floor is open, on one line of the hall.

Run with the environment of the server under test. Prints what the telephones need as JSON; with
`report` reads what they were answered for, and prints what is in the database.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from typing import Any
from uuid import uuid4

import django

SLUG, PEOPLE, FIRST_QUESTIONS = "forum-2020", 5000, 20
HOSTS = ("127.0.0.1", "::1")
TEXT = "Когда починят дорогу до деревни номер {number}, если субсидия приходит только осенью?"


def main() -> None:
    django.setup()
    from django.utils import timezone

    from rost.forum.models import Session
    from rost.forum.tests.sample import publish, sample_programme
    from rost.live.actions.floors import open_floors, set_floor
    from rost.live.models import Floor, HallQuestion, Poll
    from rost.live.queries.devices import line_digest

    now = timezone.now()
    programme = sample_programme(30)
    edition, planned = publish(programme), programme.sessions[0]
    session = Session.objects.create(
        edition=edition,
        code=planned.code,
        guid=uuid4(),
        number=planned.number,
        slug=planned.slug,
        title=planned.title,
        form=planned.form,
        minutes=planned.minutes,
        changed_at=now,
    )
    open_floors(edition=edition, sessions=[session])
    floor = set_floor(
        floor=Floor.objects.get(session=session),
        is_on=True,
        takes_questions=True,
        moderated=False,
        naming="either",
        people=PEOPLE,
        opens_at=now - timedelta(hours=1),
        closes_at=now + timedelta(hours=5),
    )
    Floor.objects.filter(pk=floor.pk).update(hall_network=line_digest(edition, "network", HOSTS[0]))
    HallQuestion.objects.bulk_create(
        HallQuestion(
            id=uuid4(), floor=floor, text=TEXT.format(number=n), state="shown", asked_at=now
        )
        for n in range(FIRST_QUESTIONS)
    )
    poll = Poll.objects.create(
        floor=floor,
        kind="one",
        text="С чего начать?",
        options=["Дороги", "Вода", "Клуб", "Свет"],
        state="open",
        opened_at=now,
    )
    print(json.dumps({"path": f"/forum/{edition.slug}/hall/{session.code}/", "poll": poll.pk}))


def report() -> None:
    """Questions, votes as (digest of the device, question), answers; the kept numbers too."""
    django.setup()
    from rost.forum.models import Edition
    from rost.live.models import HallQuestion, PollAnswer, QuestionVote
    from rost.live.queries.devices import digest_of

    sent: dict[str, Any] = json.load(sys.stdin)
    edition = Edition.objects.get(slug=sent["slug"])
    votes = list(QuestionVote.objects.values_list("device__digest", "question_id"))
    answers = list(PollAnswer.objects.values_list("device__digest", "value"))
    names = {digest_of(edition, token): number for number, token in sent["tokens"]}
    counted = HallQuestion.objects.values_list("pk", "counted")
    found = {
        "questions": sorted(map(str, HallQuestion.objects.values_list("pk", flat=True))),
        "votes": sorted([names.get(digest, -1), str(question)] for digest, question in votes),
        "answers": sorted([names.get(digest, -1), value] for digest, value in answers),
        "counted": {str(pk): number for pk, number in counted},
        "aside": QuestionVote.objects.filter(set_aside=True).count(),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    report() if sys.argv[1:] == ["report"] else main()

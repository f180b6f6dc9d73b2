"""The next forum before its programme exists: an open call, wishes, a draft to be solved."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from rost.directory.actions.roles import grant_role
from rost.directory.models import Organisation, Person, RoleName, ScopeKind
from rost.forum.actions.editions import create_edition, set_hall, set_track
from rost.forum.actions.programme import add_session, place_session, set_contribution
from rost.forum.actions.registration import change_hours, register
from rost.forum.actions.scheduling import (
    set_rules,
    set_session_needs,
    set_similar,
    set_speaker_needs,
    set_wishes,
)
from rost.forum.models import Category, Edition, Registration, Session, Track
from rost.forum.models.programme import Form

from .content import CATEGORIES, EDITION, HALLS, ORGANISERS, PROJECTS, SESSIONS, SPEAKERS, TRACKS
from .content import following as content
from .personas import BASIS
from .programme import moment
from .projects import announce_call, draft, send

SEED = 27
POSTS = {one.key: one.post for one in SPEAKERS}
BY_HAND = (Form.BREAK, Form.VISIT)  # breaks are placed below, visits wait for their routes


def prepare_next(
    people: Mapping[str, Person],
    coming: Sequence[Registration],
    head: Person,
    organiser: Person,
    *,
    now: datetime,
) -> Edition:
    """In February of the next year, by the same organisers."""
    first = date(now.year + 1, 2, 16)
    organisers = Organisation.objects.filter(name__in=[name for _kind, name, _ in ORGANISERS])
    edition = create_edition(
        slug=str(first.year),
        name=f"{EDITION['name']} – {first.year}",
        starts_on=first,
        ends_on=first + timedelta(days=1),
        place=EDITION["place"],
        summary=content.SUMMARY,
        organisers=organisers,
        is_public=True,
        demonstration=True,
        day_hours=(time(9), time(18)),
    )
    tracks = {
        slug: set_track(edition=edition, name=name, colour=colour, slug=slug)
        for slug, name, colour in TRACKS
    }
    grant_role(
        person=organiser,
        name=RoleName.ORGANISER,
        scope=ScopeKind.SPACE,
        space=edition.space,
        held_from=now.date(),
        basis=BASIS,
    )
    build_draft(edition, tracks, people, now=now)
    say_needs(edition, tracks, people, now=now)
    take_wishes(edition, coming[: content.COMING], now=now)
    open_call(edition, coming, head, now=now)
    return edition


def build_draft(
    edition: Edition, tracks: Mapping[str, Track], people: Mapping[str, Person], *, now: datetime
) -> None:
    """Sessions without hours: those of the last programme, to be placed anew."""
    for slug, name, capacity, equipment in HALLS:
        set_hall(edition=edition, name=name, capacity=capacity, equipment=equipment, slug=slug)
    for slot in SESSIONS:
        if slot.form in BY_HAND:
            continue
        session = add_session(
            edition=edition,
            title=slot.title,
            form=slot.form,
            minutes=slot.minutes,
            track=tracks.get(slot.track),
            abstract=slot.abstract,
            now=now,
        )
        for key, part, topic in slot.people:
            post = POSTS.get(key, "")
            person = people[key]
            set_contribution(
                session=session, person=person, part=part, topic=topic, post=post, now=now
            )
    place_what_stands(edition, now=now)


def place_what_stands(edition: Edition, *, now: datetime) -> None:
    """Breaks are everybody's, the forum is opened and closed by all: the rest goes around them."""
    for day, start, minutes, title in content.BREAKS:
        session = add_session(
            edition=edition, title=title, form=Form.BREAK, minutes=minutes, now=now
        )
        place_session(session=session, starts_at=hour(edition, day, start), now=now)
    hall = edition.halls.get(slug=HALLS[0][0])
    for day, start, title in content.PLENARIES:
        session = Session.objects.get(edition=edition, title__startswith=title)
        place_session(session=session, starts_at=hour(edition, day, start), hall=hall, now=now)


def hour(edition: Edition, day: int, clock: str) -> datetime:
    return moment(edition.starts_on + timedelta(days=day), clock)


def say_needs(
    edition: Edition, tracks: Mapping[str, Track], people: Mapping[str, Person], *, now: datetime
) -> None:
    set_rules(
        edition=edition,
        tick_minutes=30,
        wishes_open_at=now - timedelta(days=1),
        wishes_close_at=closing(now),
    )
    for first, second in content.SIMILAR:
        set_similar(first=tracks[first], second=tracks[second], cost=1)
    for title, equipment in content.NEEDS_EQUIPMENT.items():
        set_session_needs(
            session=Session.objects.get(edition=edition, title__startswith=title),
            stays=False,
            equipment=[equipment],
            expected=None,
            earliest=None,
            latest=None,
        )
    set_speaker_needs(
        edition=edition,
        person=people[content.REMOTE_SPEAKER],
        facts={"timezone": content.REMOTE_ZONE, "from_hour": 9, "to_hour": 18},
    )


def take_wishes(edition: Edition, coming: Sequence[Registration], *, now: datetime) -> None:
    chance = random.Random(SEED)  # noqa: S311 a stored seed, not a secret
    categories = [
        Category.objects.create(edition=edition, name=name, seats=seats, position=place, colour=hue)
        for place, (name, seats, hue) in enumerate(CATEGORIES)
    ]
    change_hours(edition=edition, opens_at=now, closes_at=closing(now), confirm_by_hand=False)
    codes = list(
        Session.objects.filter(edition=edition)
        .exclude(form=Form.BREAK)
        .values_list("code", flat=True)
    )
    for before in coming:
        mine = register(
            edition=edition,
            person=before.person,
            category=categories[before.category.position],
            municipality=before.municipality,
            post=before.post,
            answers={},
            now=now,
        )
        wished = chance.sample(codes, chance.randint(2, content.WISHES))
        set_wishes(registration=mine, codes=wished, now=now)


def open_call(
    edition: Edition, coming: Sequence[Registration], head: Person, *, now: datetime
) -> None:
    """Three projects wait for reviewers, one is a draft."""
    call = announce_call(edition, opens_at=now - timedelta(days=1), closes_at=closing(now))
    offers, authors = PROJECTS[4:7], [one for one in coming if one.municipality is not None][20:]
    for offer, author in zip(offers, authors, strict=False):
        send(call, offer, author, now=now)
    unsaved = Registration(person=head, municipality=head.home)
    draft(call, PROJECTS[0], unsaved, now=now)


def closing(now: datetime) -> datetime:
    return moment((now + content.LEAD).date(), "18:00")

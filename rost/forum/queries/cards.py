"""What everybody finds of a forum: the edition, its approved sessions, accepted projects, confirmed
commitments. An edition that is not public has no cards, whatever was approved in it.

People's names are in none of them: names stand in the programme, by consent, and go with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rost.catalogue.queries.things import Thing
from rost.core.programme.model import Form, Session, State
from rost.forum.models import Commitment, Edition, Project, ProjectState
from rost.forum.queries.committee.practice import thing_of
from rost.forum.queries.published import published_of
from rost.forum.rules.commitments import COUNTED

LONGEST_TITLE = 200  # of a commitment, whose words are a sentence or more


def edition_key(edition: Edition) -> str:
    return f"forum.edition:{edition.pk}"


def session_key(edition: Edition, code: str) -> str:
    return f"forum.session:{edition.pk}:{code}"


def commitment_key(commitment: Commitment) -> str:
    return f"forum.commitment:{commitment.pk}"


def edition_thing(edition: Edition) -> Thing:
    return Thing(
        key=edition_key(edition),
        kind="edition",
        title=edition.name,
        path=f"/forum/{edition.slug}/",
        summary=edition.summary,
        body=edition.place,
        year=edition.starts_on.year,
    )


def session_things(edition: Edition) -> Iterator[Thing]:
    """Those of the approved programme that take place."""
    published = published_of(edition)
    for session in published.sessions.values() if published is not None else ():
        if session.state is State.ACCEPTED and session.form is not Form.BREAK:
            yield session_thing(edition, session)


def session_thing(edition: Edition, session: Session) -> Thing:
    topics = [one.topic for one in session.contributions if one.topic]
    return Thing(
        key=session_key(edition, session.code),
        kind="session",
        title=session.title,
        path=f"/forum/{edition.slug}/sessions/{session.code}/",
        summary=session.abstract,
        body="\n".join((*topics, edition.name)),
        language=session.language,
        year=edition.starts_on.year,
    )


def commitment_thing(commitment: Commitment) -> Thing:
    """The place it was spoken for is on the card; who spoke is not."""
    edition, text = commitment.edition, " ".join(commitment.text.split())
    longer = len(text) > LONGEST_TITLE
    title = f"{text[:LONGEST_TITLE].rsplit(' ', 1)[0]}…" if longer else text
    return Thing(
        key=commitment_key(commitment),
        kind="commitment",
        title=title,
        path=f"/forum/{edition.slug}/commitments/{commitment.number}/",
        summary=text if longer else "",
        body="\n".join((commitment.indicator, commitment.result, edition.name)),
        municipality=commitment.municipality,
        year=commitment.due_on.year,
    )


def is_shown(commitment: Commitment) -> bool:
    return commitment.state in COUNTED and commitment.edition.is_public


def project_is_shown(project: Project) -> bool:
    return project.state == ProjectState.ACCEPTED and project.call.edition.is_public


def public_editions() -> Iterator[Edition]:
    yield from Edition.objects.filter(is_public=True).select_related("published").order_by("pk")


def editions(day: date) -> Iterator[Thing]:
    yield from map(edition_thing, public_editions())


def sessions(day: date) -> Iterator[Thing]:
    for edition in public_editions():
        yield from session_things(edition)


def projects(day: date) -> Iterator[Thing]:
    rows = Project.objects.filter(state=ProjectState.ACCEPTED, call__edition__is_public=True)
    rows = rows.select_related("call__edition", "municipality").order_by("pk")
    yield from map(thing_of, rows.iterator(chunk_size=200))


def commitments(day: date) -> Iterator[Thing]:
    rows = Commitment.objects.filter(state__in=COUNTED, edition__is_public=True)
    rows = rows.select_related("edition", "municipality").order_by("pk")
    yield from map(commitment_thing, rows.iterator(chunk_size=200))


def things_of(edition: Edition) -> list[Thing]:
    """All of a public edition; nothing of another."""
    if not edition.is_public:
        return []
    accepted = Project.objects.filter(call__edition=edition, state=ProjectState.ACCEPTED)
    promised = Commitment.objects.filter(edition=edition, state__in=COUNTED)
    return [
        edition_thing(edition),
        *session_things(edition),
        *map(thing_of, accepted.select_related("call__edition", "municipality")),
        *map(commitment_thing, promised.select_related("edition", "municipality")),
    ]


def keys_of(edition: Edition) -> Iterator[str]:
    """Every key that a thing of the edition may have had; sessions by their common beginning."""
    yield edition_key(edition)
    for number in Project.objects.filter(call__edition=edition).values_list("pk", flat=True):
        yield f"forum.project:{number}"
    for number in Commitment.objects.filter(edition=edition).values_list("pk", flat=True):
        yield f"forum.commitment:{number}"

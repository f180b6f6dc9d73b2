"""Finding sessions of the approved programme: by track, form, territory, person and words."""

from __future__ import annotations

from dataclasses import dataclass

from rost.core.language import fold
from rost.core.programme.model import Form, Session
from rost.directory.models import Municipality

from .published import Published, territories_of

DISTRICT_DIGITS = 5  # of a code of OKTMO: two of the region, three of the upper level (ОК 033-2013)
NO_SETTLEMENT = "000"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a visitor asked for; empty fields ask for nothing."""

    track: str = ""
    form: str = ""
    territory: str = ""
    person: str = ""
    text: str = ""

    def __bool__(self) -> bool:
        return self != Wanted()


def district_of(code: str) -> str:
    """Code of the district or okrug that a place belongs to."""
    return code[:DISTRICT_DIGITS] + NO_SETTLEMENT


def found(published: Published, wanted: Wanted) -> list[Session]:
    """Sessions that answer every part of the wish, in order of time.

    A person is found by the beginnings of the words of the name, a text by all its words.
    """
    names, words = fold(wanted.person).split(), fold(wanted.text).split()
    return [
        one
        for one in published.sessions.values()
        if (not wanted.track or one.track == wanted.track)
        and (not wanted.form or one.form == wanted.form)
        and (not wanted.territory or _touches(published, one, wanted.territory))
        and (not names or _has_person(published, one.code, names))
        and all(
            word in published.once("texts", lambda: _texts(published))[one.code] for word in words
        )
    ]


def forms_of(published: Published) -> list[Form]:
    used = {one.form for one in published.sessions.values()}
    return [form for form in Form if form in used and form is not Form.BREAK]


def districts_of(published: Published) -> list[Municipality]:
    """Districts and okrugs that the programme touches, in the order of their names."""
    codes = {district_of(code) for code in published.codes}
    return list(Municipality.objects.filter(code__in=codes).order_by("sort_key", "code"))


def _touches(published: Published, session: Session, territory: str) -> bool:
    codes = territories_of(session, published.programme)
    whole_district = territory.endswith(NO_SETTLEMENT)
    return territory in codes or (
        whole_district and any(district_of(code) == territory for code in codes)
    )


def _has_person(published: Published, code: str, words: list[str]) -> bool:
    return any(
        all(any(part.startswith(word) for part in name) for word in words)
        for name in published.once("names", lambda: _names(published))[code]
    )


def _names(published: Published) -> dict[str, list[list[str]]]:
    return {
        code: [fold(person.name).split() for person in one.contributions]
        for code, one in published.sessions.items()
    }


def _texts(published: Published) -> dict[str, str]:
    """Everything that is read of a session, folded: title, abstract, topics, names and posts."""
    return {
        code: fold(
            " ".join(
                [one.title, one.abstract, one.code]
                + [f"{who.name} {who.post} {who.topic}" for who in one.contributions]
            )
        )
        for code, one in published.sessions.items()
    }

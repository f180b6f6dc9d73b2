"""A form that a stranger has sent and that waits in their session until they have signed in.

The pages of signing in say so, take the names and consents from it, and lead back to its page,
which finishes what was asked. It waits an hour: the next person at the same device must not
find it.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from rost.core.language import fold
from rost.directory.models import Person

KEY = "directory.waiting_form"
KEPT_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class WaitingForm:
    path: str
    surname: str
    given_name: str
    patronymic: str
    consents: tuple[str, ...]  # purposes whose boxes the sender ticked

    def is_of(self, person: Person) -> bool:
        """Whether it was sent under this person's name, and not by somebody else before them."""
        sent, known = (fold(f"{one.surname} {one.given_name}".strip()) for one in (self, person))
        return sent == known


def keep_waiting_form(
    session: MutableMapping[str, Any], form: WaitingForm, *, now: datetime
) -> None:
    until = now + KEPT_FOR
    session[KEY] = asdict(form) | {"consents": [*form.consents], "until": until.isoformat()}


def waiting_form(session: MutableMapping[str, Any], *, now: datetime) -> WaitingForm | None:
    kept = dict(session.get(KEY, {}))
    if not kept or datetime.fromisoformat(kept.pop("until")) < now:
        return None
    return WaitingForm(**kept | {"consents": tuple(kept["consents"])})


def forget_waiting_form(session: MutableMapping[str, Any]) -> None:
    session.pop(KEY, None)

"""One writer of a programme at a time, and nothing forbidden left behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from rost.core.programme.findings import Finding, Level, Rule
from rost.core.programme.model import Programme
from rost.forum.actions.locking import lock_edition
from rost.forum.models import Edition, Session
from rost.forum.queries.draft import draft_programme
from rost.forum.queries.findings import findings_of, levels_of
from rost.forum.rules.programme import FIXED_RULES, forbidden, same_fault

from .refusals import ChangedMeanwhile, ForbiddenChange


def lock_session(session: Session, *, seen: datetime | None = None) -> Session:
    """The session as it is now, under the lock; refused if it changed since it was `seen`."""
    lock_edition(session.edition)
    fresh = Session.objects.select_related("edition", "hall", "route", "track").get(pk=session.pk)
    if seen is not None and fresh.changed_at != seen:
        raise ChangedMeanwhile(fresh.title)
    return fresh


@contextmanager
def keeping_rules(edition: Edition) -> Iterator[None]:
    """Refuse the change made inside if it breaks anew a rule that the edition forbids to break.

    What was broken before does not stand in the way of mending something else. To be used in a
    transaction, which the refusal rolls back.
    """
    strict = {
        rule
        for rule, level in levels_of(edition).items()
        if level is Level.FORBID and rule not in FIXED_RULES
    }
    before = {same_fault(one) for one in _broken(edition, strict)[0]}
    yield
    findings, programme = _broken(edition, strict)
    broken = [one for one in findings if same_fault(one) not in before]
    if broken and programme is not None:
        raise ForbiddenChange(broken, programme)


def _broken(edition: Edition, strict: set[Rule]) -> tuple[tuple[Finding, ...], Programme | None]:
    if not strict:
        return (), None
    programme = draft_programme(edition)
    return forbidden(findings_of(edition, programme)), programme

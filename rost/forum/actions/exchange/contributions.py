"""Who takes part in the sessions of a file.

The file decides who has which part. What it is silent about (post, topic, minutes, territory)
stays as the draft has it: most systems know only names.
"""

from __future__ import annotations

from collections import defaultdict

from rost.core.programme.model import Contribution as Named
from rost.forum.models import Contribution, Session

from .people import People
from .sessions import Written

TEXT_LENGTH = 300
CHANGED = ("post", "topic", "minutes", "position")
Key = tuple[int, str]


def write_contributions(written: Written, people: People) -> None:
    ours = _ours(written)
    new, changed, gone = [], [], []
    for item, row in written.rows:
        left = ours.get(row.pk, {})
        for position, (key, named) in enumerate(_named(item.contributions, people).items(), 1):
            mine = left.pop(key, None)
            if mine is None:
                new.append(_filled(Contribution(session=row), key, named, position))
                written.touch(row)
            elif _differs(mine, named, position):
                changed.append(_filled(mine, key, named, position))
                written.touch(row)
        if left:
            gone += [one.pk for one in left.values()]
            written.touch(row)
    Contribution.objects.filter(pk__in=gone).delete()
    Contribution.objects.bulk_update(changed, CHANGED, batch_size=200)
    Contribution.objects.bulk_create(new, batch_size=500)


def _ours(written: Written) -> dict[int, dict[Key, Contribution]]:
    found: defaultdict[int, dict[Key, Contribution]] = defaultdict(dict)
    known: list[Session] = [row for _item, row in written.rows if row.pk not in written.fresh]
    for one in Contribution.objects.filter(session__in=known):
        found[one.session_id][one.person_id, one.part] = one
    return found


def _named(contributions: tuple[Named, ...], people: People) -> dict[Key, Named]:
    """Each person once a part, in the order of the file."""
    found: dict[Key, Named] = {}
    for named in contributions:
        if named.name.strip():
            found.setdefault((people.person(named).pk, str(named.part)), named)
    return found


def _filled(row: Contribution, key: Key, named: Named, position: int) -> Contribution:
    row.person_id, row.part = key
    row.post = named.post[:TEXT_LENGTH] or row.post
    row.topic = named.topic[:TEXT_LENGTH] or row.topic
    row.minutes = named.minutes if named.minutes is not None else row.minutes
    row.position = position
    return row


def _differs(row: Contribution, named: Named, position: int) -> bool:
    return (
        row.position != position
        or bool(named.post and named.post[:TEXT_LENGTH] != row.post)
        or bool(named.topic and named.topic[:TEXT_LENGTH] != row.topic)
        or (named.minutes is not None and named.minutes != row.minutes)
    )

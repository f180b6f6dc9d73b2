"""Writing down how a name is declined, where the rule is wrong or in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.models import DeclinedName, NameCase, Person
from rost.ui.refusals import Refusal

LONGEST = 400
_BESIDE_LETTERS = frozenset(" -‐‑.'’ʼ()")


class NameUnfit(Refusal):
    """What was written cannot be a name."""


def write_declined_name(
    *, person: Person, case: str, text: str, by: Person | None, now: datetime
) -> DeclinedName:
    """Keep the whole name in a case as it is to stand in documents; the last word holds."""
    text = " ".join(text.split())
    if not text or len(text) > LONGEST or not all(map(_belongs_to_names, text)):
        raise NameUnfit(
            _("Write the whole name with letters only; leave it empty to follow the rule.")
        )
    kept, _created = DeclinedName.objects.update_or_create(
        person=person,
        case=NameCase(case),
        defaults={"text": text, "set_by": by, "set_at": now},
    )
    return kept


def remove_declined_name(*, person: Person, case: str) -> bool:
    """Follow the rule again; whether anything was written down."""
    return DeclinedName.objects.filter(person=person, case=case).delete()[0] > 0


@transaction.atomic
def write_declined_names(
    *, person: Person, texts: Mapping[str, str], by: Person | None, now: datetime
) -> None:
    """All cases at once: what is written is kept, what is empty follows the rule.

    What stays as it was keeps who wrote it and when.
    """
    kept = dict(person.declined_names.values_list("case", "text"))
    for case, text in texts.items():
        text = " ".join(text.split())
        if text and text != kept.get(case):
            write_declined_name(person=person, case=case, text=text, by=by, now=now)
        elif not text:
            remove_declined_name(person=person, case=case)


def _belongs_to_names(sign: str) -> bool:
    return sign.isalpha() or sign in _BESIDE_LETTERS

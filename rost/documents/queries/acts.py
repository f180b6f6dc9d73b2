"""An act of destruction as a paper."""

from __future__ import annotations

from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rost.core.language import date_text, moment_text, number_text
from rost.directory.models import DestructionAct as Act
from rost.directory.queries.personal_data import title_of
from rost.directory.queries.retention import REASONS, REQUEST, RETENTION, rules_on
from rost.documents.kinds.destruction_act.content import ActLine, DestructionAct
from rost.documents.queries.documents import File
from rost.documents.queries.papers import paper


def act_content(act: Act) -> DestructionAct:
    """What the act says, with the basis of each class as it was on the day."""
    language, moment = get_language() or "ru", localtime(act.at)
    rules = rules_on(moment.date()) if act.reason == RETENTION else {}
    requested = _("A request of the person concerned: 152-FZ, article 21")
    lines = tuple(
        ActLine(
            title=str(title_of(name)),
            basis=rules[name].basis if name in rules else requested if not rules else "",
            rows=count,
        )
        for name, count in act.totals.items()
    )
    return DestructionAct(
        number=str(act.number),
        date=date_text(moment.date(), language),
        time=moment_text(moment, language),
        place="",
        by=act.by_name or executor(act.reason),
        reason=str(REASONS.get(act.reason, act.reason)),
        lines=lines,
        total=number_text(sum(act.totals.values()), language),
    )


def executor(reason: str) -> str:
    if reason == REQUEST:
        return _("the person concerned")
    return _("the platform, on schedule")


def act_file(act: Act) -> File:
    language = get_language() or "ru"
    title = _("Act No. %(number)s of the destruction of personal data") % {"number": act.number}
    data = paper("destruction_act", [act_content(act)], language=language, title=title)
    return File(f"{title}.pdf", data)

"""What has changed in the draft since it was solved, a sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from rost.forum.queries.scheduling.stale import Changed

from .names import Names

MOST = 6


def stale_lines(changed: Changed, names: Names, draft: Mapping[str, Any]) -> list[str]:
    def title(code: str) -> str:
        return names.sessions.get(code) or str(draft[code][0] if code in draft else code)

    lines = [
        *(_("“%(title)s” was moved by hand.") % {"title": title(one)} for one in changed.moved),
        *(_("“%(title)s” was changed.") % {"title": title(one)} for one in changed.other),
        *(_("“%(title)s” is new.") % {"title": title(one)} for one in changed.come),
        *(_("“%(title)s” is no longer there.") % {"title": title(one)} for one in changed.gone),
        *(_("“%(name)s”: other hours.") % {"name": names.place(one)} for one in changed.places),
        *(_("%(name)s: other times.") % {"name": names.person(one)} for one in changed.people),
    ]
    if changed.days:
        lines.append(_("The hours of the days or the breaks are different."))
    if changed.orders:
        lines.append(_("The order of sessions is different."))
    if len(lines) > MOST:
        left = len(lines) - MOST
        lines = [*lines[:MOST], _("And more: %(number)s.") % {"number": left}]
    return lines

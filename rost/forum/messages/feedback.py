"""The question after the forum, once each; and the five answers in words."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from rost.channels.actions import send
from rost.core.language import date_text
from rost.forum.models import Registration

MARK_WORDS: dict[int, str | Promise] = {
    5: pgettext_lazy("feedback", "Very useful"),
    4: pgettext_lazy("feedback", "Useful"),
    3: pgettext_lazy("feedback", "So-so"),
    2: pgettext_lazy("feedback", "Of little use"),
    1: pgettext_lazy("feedback", "Of no use"),
}
FORUM_AS_A_WHOLE = gettext_lazy("The forum as a whole")


def tell_of_feedback(registration: Registration, *, until: datetime, now: datetime) -> bool:
    """Ask the person to say how it was; False when they have been asked before."""
    edition = registration.edition
    with translation.override(registration.person.language):
        facts = {
            "edition": edition.name,
            "day": date_text(until.date(), get_language() or "ru"),
        }
        message = send(
            person=registration.person,
            dedupe=f"forum.feedback:{registration.pk}",
            subject=(_("How was the forum «%(edition)s»?") % facts)[:300],
            body=_(
                "Thank you for coming to the forum «%(edition)s». Until %(day)s say how it was: "
                "one tap for the forum and one for each session you attended; words, if you like. "
                "The organisers see answers without names."
            )
            % facts,
            now=now,
            path=reverse("forum:feedback", args=[edition.slug]),
            space=edition.space,
        )
    return message is not None

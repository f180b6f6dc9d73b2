"""What holders are told about their certificates, each in their own language, once each."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from rost.channels.actions import send
from rost.core.language import date_range_text
from rost.documents.models import Document
from rost.documents.queries.numbers import check_address, label_of
from rost.forum.models import Edition
from rost.forum.queries.editions import edition_of_space


def tell_certificate(document: Document, edition: Edition, *, occasion: str, now: datetime) -> bool:
    """The certificate with the link to its file and the address where anybody can check it.

    `occasion` names the sending: the first one is "", a second one has its own name.
    """
    holder = document.holder
    if holder is None:
        return False
    with translation.override(holder.language):
        names = _names(document, edition)
        message = send(
            person=holder,
            dedupe=f"forum.certificate:{document.pk}:sent:{occasion}"[:120],
            subject=_("Your certificate: %(edition)s") % names,
            body=_(
                "Your certificate of participation in the forum «%(edition)s» (%(dates)s) is "
                "ready: No. %(number)s, %(hours)s. Open it by the link below. "
                "Anybody can check it here: %(address)s. "
                "If something in it is wrong, write to the organisers."
            )
            % names,
            now=now,
            path=reverse("documents:document_file", args=[document.code]),
            space=edition.space,
        )
    return message is not None


def tell_revoked(document: Document, *, now: datetime) -> bool:
    """That it is no longer in force, and why; the notice declared for every way of revoking."""
    holder, edition = document.holder, edition_of_space(document.space)
    if holder is None or edition is None:
        return False
    with translation.override(holder.language):
        names = _names(document, edition) | {"why": document.revoked_why}
        message = send(
            person=holder,
            dedupe=f"forum.certificate:{document.pk}:revoked",
            subject=_("Your certificate is revoked: %(edition)s") % names,
            body=_(
                "Your certificate No. %(number)s of participation in the forum «%(edition)s» "
                "(%(dates)s) is revoked. The reason: %(why)s. "
                "If you do not agree, write to the organisers."
            )
            % names,
            now=now,
            path=reverse("forum:registration", args=[edition.slug]),
            space=edition.space,
        )
    return message is not None


def _names(document: Document, edition: Edition) -> dict[str, str]:
    language = translation.get_language() or "ru"
    return {
        "edition": edition.name,
        "dates": date_range_text(edition.starts_on, edition.ends_on, language),
        "number": label_of(document),
        "hours": str(document.content.get("hours", "")),
        "address": check_address(document.code),
    }

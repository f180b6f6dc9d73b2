"""Asking for papers: few of them come at once, many as work in the background."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import models
from django.utils.translation import gettext, gettext_noop, override
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Person
from rost.documents.actions.batches import open_batch
from rost.documents.models import Batch
from rost.forum.actions.badges import ReprintNeedsReason, make_badges
from rost.forum.actions.sheets import make_sheets
from rost.forum.models import Badge, Edition
from rost.forum.queries.badges import faces_of
from rost.forum.queries.papers import participants
from rost.forum.queries.papers.page import is_changed
from rost.forum.queries.papers.sheets import Target

from .making import NothingToPrint, Paper, badges_paper, list_paper, sheets_paper
from .works import BADGES, LISTS, SHEETS

AT_ONCE = 40  # badges, and sheets' hundreds of lines: below a second of work
LINES_AT_ONCE = 300


class Choice(models.TextChoices):
    """Which badges are wanted."""

    NEW = "new", _("Those never printed")
    CHANGED = "changed", _("Those whose data have changed since")
    ALL = "all", _("All badges in force")
    SPARES = "spares", _("Spare ones never printed")


def choose_badges(
    *,
    edition: Edition,
    choice: Choice | str,
    now: datetime,
    category: int | None = None,
    district: str = "",
) -> list[int]:
    """Ids of the badges; whoever is confirmed and has none gets one now."""
    if choice == Choice.SPARES:
        spares = Badge.objects.filter(
            edition=edition, registration__isnull=True, ended_at__isnull=True, prints=0
        )
        return list(spares.values_list("pk", flat=True))
    people = participants(edition, category=category, district=district)
    badges = make_badges(
        edition=edition, registrations=people.values_list("pk", flat=True), now=now
    )
    if choice == Choice.NEW:
        return [one.pk for one in badges if not one.prints]
    if choice == Choice.CHANGED:
        faces = faces_of(badges)
        return [one.pk for one in badges if is_changed(one, faces[one.pk])]
    return [one.pk for one in badges]


def print_badges(
    *,
    edition: Edition,
    badges: Sequence[int],
    variant: str,
    language: str,
    by: Person,
    now: datetime,
    reason: str = "",
) -> Paper | Batch:
    """The badges of these ids; those printed before need a reason, and keep their codes."""
    found = Badge.objects.filter(edition=edition, pk__in=list(badges), ended_at__isnull=True)
    known = list(found.values_list("pk", "prints"))
    if not known:
        raise NothingToPrint
    if any(prints for _badge, prints in known) and not reason.strip():
        raise ReprintNeedsReason
    asked = [badge for badge, _prints in known]
    if len(asked) <= AT_ONCE:
        return badges_paper(
            edition=edition,
            badges=asked,
            variant=variant,
            language=language,
            reason=reason,
            by=by,
            now=now,
        )
    return open_batch(
        work=BADGES,
        space=edition.space,
        language=language,
        title=named(gettext_noop("Badges, %(number)s"), language, len(asked)),
        wanted={"badges": asked, "variant": variant, "reason": reason},
        by=by,
        now=now,
    )


def print_sheets(
    *,
    edition: Edition,
    targets: Sequence[Target],
    blank_rows: int,
    minimal: bool,
    form: str,
    language: str,
    by: Person,
    now: datetime,
    everybody: bool = False,
) -> Paper | Batch:
    """Sheets of these sessions, days and routes, frozen as they are now."""
    if not targets:
        raise NothingToPrint
    sheets = make_sheets(
        edition=edition,
        targets=targets,
        blank_rows=blank_rows,
        minimal=minimal,
        everybody=everybody,
        now=now,
    )
    asked = [one.pk for one in sheets]
    if sum(len(one.people) for one in sheets) <= LINES_AT_ONCE and len(asked) <= AT_ONCE:
        return sheets_paper(
            edition=edition, sheets=asked, form=form, language=language, by=by, now=now
        )
    return open_batch(
        work=SHEETS,
        space=edition.space,
        language=language,
        title=named(gettext_noop("Sign-in sheets, %(number)s"), language, len(asked)),
        wanted={"sheets": asked, "form": form},
        by=by,
        now=now,
    )


def print_list(
    *,
    edition: Edition,
    category: int | None,
    district: str,
    form: str,
    language: str,
    by: Person,
    now: datetime,
) -> Paper | Batch:
    """The list of participants, or a part of it."""
    people = participants(edition, category=category, district=district).count()
    if people <= LINES_AT_ONCE:
        return list_paper(
            edition=edition,
            category=category,
            district=district,
            form=form,
            language=language,
            by=by,
            now=now,
        )
    return open_batch(
        work=LISTS,
        space=edition.space,
        language=language,
        title=named(gettext_noop("List of participants, %(number)s"), language, people),
        wanted={"category": category, "district": district, "form": form, "people": people},
        by=by,
        now=now,
    )


def named(title: str, language: str, number: int) -> str:
    """The title of a work in the language of its papers."""
    with override(language):
        return gettext(title) % {"number": number}

"""The account in words: its figures and tables as a paper says them, how each is counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rost.core.language import date_range_text, date_text, moment_text, number_text
from rost.documents.kinds.edition_account.content import EditionAccount, Table
from rost.forum.models import Edition
from rost.forum.queries.account import Account
from rost.forum.rules.account import Figures, Line

Number = int | str
RUSSIAN_TABLES = (2, 3)  # whose first column are names of categories and districts


def account_content(
    edition: Edition, account: Account, *, language: str, now: datetime
) -> EditionAccount:
    """Everything the account says, once for the page, the PDF and the spreadsheet."""
    with translation.override(language):
        local = now.astimezone(ZoneInfo(edition.timezone))
        return EditionAccount(
            event=edition.name,
            dates=date_range_text(edition.starts_on, edition.ends_on, language),
            place=edition.place,
            figures=tuple(figure_lines(account.figures, language)),
            tables=tables(account.figures, language),
            notes=(*standing(edition, account, language), *notes()),
            made_on=_("Made on %(moment)s") % {"moment": moment_text(local, language)},
        )


def figure_lines(figures: Figures, language: str) -> list[tuple[str, Number]]:
    papers = figures.certificates
    lines: list[tuple[str, Number]] = [
        (_("Invited by name"), figures.invited),
        (_("Registered, with a seat"), figures.registered),
        (_("of them guests registered at the door"), figures.guests),
        (_("On the waiting list"), figures.waiting),
        (pgettext("registrations", "Cancelled"), figures.cancelled),
        (_("Came"), figures.came),
    ]
    if figures.came_without_seat:
        lines.append((_("of them without a seat"), figures.came_without_seat))
    if figures.strangers:
        lines.append((_("Marked spare badges that belong to nobody"), figures.strangers))
    return [
        *lines,
        (_("Academic hours of all who came"), figures.hours),
        (_("Hours a person, on average"), number_text(figures.mean_hours, language, decimals=1)),
        (_("Certificates issued"), papers.issued),
        (_("of them in force"), papers.in_force),
        (_("of them revoked"), papers.revoked),
        (_("Certificates in force that were sent"), papers.sent),
        (_("Hours in certificates in force"), papers.hours),
    ]


def tables(figures: Figures, language: str) -> tuple[Table, ...]:
    return (
        days_table(figures, language),
        sessions_table(figures, language),
        lines_table(_("By category"), _("Category"), figures, figures.categories),
        lines_table(_("By district"), _("District or okrug"), figures, figures.districts),
    )


def days_table(figures: Figures, language: str) -> Table:
    return Table(
        title=_("By day"),
        columns=(_("Day"), _("Came")),
        rows=tuple((date_text(one.day, language, weekday=True), one.came) for one in figures.days),
        totals=(_("Different people in all"), figures.came),
        bars=(1,),
    )


def sessions_table(figures: Figures, language: str) -> Table:
    def named(one: tuple[str, str, str, str]) -> str:
        return " · ".join(part for part in one if part)

    return Table(
        title=_("By session"),
        columns=(pgettext("programme", "Session"), _("Seats"), _("Came"), _("Came, % of seats")),
        rows=tuple(
            (
                named((one.name, date_text(one.day, language, year=False), one.time, one.place)),
                dash(one.seats),
                one.came,
                dash(one.share),
            )
            for one in figures.sessions
        ),
        totals=(_("Visits in all"), "", sum(one.came for one in figures.sessions), ""),
        bars=(2,),
    )


def lines_table(title: str, first: str, figures: Figures, lines: Iterable[Line]) -> Table:
    """One line a district or category; the totals are those of the whole edition."""
    whole, papers = figures, figures.certificates
    return Table(
        title=title,
        columns=(
            first,
            _("Invited"),
            _("Registered"),
            _("Waiting"),
            pgettext("registrations", "Cancelled"),
            _("Came"),
            _("Hours"),
            _("Certificates"),
        ),
        rows=tuple(
            (
                one.name or _("Without a municipality"),
                one.invited,
                one.registered,
                one.waiting,
                one.cancelled,
                one.came,
                one.hours,
                one.certificates,
            )
            for one in lines
        ),
        totals=(
            _("In all"),
            whole.invited,
            whole.registered,
            whole.waiting,
            whole.cancelled,
            whole.came,
            whole.hours,
            papers.in_force - papers.of_removed,
        ),
        bars=(5,),
    )


def dash(number: int | None) -> Number:
    return "–" if number is None else number


def standing(edition: Edition, account: Account, language: str) -> list[str]:
    """Whether the figures agree, and whether they are of today or of before the destruction."""
    said = [] if account.faults else [agreement()]
    said += fault_lines(account, language)
    if account.frozen_at is not None:
        day = date_text(account.frozen_at.astimezone(ZoneInfo(edition.timezone)).date(), language)
        said.append(
            _(
                "The figures are as they were on %(day)s: after that the rows they were counted "
                "from were destroyed, because the term of keeping was over."
            )
            % {"day": day}
        )
    return said


def agreement() -> str:
    return _("All figures agree: counted twice, in two ways, from the same rows.")


def fault_lines(account: Account, language: str) -> list[str]:
    """Each disagreement as a sentence."""
    names, places = figure_names(), place_names(account.figures, language)
    return [
        FAULTS[one.check]()
        % {
            "what": names.get(one.what, one.what),
            "where": places.get(one.where, "") or names.get(one.where, one.where) or _("In all"),
            "expected": one.expected,
            "found": one.found,
            "number": one.number,
        }
        for one in account.faults
    ]


FAULTS: dict[str, Callable[[], str]] = {
    "recounted": lambda: _("%(where)s, «%(what)s»: %(found)s here, the rows come to %(expected)s."),
    "sum_of_districts": lambda: _(
        "«%(what)s»: %(expected)s in all, the districts add up to %(found)s."
    ),
    "sum_of_categories": lambda: _(
        "«%(what)s»: %(expected)s in all, the categories add up to %(found)s."
    ),
    "not_more": lambda: _(
        "%(where)s, «%(what)s»: %(found)s, which is more than the %(expected)s possible."
    ),
    "not_listed": lambda: _("%(where)s: %(expected)s registrations have no line in the table."),
    "absent_holders": lambda: _(
        "Certificates in force of people without a single mark: %(found)s. "
        "Revoke them or enter the missing marks."
    ),
    "other_hours": lambda: _(
        "Certificates in force with other hours than the marks: %(number)s. They say %(found)s, "
        "the marks come to %(expected)s. «Certificates», «Hours changed since» lists them."
    ),
    "two_in_force": lambda: _("Second certificates in force of the same people: %(found)s."),
}


def figure_names() -> dict[str, str]:
    return {
        "invited": _("Invited"),
        "registered": _("Registered"),
        "guests": _("Guests"),
        "waiting": _("Waiting"),
        "cancelled": pgettext("registrations", "Cancelled"),
        "came": _("Came"),
        "came_without_seat": _("Came without a seat"),
        "strangers": _("Marked spare badges that belong to nobody"),
        "hours": _("Hours"),
        "certificates": _("Certificates in force"),
        "issued": _("Certificates issued"),
        "revoked": _("Certificates revoked"),
        "sent": _("Certificates sent"),
        "certificate_hours": _("Hours in certificates in force"),
        "of_removed": _("Certificates of removed people"),
        "days": _("By day"),
    }


def place_names(figures: Figures, language: str) -> dict[str, str]:
    """What «district 80601000» and the like are called."""
    nameless = _("Without a municipality")
    return {
        **{f"day {one.day}": date_text(one.day, language) for one in figures.days},
        **{f"session {one.key}": one.name for one in figures.sessions},
        **{f"district {one.key}": one.name or nameless for one in figures.districts},
        **{f"category {one.key}": one.name for one in figures.categories},
    }


def notes() -> tuple[str, ...]:
    """How each figure is counted; docs/algorithms/account.md says it at length."""
    return (
        _("Invited: named invitations; the district is that of the home of the invited."),
        _(
            "Registered: registrations that hold a seat, waiting for confirmation or confirmed; "
            "guests registered at the door are among them."
        ),
        _(
            "Came: different people with at least one mark that was not voided, at any door or "
            "on a sign-in sheet; by day – with a mark on that day."
        ),
        _(
            "A session: people who were there long enough for it to count. Seats: those of the "
            "session, the hall or the bus, whichever are fewer."
        ),
        _(
            "Hours: whole hours of each person, by session (breaks do not count) or by day, as the "
            "forum counts them, then added up. The average is over those who came."
        ),
        _(
            "Certificates by district and category are those in force; a certificate of a person "
            "whose data were removed on request is counted in the total alone."
        ),
    )

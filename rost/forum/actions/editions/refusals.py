"""Why a change of an edition, its days or its places is refused."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from rost.ui.refusals import Refusal


class AddressTaken(Refusal):
    def __init__(self, slug: str) -> None:
        super().__init__(_("The address “%(slug)s” is taken. Choose another.") % {"slug": slug})


class DatesBackwards(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The last day is before the first. Mend the dates."))


class UnknownTimeZone(Refusal):
    def __init__(self) -> None:
        super().__init__(_("There is no such time zone. Choose one from the list."))


class HoursShared(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Nothing was saved: this forum counts hours by day, and without its hours of "
                "participation everybody would have none. Give their number, or first count by "
                "session: «Certificates», «Who is entitled and who signs». What you typed is below."
            )
        )


class DayOutside(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("This day is outside the dates of the forum. Mend the day or the forum's dates.")
        )


class DayTwice(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The forum has this day already. Choose another date."))


class DaysOverlap(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The hours run into another day of the forum. Mend the beginning or the end.")
        )


class HoursBackwards(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The end must be later than the beginning. Mend the times."))


class DayInUse(Refusal):
    def __init__(self, titles: Sequence[str]) -> None:
        self.titles = tuple(titles)
        super().__init__(
            _("The day has sessions, move them first: %(titles)s.") % {"titles": _listed(titles)}
        )


class DaysLeftOutside(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Some days of the forum would be outside these dates. Remove or move them first.")
        )


class HallInUse(Refusal):
    """A hall that sessions stand in cannot be deleted; it can be closed."""

    def __init__(self, titles: Sequence[str]) -> None:
        self.titles = tuple(titles)
        super().__init__(
            _(
                "The hall was not deleted: sessions stand in it (%(titles)s). Move them, or close "
                "the hall: it stays on its sessions and the warnings tell which to move."
            )
            % {"titles": _listed(titles)}
        )


class DoorsInUse(Refusal):
    """A hall or route whose door has a pass or a mark: presence is counted from them."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            _("Nothing was deleted: marks were taken or passes issued at its doors (%(doors)s).")
            % {"doors": _listed(names)}
        )


class RouteInUse(Refusal):
    def __init__(self, titles: Sequence[str]) -> None:
        self.titles = tuple(titles)
        super().__init__(
            _("The route was not deleted: sessions are on it (%(titles)s). Move them first.")
            % {"titles": _listed(titles)}
        )


class StopOutside(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The stop must be between the departure and the return of the bus. Mend its times.")
        )


class StopsLeftOutside(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Some stops would be before the departure or after the return. Mend the stops first.")
        )


def _listed(titles: Sequence[str]) -> str:
    return ", ".join(f"«{title}»" for title in titles)

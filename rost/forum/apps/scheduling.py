"""What scheduling declares: wishes and needs as personal data, solving as background work."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def declare_wishes() -> None:
    """Declared after the registrations, so that they are erased before them."""
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.forum.actions.scheduling import personal as data
    from rost.forum.queries.scheduling.wishes import wishes_of

    register_data_class(
        DataClass(
            name="forum.wishes",
            title=_("Wishes for the programme"),
            columns=(
                ("edition", _("Forum")),
                ("session", pgettext_lazy("programme", "Session")),
                ("wished", pgettext_lazy("wish", "Marked")),
            ),
            rows=wishes_of,
            erase=data.erase_wishes,
            expired=data.count_old_wishes,
            destroy=lambda before, now: data.destroy_old_wishes(before),
        )
    )


def declare_speaker_needs() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.forum.actions.scheduling import personal as data
    from rost.forum.queries.scheduling.wishes import speaker_needs_of

    register_data_class(
        DataClass(
            name="forum.speaker_needs",
            title=_("Needs of speakers"),
            columns=(
                ("edition", _("Forum")),
                ("timezone", _("Time zone")),
                ("hours", _("Hours of the own day")),
                ("longest_day", _("Longest day, minutes")),
                ("dropped", _("Does not come since")),
            ),
            rows=speaker_needs_of,
            erase=data.erase_speaker_needs,
            expired=data.count_old_speaker_needs,
            destroy=lambda before, now: data.destroy_old_speaker_needs(before),
        )
    )


def declare_solving() -> None:
    """Computations name people by number only; they go with the rest of an old forum."""
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.documents.queries.works import Work, register_work
    from rost.forum.actions.scheduling import WORK, run_solving
    from rost.forum.actions.scheduling import personal as data
    from rost.forum.rules import may_see_solving

    register_work(
        Work(WORK, _("Solving the programme"), run_solving, may_see_solving, queue="long")
    )
    register_data_class(
        DataClass(
            name="forum.solvings",
            title=_("Computations of programmes"),
            columns=(),
            rows=lambda person: (),
            erase=lambda person, now: 0,
            expired=data.count_old_solvings,
            destroy=lambda before, now: data.destroy_old_solvings(before),
        )
    )

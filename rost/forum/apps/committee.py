"""What the programme committee and the vote declare: the personal data they keep."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def declare_reviews() -> None:
    """Declared after the registrations, so that all of it is erased before them."""
    from rost.directory.queries.personal_data import (
        DataClass,
        name_register,
        register_data_class,
    )
    from rost.forum.actions.committee import personal as data
    from rost.forum.queries.committee import personal as kept

    name_register("forum.projects", _("Projects, their authors and reviews"))
    register_data_class(
        DataClass(
            name="forum.reviews",
            title=_("Reviews of projects"),
            columns=(
                ("edition", _("Forum")),
                ("project", _("Project")),
                ("marks", pgettext_lazy("review", "Marks")),
                ("advice", _("Advice")),
                ("to_committee", _("To the committee")),
                ("to_author", _("To the author")),
                ("declared", _("Said to have no conflict")),
                ("sent", pgettext_lazy("registration", "Sent")),
            ),
            rows=kept.reviews_of,
            erase=data.erase_reviews,
            expired=data.count_old_reviews,
            destroy=data.destroy_old_reviews,
        )
    )
    register_data_class(
        DataClass(
            name="forum.conflicts",
            title=_("Conflicts of interests"),
            columns=(
                ("edition", _("Forum")),
                ("project", _("Project")),
                ("kind", _("What kind of conflict")),
                ("words", _("Words")),
                ("declared", pgettext_lazy("conflict", "Declared")),
            ),
            rows=kept.conflicts_kept,
            erase=data.erase_conflicts,
            expired=data.count_old_conflicts,
            destroy=data.destroy_old_conflicts,
        )
    )


def declare_decisions() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.forum.actions.committee import personal as data
    from rost.forum.queries.committee import personal as kept

    register_data_class(
        DataClass(
            name="forum.decisions",
            title=_("Decisions about projects"),
            columns=(
                ("edition", _("Forum")),
                ("project", _("Project")),
                ("state", _("Decision")),
                ("at", _("When")),
            ),
            rows=kept.decisions_by,
            erase=data.erase_decisions,
            expired=data.count_old_decisions,
            destroy=data.destroy_old_decisions,
        )
    )
    register_data_class(
        DataClass(
            name="forum.votes",
            title=_("Votes for projects"),
            columns=(
                ("edition", _("Forum")),
                ("project", _("Project")),
                ("at", _("When")),
            ),
            rows=kept.votes_of,
            erase=data.erase_votes,
            expired=data.count_old_votes,
            destroy=data.destroy_old_votes,
        )
    )

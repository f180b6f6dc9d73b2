"""What the call declares: projects as personal data, their places, the reminder of closing."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def declare_call() -> None:
    """Declared before the reviews and votes of projects, so that projects are erased after them."""
    from rost.directory.queries.carrying import Carrier, register_carrier
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.directory.queries.recurring import Recurring, register_recurring
    from rost.forum.actions.call import carrying, personal, remind_of_closing
    from rost.forum.queries.call.carrying import count_projects
    from rost.forum.queries.call.personal import projects_about

    register_data_class(
        DataClass(
            name="forum.projects",
            title=_("Projects offered for the stage"),
            columns=(
                ("edition", _("Forum")),
                ("title", _("Name of the project")),
                ("part", _("Part")),
                ("status", _("Status")),
                ("contact", _("Whom to ask")),
                ("sent", pgettext_lazy("project", "Sent")),
            ),
            rows=projects_about,
            erase=personal.erase_projects,
            expired=personal.count_old_projects,
            destroy=personal.destroy_old_projects,
        )
    )
    register_carrier(
        Carrier(
            name="forum.projects",
            title=_("Projects offered to forums to come"),
            count=count_projects,
            lock=carrying.lock_projects,
            carry=carrying.carry_projects,
        )
    )
    register_recurring(
        Recurring(
            name="forum.call_closing",
            every=timedelta(hours=1),
            run=remind_of_closing,
            title=_("Reminders of drafts before a call closes"),
        )
    )

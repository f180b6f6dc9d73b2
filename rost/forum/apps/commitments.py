"""What commitments declare: personal data, places that merge, recurring reminders."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def declare_commitments() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.forum.actions import commitments as actions
    from rost.forum.queries.commitments import commitments_of

    register_data_class(
        DataClass(
            name="forum.commitments",
            title=_("Commitments made at forums"),
            columns=(
                ("edition", _("Forum")),
                ("text", pgettext_lazy("commitment", "What was promised")),
                ("due", pgettext_lazy("commitment", "By")),
                ("state", _("State")),
                ("answered", pgettext_lazy("commitment", "Answered")),
                ("words", _("Words")),
                ("result", pgettext_lazy("commitment", "Result")),
            ),
            rows=commitments_of,
            erase=actions.erase,
            expired=actions.count_old,
            destroy=actions.destroy_old,
        )
    )


def declare_promised_places() -> None:
    from rost.directory.queries.carrying import Carrier, register_carrier
    from rost.forum.actions.commitments import carrying
    from rost.forum.queries.commitments.places import count_unclosed

    register_carrier(
        Carrier(
            name="forum.commitments",
            title=_("Commitments that are not closed"),
            count=count_unclosed,
            lock=lambda on: None,
            carry=carrying.carry_to_successor,
        )
    )


def declare_reminders() -> None:
    from datetime import timedelta

    from rost.directory.queries.recurring import Recurring, register_recurring
    from rost.forum.actions.commitments import remind

    register_recurring(
        Recurring(
            "forum.commitments",
            timedelta(hours=1),
            remind,
            _("Reminders of commitments"),
        )
    )

"""The hall as an app: what it declares to the rooms below."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class LiveConfig(AppConfig):
    name = "rost.live"
    label = "live"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Data are erased in the order opposite to this one."""
        declare_devices()
        declare_questions()
        declare_answers()
        declare_reminders()


def declare_devices() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.live.actions import personal as data
    from rost.live.queries.personal import device_rows

    register_data_class(
        DataClass(
            name="live.devices",
            title=_("Telephones in the hall"),
            columns=(
                ("edition", _("Forum")),
                ("seen", _("First seen")),
                ("votes", _("Votes for questions")),
                ("polls", _("Answers to polls")),
            ),
            rows=device_rows,
            erase=data.erase_devices,
            expired=data.count_old_devices,
            destroy=data.destroy_old_devices,
        )
    )


def declare_questions() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.live.actions import personal as data
    from rost.live.queries.personal import question_rows

    register_data_class(
        DataClass(
            name="live.questions",
            title=_("Questions from the hall"),
            columns=(
                ("edition", _("Forum")),
                ("session", pgettext_lazy("programme", "Session")),
                ("asked", _("When")),
                ("text", _("The question")),
                ("name", _("The name under it")),
                ("state", pgettext_lazy("hall question", "Where it stands")),
                ("answer", _("Answer in writing")),
            ),
            rows=question_rows,
            erase=data.erase_questions,
            expired=data.count_old_questions,
            destroy=data.destroy_old_questions,
        )
    )


def declare_answers() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.live.actions import personal as data
    from rost.live.queries.personal import written_rows

    register_data_class(
        DataClass(
            name="live.answers",
            title=_("Answers to the hall in writing"),
            columns=(
                ("edition", _("Forum")),
                ("session", pgettext_lazy("programme", "Session")),
                ("question", _("The question")),
                ("due", _("By when")),
                ("answer", _("Answer in writing")),
            ),
            rows=written_rows,
            erase=data.erase_owner,
        )
    )


def declare_reminders() -> None:
    from rost.directory.queries.recurring import Recurring, register_recurring
    from rost.live.actions.reminding import remind

    register_recurring(
        Recurring(
            "live.answers",
            timedelta(hours=1),
            remind,
            _("Reminders about answers to the hall in writing"),
        )
    )

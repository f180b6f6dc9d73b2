from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChannelsConfig(AppConfig):
    name = "rost.channels"
    label = "channels"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from datetime import timedelta

        from rost.channels import actions, queries, tasks
        from rost.directory.queries.personal_data import (
            DataClass,
            name_register,
            register_data_class,
        )
        from rost.directory.queries.recurring import Recurring, register_recurring

        register_recurring(
            Recurring(
                "channels.lost",
                timedelta(minutes=15),
                lambda now: tasks.resume_lost(now=now),
                _("Letters lost on their way, back into the queue"),
            )
        )
        name_register("channels.outbox", _("Outbox"))
        register_data_class(
            DataClass(
                name="channels.messages",
                title=_("Messages"),
                columns=(
                    ("at", _("When")),
                    ("subject", _("Subject")),
                    ("text", _("Text")),
                    ("address", _("Address")),
                ),
                rows=queries.message_rows,
                erase=actions.erase_messages,
                expired=queries.expired_messages,
                destroy=lambda before, now: actions.destroy_messages(before),
            )
        )

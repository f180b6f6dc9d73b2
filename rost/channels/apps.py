from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChannelsConfig(AppConfig):
    name = "rost.channels"
    label = "channels"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from rost.channels import actions, queries
        from rost.directory.queries.personal_data import DataClass, register_data_class

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

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "rost.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declares the personal data and the registers of people that the directory keeps."""
        from rost.directory.actions.classes import CLASSES
        from rost.directory.queries.personal_data import name_register, register_data_class

        name_register("directory.people", _("People"))
        name_register("directory.codes", _("Codes to sign in"))
        name_register("directory.access", _("Access to personal data"))
        for one in CLASSES:
            register_data_class(one)
        declare_recurring()


def declare_recurring() -> None:
    """Only counted: destroying what is past its term stays a person's decision."""
    from datetime import timedelta

    from rost.directory.queries.recurring import Recurring, register_recurring
    from rost.directory.queries.retention import rows_past_term

    register_recurring(
        Recurring(
            "directory.retention",
            timedelta(days=1),
            rows_past_term,
            _("Counting what is past its term of keeping"),
        )
    )

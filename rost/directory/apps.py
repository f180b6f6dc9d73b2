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
        declare_figures()


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


def declare_figures() -> None:
    """What a merge does with figures of places; their stamp moves with every change."""
    from django.db.models.signals import post_migrate, pre_migrate

    from rost.directory.actions.indicators.carrying import carry_figures, lock_nothing
    from rost.directory.adapters.figures import unwatch_figures, watch_figures
    from rost.directory.queries.carrying import Carrier, register_carrier
    from rost.directory.queries.indicators.carrying import count_figures

    register_carrier(
        Carrier(
            name="directory.figures",
            title=_("Figures of places"),
            count=count_figures,
            lock=lock_nothing,
            carry=carry_figures,
        )
    )
    pre_migrate.connect(unwatch_figures, dispatch_uid="unwatch figures of places")
    post_migrate.connect(watch_figures, dispatch_uid="watch figures of places")

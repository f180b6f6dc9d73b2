from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CatalogueConfig(AppConfig):
    name = "rost.catalogue"
    label = "catalogue"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Who finds which card is personal data; cards follow their places and their rooms."""
        declare_readers()
        declare_places()
        declare_check()


def declare_readers() -> None:
    from rost.catalogue.actions.personal import erase_readers
    from rost.catalogue.queries.personal import readings_kept
    from rost.directory.queries.personal_data import DataClass, register_data_class

    register_data_class(
        DataClass(
            name="catalogue.readers",
            title=_("Unpublished pages you can find"),
            columns=(("title", _("Title")),),
            rows=readings_kept,
            erase=erase_readers,
        )
    )


def declare_places() -> None:
    from rost.catalogue.actions import carrying
    from rost.catalogue.queries.carrying import count_cards
    from rost.directory.queries.carrying import Carrier, register_carrier

    register_carrier(
        Carrier(
            name="catalogue.cards",
            title=pgettext_lazy("catalogue", "Cards of the search"),
            count=count_cards,
            lock=carrying.lock_nothing,
            carry=carrying.carry_cards,
        )
    )


def declare_check() -> None:
    from rost.catalogue.actions.reconciling import reconcile
    from rost.directory.queries.recurring import Recurring, register_recurring

    register_recurring(
        Recurring(
            name="catalogue.cards",
            every=timedelta(days=1),
            run=lambda now: reconcile(now=now),
            title=_("Cards of the search compared with their sources"),
        )
    )

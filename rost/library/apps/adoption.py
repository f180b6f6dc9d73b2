"""What adoptions declare: personal data, places that merge, reminders, cards, words."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def declare_adoptions() -> None:
    from rost.catalogue.queries.things import Source, register_source
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.library.actions.adoption import personal
    from rost.library.queries.adoption import cards
    from rost.library.queries.adoption.personal import adoptions_kept

    register_data_class(
        DataClass(
            name="library.adoptions",
            title=_("Practices repeated"),
            columns=(
                ("title", pgettext_lazy("library", "Practice")),
                ("municipality", _("Municipality")),
                ("state", pgettext_lazy("practice", "State")),
                ("began", pgettext_lazy("practice", "Begun")),
                ("basis", _("Basis")),
                ("contact", _("Whom to call")),
                ("agreed", _("Agreed")),
            ),
            rows=adoptions_kept,
            erase=personal.erase,
            expired=personal.count_old,
            destroy=personal.destroy_old,
        )
    )
    register_source(Source(cards.KIND, cards.things))


def declare_adopted_places() -> None:
    from rost.directory.queries.carrying import Carrier, register_carrier
    from rost.library.actions.adoption import carrying

    register_carrier(
        Carrier(
            name="library.adoptions",
            title=_("Practices repeated"),
            count=carrying.count_adoptions,
            lock=carrying.lock_nothing,
            carry=carrying.carry_adoptions,
        )
    )


def declare_adoption_reminders() -> None:
    from rost.directory.queries.recurring import Recurring, register_recurring
    from rost.library.actions.adoption import remind

    register_recurring(
        Recurring(
            "library.adoptions",
            timedelta(hours=1),
            remind,
            _("Reminders of repeated practices"),
        )
    )

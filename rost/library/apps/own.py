"""What the authors' side declares: practices as personal data, and their places."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def declare_practices() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.library.actions.own import erasing
    from rost.library.queries.practices import practices_kept

    register_data_class(
        DataClass(
            name="library.practices",
            title=pgettext_lazy("library", "Practices"),
            columns=(
                ("title", _("Title")),
                ("municipality", _("Municipality")),
                ("state", pgettext_lazy("practice", "State")),
                ("contact", _("Whom to ask")),
                ("began", pgettext_lazy("practice", "Begun")),
                ("saved", pgettext_lazy("practice", "Saved")),
            ),
            rows=practices_kept,
            erase=erasing.erase_practices,
            expired=erasing.count_old_drafts,
            destroy=erasing.destroy_old_drafts,
        )
    )


def declare_places() -> None:
    from rost.directory.queries.carrying import Carrier, register_carrier
    from rost.library.actions import carrying
    from rost.library.queries.carrying import count_practices

    register_carrier(
        Carrier(
            name="library.practices",
            title=pgettext_lazy("library", "Practices"),
            count=count_practices,
            lock=carrying.lock_nothing,
            carry=carrying.carry_practices,
        )
    )


def declare_cards() -> None:
    from rost.catalogue.queries.things import Source, register_source
    from rost.catalogue.rules import register_right
    from rost.library.queries.cards import things
    from rost.library.rules import REVIEW_PRACTICES

    register_right(REVIEW_PRACTICES)

    register_source(Source(kind="practice", things=things))

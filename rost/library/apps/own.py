"""What the authors' side declares: practices as personal data, and their places."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def declare_practices() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.library.actions.practices import erase_practices
    from rost.library.queries.practices import practices_kept

    register_data_class(
        DataClass(
            name="library.practices",
            title=pgettext_lazy("library", "Practices"),
            columns=(
                ("title", _("Title")),
                ("municipality", _("Municipality")),
                ("state", pgettext_lazy("practice", "State")),
                ("began", pgettext_lazy("practice", "Begun")),
                ("saved", pgettext_lazy("practice", "Saved")),
            ),
            rows=practices_kept,
            erase=erase_practices,
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

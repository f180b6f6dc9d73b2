"""What reviews declare: personal data, reminders."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def declare_reviews() -> None:
    """After the practices, so that a person's reviews are erased before their practices."""
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.library.actions.reviews import personal as data
    from rost.library.queries.reviews.personal import reviews_kept

    register_data_class(
        DataClass(
            name="library.reviews",
            title=_("Reviews of practices"),
            columns=(
                ("practice", _("Practice")),
                ("decision", _("Decision")),
                ("words", _("Words")),
                ("taken", pgettext_lazy("review", "Taken")),
                ("decided", pgettext_lazy("review", "Decided")),
            ),
            rows=reviews_kept,
            erase=data.erase_reviews,
            expired=data.count_old_reviews,
            destroy=data.destroy_old_reviews,
        )
    )


def declare_review_reminders() -> None:
    from datetime import timedelta

    from rost.directory.queries.recurring import Recurring, register_recurring
    from rost.library.actions.reviews.reminding import remind_reviews

    register_recurring(
        Recurring(
            "library.reviews",
            timedelta(hours=1),
            remind_reviews,
            _("Reminders of reviews and seals"),
        )
    )

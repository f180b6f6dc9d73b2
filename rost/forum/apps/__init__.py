"""The forum as an app: what it declares to the rooms below."""

from django.apps import AppConfig

from .attendance import (
    declare_certificates,
    declare_feedback,
    declare_marks,
    declare_papers,
    declare_printing,
)
from .call import declare_call
from .cards import declare_cards
from .commitments import declare_commitments, declare_promised_places, declare_reminders
from .committee import declare_decisions, declare_reviews
from .programme import declare_contributions, declare_places, declare_spaces
from .registration import declare_invitations, declare_registrations
from .scheduling import declare_solving, declare_speaker_needs, declare_wishes


class ForumConfig(AppConfig):
    name = "rost.forum"
    label = "forum"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declares the personal data that the forum keeps, and its editions as spaces of roles.

        Data are erased in the order opposite to this one.
        """
        declare_spaces()
        declare_places()
        declare_contributions()
        declare_registrations()
        declare_invitations()
        declare_feedback()
        declare_papers()
        declare_marks()
        declare_certificates()
        declare_printing()
        declare_wishes()
        declare_speaker_needs()
        declare_solving()
        declare_commitments()
        declare_promised_places()
        declare_reminders()
        declare_call()
        declare_reviews()
        declare_decisions()
        declare_cards()

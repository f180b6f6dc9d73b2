"""The library as an app: what it declares to the rooms below."""

from django.apps import AppConfig

from .adoption import declare_adopted_places, declare_adoption_reminders, declare_adoptions
from .own import declare_cards, declare_places, declare_practices
from .reviews import declare_review_reminders, declare_reviews


class LibraryConfig(AppConfig):
    name = "rost.library"
    label = "library"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Personal data that the library keeps, and what goes on in a merge of municipalities.

        Data are erased in the order opposite to this one.
        """
        declare_cards()
        declare_practices()
        declare_places()
        declare_adoptions()
        declare_adopted_places()
        declare_adoption_reminders()
        declare_reviews()
        declare_review_reminders()

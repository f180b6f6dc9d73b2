from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ForumConfig(AppConfig):
    name = "rost.forum"
    label = "forum"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declares the personal data that the forum keeps."""
        declare_contributions()


def declare_contributions() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.forum.actions.approval import forget_person
    from rost.forum.queries.contributions import contributions_of

    register_data_class(
        DataClass(
            name="forum.contributions",
            title=_("Parts in forum programmes"),
            columns=(
                ("edition", _("Forum")),
                ("session", pgettext_lazy("programme", "Session")),
                ("part", _("Part")),
                ("post", _("Post")),
                ("topic", _("Topic")),
            ),
            rows=contributions_of,
            erase=forget_person,
        )
    )

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "rost.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from rost.portal.adapters.revision import watch_public_tables
        from rost.portal.queries.my_page import sees_desk
        from rost.ui.menu import add_entry

        post_migrate.connect(watch_public_tables, dispatch_uid="watch public tables")
        add_entry(
            "forum:editions",
            _("Forum"),
            shown=lambda visitor: True,
            here=lambda path: path.startswith("/forum/") and "/desk/" not in path,
        )
        add_entry(
            "forum:desk",
            _("Desk"),
            shown=sees_desk,
            here=lambda path: path.startswith("/forum/") and "/desk/" in path,
        )

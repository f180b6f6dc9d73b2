from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PortalConfig(AppConfig):
    name = "rost.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from rost.portal.adapters.revision import watch_public_tables

        post_migrate.connect(watch_public_tables, dispatch_uid="watch public tables")

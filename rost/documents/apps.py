from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DocumentsConfig(AppConfig):
    name = "rost.documents"
    label = "documents"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declares the personal data that papers keep."""
        declare_documents()
        declare_work()


def declare_documents() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.documents.actions import keeping
    from rost.documents.queries import keeping as kept

    register_data_class(
        DataClass(
            name="documents.documents",
            title=_("Issued documents"),
            columns=(
                ("kind", pgettext_lazy("document", "Document")),
                ("number", _("Number")),
                ("event", pgettext_lazy("document", "Event")),
                ("name", _("Full name")),
                ("issued", pgettext_lazy("document", "Issued")),
                ("revoked", pgettext_lazy("document", "Revoked")),
                ("content", _("What it says")),
            ),
            rows=kept.documents_kept,
            erase=keeping.erase_documents,
            expired=lambda before: kept.old_documents(before).count(),
            destroy=keeping.destroy_documents,
        )
    )


def declare_work() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.documents.actions import keeping
    from rost.documents.queries import keeping as kept

    register_data_class(
        DataClass(
            name="documents.batches",
            title=_("Files made in the background"),
            columns=(
                ("at", _("When")),
                ("title", _("What")),
                ("state", _("State")),
                ("rows", _("Lines")),
            ),
            rows=kept.batches_kept,
            erase=keeping.erase_batches,
            expired=lambda before: kept.old_batches(before).count(),
            destroy=keeping.destroy_batches,
        )
    )
    register_data_class(
        DataClass(
            name="documents.handling",
            title=_("Log of printing and sending"),
            columns=(
                ("at", _("When")),
                ("act", _("What was done")),
                ("kind", pgettext_lazy("document", "Document")),
                ("number", _("Number")),
                ("rows", _("Lines")),
                ("reason", _("Reason")),
            ),
            rows=kept.handling_kept,
            erase=keeping.erase_handling,
            expired=lambda before: kept.old_handling(before).count(),
            destroy=keeping.destroy_handling,
        )
    )

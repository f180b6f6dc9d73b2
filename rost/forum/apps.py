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
        declare_registrations()
        declare_registrations()


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


def declare_registrations() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.forum.actions import registration_data as data
    from rost.forum.queries.registration_data import invitations_of_person, registrations_of

    register_data_class(
        DataClass(
            name="forum.registrations",
            title=_("Registrations to forums"),
            columns=(
                ("edition", _("Forum")),
                ("status", _("Status")),
                ("category", _("Category")),
                ("post", _("Post")),
                ("answers", _("Answers")),
                ("agenda", _("My agenda")),
                ("sent", _("Sent")),
                ("registered_by", _("Registered by")),
                ("basis", _("Basis")),
            ),
            rows=registrations_of,
            erase=data.erase_registrations,
            expired=data.count_old_registrations,
            destroy=data.destroy_old_registrations,
        )
    )
    register_data_class(
        DataClass(
            name="forum.invitations",
            title=_("Invitations to forums"),
            columns=(
                ("edition", _("Forum")),
                ("category", _("Category")),
                ("issued", _("Issued")),
                ("printed", _("Printed")),
            ),
            rows=invitations_of_person,
            erase=data.erase_invitations,
            expired=data.count_old_invitations,
            destroy=data.destroy_old_invitations,
        )
    )


def declare_registrations() -> None:
    """Agendas go with their registrations; windows of availability with the contributions."""
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.forum.actions import forgetting
    from rost.forum.queries import kept

    edition, when = ("edition", _("Forum")), ("at", _("When"))
    register_data_class(
        DataClass(
            name="forum.registrations",
            title=_("Registrations at forums"),
            columns=(
                edition,
                ("category", _("Category")),
                ("municipality", _("Municipality")),
                ("post", _("Post")),
                ("state", _("State")),
                when,
                ("answers", _("Answers")),
                ("basis", _("Basis")),
            ),
            rows=kept.registrations_of,
            erase=forgetting.forget_registrations,
            expired=lambda before: kept.old_registrations(before).count(),
            destroy=forgetting.destroy_registrations,
        )
    )
    register_data_class(
        DataClass(
            name="forum.agenda",
            title=_("My agenda"),
            columns=(
                edition,
                ("session", pgettext_lazy("programme", "Session")),
                ("state", _("State")),
                when,
            ),
            rows=kept.agenda_of,
            erase=lambda person, now: 0,
        )
    )
    register_data_class(
        DataClass(
            name="forum.invitations",
            title=_("Paper invitations"),
            columns=(
                edition,
                ("category", _("Category")),
                ("issued", _("Issued")),
                ("printed", _("Printed")),
            ),
            rows=kept.invitations_of,
            erase=forgetting.forget_invitations,
            expired=lambda before: kept.old_invitations(before).count(),
            destroy=forgetting.destroy_invitations,
        )
    )
    register_data_class(
        DataClass(
            name="forum.availability",
            title=_("When I can take part"),
            columns=(edition, ("from", _("From")), ("to", _("Until"))),
            rows=kept.availability_of,
            erase=lambda person, now: 0,
        )
    )

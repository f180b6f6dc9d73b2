"""What registration declares: the personal data it keeps."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def declare_registrations() -> None:
    from rost.directory.queries.personal_data import (
        DataClass,
        name_register,
        register_data_class,
    )
    from rost.forum.actions import registration_data as data
    from rost.forum.actions.totals import freeze_over
    from rost.forum.queries.registration_data import registrations_of

    name_register("forum.districts", _("Registrations by district"))
    name_register("forum.people", _("People of the programme"))
    name_register("forum.people.search", _("Search for people of the programme"))
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
                ("sent", pgettext_lazy("registration", "Sent")),
                ("registered_by", _("Registered by")),
                ("basis", _("Basis")),
            ),
            rows=registrations_of,
            erase=data.erase_registrations,
            expired=data.count_old_registrations,
            destroy=lambda before, now: data.destroy_old_registrations(before),
            prepare=freeze_over,
        )
    )


def declare_invitations() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.forum.actions import registration_data as data
    from rost.forum.actions.totals import freeze_over
    from rost.forum.queries.registration_data import invitations_of_person

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
            destroy=lambda before, now: data.destroy_old_invitations(before),
            prepare=freeze_over,
        )
    )

"""What the programme declares: spaces of roles, places, parts of people."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def declare_spaces() -> None:
    from rost.directory.queries.spaces import SpaceKind, register_spaces
    from rost.forum.queries.editions import edition_spaces

    register_spaces(SpaceKind("forum.edition", _("Forums"), edition_spaces))


def declare_places() -> None:
    from rost.directory.queries.carrying import Carrier, register_carrier
    from rost.forum.actions import carrying
    from rost.forum.queries.carrying import count_on_places

    register_carrier(
        Carrier(
            name="forum.places",
            title=_("Registrations, quotas and routes of forums to come"),
            count=count_on_places,
            lock=carrying.lock_editions,
            carry=carrying.carry_places,
        )
    )


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

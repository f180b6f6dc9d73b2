"""The classes of personal data that the directory keeps; the profile first, to be erased last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rost.directory.actions import erasing, expiry
from rost.directory.queries import kept
from rost.directory.queries.personal_data import DataClass


def counting(query: Callable[[datetime], QuerySet[Any]]) -> Callable[[datetime], int]:
    return lambda before: query(before).count()


since, until, basis = ("from", _("From")), ("to", _("Until")), ("basis", _("Basis"))
rows, when = ("rows", _("Lines")), ("at", _("When"))

CLASSES = (
    DataClass(
        name="directory.profile",
        title=_("Personal details"),
        columns=(
            ("name", _("Full name")),
            ("email", _("E-mail address")),
            ("phone", _("Telephone")),
            ("language", _("Language")),
            ("home", _("Municipality")),
            ("created", _("Kept since")),
            ("by", _("Entered by")),
            basis,
        ),
        rows=kept.profile_of,
        erase=erasing.erase_profile,
        expired=counting(kept.idle_people),
        destroy=expiry.destroy_idle_people,
    ),
    DataClass(
        name="directory.unconfirmed",
        title=_("Accounts whose address was never confirmed"),
        columns=(),
        rows=kept.nothing,
        erase=erasing.erase_nothing,
        expired=counting(kept.unconfirmed_people),
        destroy=expiry.destroy_unconfirmed_people,
    ),
    DataClass(
        name="directory.names",
        title=_("How the name is declined"),
        columns=(
            ("case", _("Case")),
            ("text", _("Full name")),
            when,
            ("by", _("Entered by")),
        ),
        rows=kept.names_of,
        erase=erasing.erase_names,
    ),
    DataClass(
        name="directory.posts",
        title=_("Posts"),
        columns=(("title", _("Post")), ("where", _("Where")), since, until, basis),
        rows=kept.posts_of,
        erase=erasing.erase_posts,
    ),
    DataClass(
        name="directory.roles",
        title=_("Roles on the platform"),
        columns=(("role", _("Role")), ("where", _("Where")), since, until, basis),
        rows=kept.roles_of,
        erase=erasing.erase_roles,
    ),
    DataClass(
        name="directory.consents",
        title=_("Consents"),
        columns=(
            ("purpose", _("Purpose")),
            ("field", _("Which data")),
            ("version", _("Version of the text")),
            ("given", _("Given")),
            ("withdrawn", _("Withdrawn")),
            ("by", _("Entered by")),
            basis,
        ),
        rows=kept.consents_kept,
        erase=erasing.erase_consents,
        expired=counting(kept.withdrawn_consents),
        destroy=expiry.destroy_consents,
    ),
    DataClass(
        name="directory.ways_in",
        title=_("Ways to sign in"),
        columns=(("kind", _("Kind")), ("name", _("Which")), ("since", _("Since"))),
        rows=kept.ways_in_of,
        erase=erasing.erase_ways_in,
    ),
    DataClass(
        name="directory.keys",
        title=_("Links and codes to sign in"),
        columns=(
            ("kind", _("Kind")),
            ("issued", _("Issued")),
            ("expires", _("Until")),
            ("used", _("Used")),
            ("revoked", _("Revoked")),
        ),
        rows=kept.keys_of,
        erase=erasing.erase_keys,
        expired=counting(kept.spent_keys),
        destroy=expiry.destroy_keys,
    ),
    DataClass(
        name="directory.sessions",
        title=_("Devices signed in"),
        columns=(("device", _("Device")), ("address", _("Network address")), ("since", _("Since"))),
        rows=kept.sessions_kept,
        erase=erasing.erase_sessions,
        expired=counting(kept.old_sessions),
        destroy=expiry.destroy_sessions,
    ),
    DataClass(
        name="directory.access",
        title=_("Registers opened and exported"),
        columns=(
            when,
            ("act", _("What was done")),
            ("register", _("Which register")),
            ("about", _("Which part")),
            rows,
        ),
        rows=kept.access_by,
        erase=erasing.erase_access,
        expired=counting(kept.old_access),
        destroy=expiry.destroy_access,
    ),
    DataClass(
        name="directory.imports",
        title=_("Lists sent"),
        columns=(
            when,
            ("file", _("File")),
            ("good", _("Good lines")),
            ("bad", _("Lines with mistakes")),
            ("applied", _("Applied")),
        ),
        rows=kept.imports_by,
        erase=erasing.erase_imports,
        expired=counting(kept.old_imports),
        destroy=expiry.destroy_imports,
    ),
    DataClass(
        name="directory.figures",
        title=_("Figures told about a place"),
        columns=(
            ("place", _("Municipality")),
            ("indicator", _("Indicator")),
            ("year", _("Year")),
            when,
        ),
        rows=kept.figures_told_by,
        erase=erasing.erase_figures,
    ),
    DataClass(
        name="directory.acts",
        title=_("Acts of destruction"),
        columns=(),
        rows=kept.nothing,
        erase=erasing.erase_nothing,
        expired=counting(kept.old_acts),
        destroy=expiry.destroy_acts,
    ),
)

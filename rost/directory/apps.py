"""The directory, and the classes of personal data it keeps."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "rost.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from rost.directory.queries.personal_data import (
            DataClass,
            name_register,
            register_data_class,
        )

        name_register("directory.people", _("People"))
        name_register("directory.codes", _("Codes to sign in"))
        for name, title, columns, rows, erase, *term in (*about_people(), *about_doings()):
            expired, destroy = term or (None, None)
            counted = counting(expired) if expired else None
            register_data_class(
                DataClass(f"directory.{name}", title, columns, rows, erase, counted, destroy)
            )


def counting(query: Any) -> Any:
    return lambda before: query(before).count()


def about_people() -> tuple[Any, ...]:
    """Who a person is here. The profile comes first: it is erased last."""
    from rost.directory.actions import erasing, expiry
    from rost.directory.queries import kept

    since, until, basis = ("from", _("From")), ("to", _("Until")), ("basis", _("Basis"))
    return (
        (
            "profile",
            _("Personal details"),
            (
                ("name", _("Full name")),
                ("email", _("E-mail address")),
                ("phone", _("Telephone")),
                ("language", _("Language")),
                ("home", _("Municipality")),
                ("created", _("Kept since")),
                ("by", _("Entered by")),
                basis,
            ),
            kept.profile_of,
            erasing.erase_profile,
            kept.idle_people,
            expiry.destroy_idle_people,
        ),
        (
            "unconfirmed",
            _("Accounts whose address was never confirmed"),
            (),
            kept.nothing,
            erasing.erase_nothing,
            kept.unconfirmed_people,
            expiry.destroy_unconfirmed_people,
        ),
        (
            "posts",
            _("Posts"),
            (("title", _("Post")), ("where", _("Where")), since, until, basis),
            kept.posts_of,
            erasing.erase_posts,
        ),
        (
            "roles",
            _("Roles on the platform"),
            (("role", _("Role")), ("where", _("Where")), since, until, basis),
            kept.roles_of,
            erasing.erase_roles,
        ),
        (
            "consents",
            _("Consents"),
            (
                ("purpose", _("Purpose")),
                ("field", _("Which data")),
                ("version", _("Version of the text")),
                ("given", _("Given")),
                ("withdrawn", _("Withdrawn")),
                ("by", _("Entered by")),
                basis,
            ),
            kept.consents_kept,
            erasing.erase_consents,
            kept.withdrawn_consents,
            expiry.destroy_consents,
        ),
    )


def about_doings() -> tuple[Any, ...]:
    """How a person comes in and what is noted of what they do."""
    from rost.directory.actions import erasing, expiry
    from rost.directory.queries import kept

    rows, when = ("rows", _("Lines")), ("at", _("When"))
    return (
        (
            "ways_in",
            _("Ways to sign in"),
            (("kind", _("Kind")), ("name", _("Which")), ("since", _("Since"))),
            kept.ways_in_of,
            erasing.erase_ways_in,
        ),
        (
            "keys",
            _("Links and codes to sign in"),
            (
                ("kind", _("Kind")),
                ("issued", _("Issued")),
                ("expires", _("Until")),
                ("used", _("Used")),
                ("revoked", _("Revoked")),
            ),
            kept.keys_of,
            erasing.erase_keys,
            kept.spent_keys,
            expiry.destroy_keys,
        ),
        (
            "sessions",
            _("Devices signed in"),
            (("device", _("Device")), ("address", _("Network address")), ("since", _("Since"))),
            kept.sessions_kept,
            erasing.erase_sessions,
            kept.old_sessions,
            expiry.destroy_sessions,
        ),
        (
            "access",
            _("Registers opened and exported"),
            (
                when,
                ("act", _("What was done")),
                ("register", _("Which register")),
                ("about", _("Which part")),
                rows,
            ),
            kept.access_by,
            erasing.erase_access,
            kept.old_access,
            expiry.destroy_access,
        ),
        (
            "imports",
            _("Lists sent"),
            (
                when,
                ("file", _("File")),
                ("good", _("Good lines")),
                ("bad", _("Lines with mistakes")),
                ("applied", _("Applied")),
            ),
            kept.imports_by,
            erasing.erase_imports,
            kept.old_imports,
            expiry.destroy_imports,
        ),
        (
            "acts",
            _("Acts of destruction"),
            (),
            kept.nothing,
            erasing.erase_nothing,
            kept.old_acts,
            expiry.destroy_acts,
        ),
    )

"""Whether the working copy says something else than the version in the library."""

from __future__ import annotations

from rost.core.conditions import dump as dump_conditions
from rost.core.passport import dump
from rost.library.models import Practice, Version
from rost.library.queries.practices import conditions_of, passport_of


def differs(practice: Practice, version: Version) -> bool:
    return (
        dump(passport_of(practice)) != dump(passport_of(version))
        or dump_conditions(conditions_of(practice)) != dump_conditions(conditions_of(version))
        or practice.videos != version.videos
        or practice.municipality_id != version.municipality_id
        or practice.language != version.language
        or [{"photo": one.pk, "alt": one.alt} for one in practice.photos.all()] != version.photos
        or [{"file": one.pk, "title": one.title} for one in practice.files.all()] != version.files
    )

"""A project's passport as the core's value."""

from __future__ import annotations

from rost.core.passport import Passport, load
from rost.forum.models import Project


def passport_of(project: Project) -> Passport:
    return load(project.passport)

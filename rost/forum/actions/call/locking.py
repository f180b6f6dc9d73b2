"""One project at a time: whoever changes one holds its row, read afresh, to the end."""

from __future__ import annotations

from rost.forum.models import Project


def lock_project(project: Project) -> Project:
    return (
        Project.objects.select_for_update(of=("self",), no_key=True)
        .select_related("call__edition", "author", "municipality__parent", "organisation", "track")
        .get(pk=project.pk)
    )

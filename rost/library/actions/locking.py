"""One practice at a time: whoever changes one holds its row, read afresh, to the end."""

from __future__ import annotations

from rost.library.models import Practice


def lock_practice(practice: Practice) -> Practice:
    return (
        Practice.objects.select_for_update(of=("self",), no_key=True)
        .select_related("author", "municipality__parent", "version__municipality__parent")
        .get(pk=practice.pk)
    )

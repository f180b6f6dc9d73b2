"""Links of a file's sessions; those that the draft has already are not added again."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urljoin

from django.conf import settings

from rost.forum.models import Edition, Material
from rost.forum.queries.draft import material_url

from .sessions import ADDRESS_LENGTH, TITLE_LENGTH, Written


def write_materials(edition: Edition, written: Written) -> None:
    known: defaultdict[int, set[str]] = defaultdict(set)
    rows = [row for _item, row in written.rows]
    for one in Material.objects.filter(session__in=rows):
        # A file of ours comes back from our own export as a link to it.
        known[one.session_id].add(urljoin(f"{settings.SITE_URL}/", material_url(edition, one)))
    new = []
    for item, row in written.rows:
        for link in item.materials:
            if link.url in known[row.pk] or len(link.url) > ADDRESS_LENGTH:
                continue
            known[row.pk].add(link.url)
            title = link.title[:TITLE_LENGTH] or link.url[:TITLE_LENGTH]
            new.append(Material(session=row, title=title, url=link.url, size=link.size))
            written.touch(row)
    Material.objects.bulk_create(new, batch_size=500)

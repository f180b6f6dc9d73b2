"""Which post of a person the programme writes beside the name."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from rost.directory.models import Person, Post


def held_post(person: Person, moment: datetime, zone: ZoneInfo) -> Post | None:
    """The post held on the local day of a moment, the latest where there are several."""
    posts = Post.objects.filter(person=person).held_on(moment.astimezone(zone).date())
    latest = posts.select_related("municipality", "organisation").order_by("-held_from", "-pk")
    return latest.first()

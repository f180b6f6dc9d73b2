"""Which post of a person the programme writes beside the name."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from rost.directory.models import Person, Post
from rost.directory.queries.places import label_of


def held_post(person: Person, moment: datetime, zone: ZoneInfo) -> Post | None:
    """The post held on the local day of a moment, the latest where there are several."""
    held = Post.objects.filter(person=person).held_on(moment.astimezone(zone).date())
    posts = held.select_related("municipality__parent", "organisation")
    return posts.order_by("-held_from", "-pk").first()


def post_line(post: Post) -> str:
    """«глава сельского поселения, Аскаровский сельсовет, Абзелиловский район»."""
    where = label_of(post.municipality) if post.municipality else str(post.organisation)
    return f"{post.title}, {where}"[:300]

"""What every page template knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from rost.ui import view


def page(request: HttpRequest) -> dict[str, Any]:
    chosen = view.read(request.COOKIES.get(view.COOKIE, ""))
    return {
        "visitor": getattr(request, "visitor", None),
        "demo": settings.DEMO,
        "version": settings.VERSION,
        "view": chosen,
        "view_is_set": chosen != view.USUAL,
    }

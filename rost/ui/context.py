"""What every page template knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    return {
        "visitor": getattr(request, "visitor", None),
        "demo": settings.DEMO,
        "version": settings.VERSION,
    }

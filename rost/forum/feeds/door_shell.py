"""What makes the page at the door an application: the worker that keeps it, and its manifest."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from rost.forum.adapters.door_files import worker_text
from rost.forum.models import Edition
from rost.forum.views.public.doors import public_edition

BLUE, WHITE = "#0d4a8b", "#fbf9f4"  # the tokens `accent` and `ground` of the light theme
LANGUAGES = [code for code, _name in settings.LANGUAGES]


@require_safe
def door_worker(request: HttpRequest) -> HttpResponse:
    """One script for every door; each page registers it for its own address alone."""
    response = HttpResponse(worker_text(settings.VERSION), content_type="text/javascript")
    response.headers["Service-Worker-Allowed"] = "/"
    response.headers["Cache-Control"] = "no-cache"
    return response


@public_edition
def door_manifest(request: HttpRequest, edition: Edition) -> HttpResponse:
    language = request.GET.get("language", settings.LANGUAGE_CODE)
    if language not in LANGUAGES:
        raise Http404
    with translation.override(language):
        address = reverse("forum:door", args=[edition.slug])
        facts = {
            "name": f"{gettext('At the door')}: {edition.name}",
            "short_name": gettext("At the door"),
            "lang": language,
            "id": address,
            "start_url": address,
            "scope": address,
            "display": "standalone",
            "theme_color": BLUE,
            "background_color": WHITE,
            "icons": [{"src": static("ui/icon.svg"), "sizes": "any", "type": "image/svg+xml"}],
        }
    return JsonResponse(
        facts, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False}
    )

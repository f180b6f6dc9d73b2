"""Every address of the site; pages stand under a language, machine-readable things do not."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from rost.config.health import health
from rost.ui.views import icon

urlpatterns = [
    path("health/", health, name="health"),
    path("favicon.ico", icon, name="icon"),
    path("", include("rost.forum.urls.feeds")),
    path("", include("rost.live.urls.feeds")),
    *i18n_patterns(
        path("account/", include("rost.directory.urls.account")),
        path("directory/", include("rost.directory.urls.pages")),
        path("messages/", include("rost.channels.urls")),
        path("documents/", include("rost.documents.urls")),
        path("forum/", include("rost.live.urls.pages")),
        path("forum/", include("rost.forum.urls.pages")),
        path("", include("rost.library.urls")),
        path("", include("rost.catalogue.urls")),
        path("", include("rost.ui.urls")),
        path("", include("rost.portal.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "rost.ui.errors.bad_request"
handler403 = "rost.ui.errors.forbidden"
handler404 = "rost.ui.errors.not_found"
handler500 = "rost.ui.errors.server_error"

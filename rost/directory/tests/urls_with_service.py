"""The site's addresses as they are when an outside sign-in service is set."""

from django.urls import include, path

from rost.config.urls import urlpatterns as own

urlpatterns = [
    path("account/services/", include("allauth.socialaccount.urls")),
    path("account/", include("allauth.socialaccount.providers.openid_connect.urls")),
    *own,
]

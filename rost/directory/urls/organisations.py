"""Addresses of organisations."""

from django.urls import path

from rost.directory.views import organisations

urlpatterns = [
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/new/", organisations.new, name="organisation_new"),
    path("organisations/<int:pk>/", organisations.organisation, name="organisation"),
    path("organisations/<int:pk>/details/", organisations.details, name="organisation_details"),
    path("organisations/<int:pk>/approval/", organisations.approval, name="organisation_approval"),
    path(
        "organisations/<int:pk>/approval/withdrawal/",
        organisations.approval_withdrawal,
        name="organisation_approval_withdrawal",
    ),
    path(
        "organisations/<int:pk>/representatives/new/",
        organisations.new_representative,
        name="representative_new",
    ),
]

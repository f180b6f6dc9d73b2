"""Addresses of the desk of reviewers and keepers."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

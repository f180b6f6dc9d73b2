"""Addresses of the moderator's desk, and of the page on which a question is answered in writing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

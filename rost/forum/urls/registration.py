"""Addresses of the forum: registration."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

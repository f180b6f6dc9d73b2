"""Addresses of the forum: desk."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

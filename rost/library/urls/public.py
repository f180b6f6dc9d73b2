"""Addresses of what everybody reads: the list, a practice, its versions."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

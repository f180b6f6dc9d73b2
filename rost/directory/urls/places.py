"""Addresses of the directory: places."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

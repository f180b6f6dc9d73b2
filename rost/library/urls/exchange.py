"""Addresses of import and export of practices."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

"""Addresses of the directory: people."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

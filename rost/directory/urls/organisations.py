"""Addresses of the directory: organisations."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

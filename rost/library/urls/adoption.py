"""Addresses of «Can we do it?» and adoptions."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

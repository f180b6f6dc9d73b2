"""Addresses of the forum: public."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

"""Addresses of a person's messages."""

from django.urls import URLPattern

app_name = "channels"
urlpatterns: list[URLPattern] = []

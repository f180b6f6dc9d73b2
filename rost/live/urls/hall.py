"""Addresses of the hall for telephones and the screen."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

"""Addresses of the forum: registration, agenda, invitations, lists."""

from django.urls import URLPattern, path

from rost.forum.views import registration as views

urlpatterns: list[URLPattern] = [
    path("<slug:slug>/registration/", views.registration, name="registration"),
    path("<slug:slug>/agenda/", views.agenda, name="agenda"),
]

"""Addresses of the forum: registration, agenda, invitations, lists."""

from django.urls import URLPattern, path

from rost.forum.views import registration as views

urlpatterns: list[URLPattern] = [
    path("<slug:slug>/registration/", views.registration, name="registration"),
    path(
        "<slug:slug>/registration/cancellation/",
        views.cancellation,
        name="registration_cancellation",
    ),
    path("<slug:slug>/agenda/", views.agenda, name="agenda"),
    path("<slug:slug>/agenda/<str:code>/", views.agenda_item, name="agenda_item"),
    path(
        "<slug:slug>/agenda/<str:code>/removal/",
        views.agenda_item_removal,
        name="agenda_item_removal",
    ),
]

"""Addresses of the desk: how full the doors are, doors with their passes, marks."""

from django.urls import URLPattern, path

from rost.forum.views import attendance as views

EDITION = "<slug:slug>/desk/"
DOOR = f"{EDITION}doors/<int:door>/"

urlpatterns: list[URLPattern] = [
    path(f"{EDITION}attendance/", views.attendance, name="attendance"),
    path(f"{EDITION}doors/", views.doors, name="doors"),
    path(f"{EDITION}doors/usual/", views.usual_doors, name="usual_doors"),
    path(f"{EDITION}doors/passes/", views.door_passes, name="door_passes"),
    path(
        f"{EDITION}doors/passes/<int:number>/revocation/",
        views.pass_revocation,
        name="pass_revocation",
    ),
    path(
        f"{EDITION}doors/devices/<uuid:device>/revocation/",
        views.device_revocation,
        name="device_revocation",
    ),
    path(f"{DOOR}closing/", views.door_closing, name="door_closing"),
    path(f"{DOOR}opening/", views.door_opening, name="door_opening"),
    path(f"{DOOR}marks/", views.door_marks, name="door_marks"),
    path(f"{DOOR}marks/<uuid:mark>/voiding/", views.mark_voiding, name="mark_voiding"),
]

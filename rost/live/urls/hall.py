"""Addresses of the hall: telephones, the screen, the archive."""

from django.urls import URLPattern, path

from rost.live.views import hall as views

HALL = "<slug:slug>/hall/<str:code>/"

urlpatterns: list[URLPattern] = [
    path(HALL, views.hall, name="hall"),
    path(f"{HALL}questions/", views.questions, name="questions"),
    path(f"{HALL}questions/<uuid:question>/vote/", views.vote, name="vote"),
    path(f"{HALL}questions/<uuid:question>/vote/removal/", views.vote_removal, name="vote_removal"),
    path(f"{HALL}polls/<int:poll>/answer/", views.poll_answer, name="poll_answer"),
    path(f"{HALL}badge/", views.badge, name="badge"),
    path(f"{HALL}screen/", views.screen, name="screen"),
    path(f"{HALL}archive/", views.archive, name="archive"),
]

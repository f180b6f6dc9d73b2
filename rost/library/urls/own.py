"""Addresses of the authors' side: drafts, their filling in, photographs and files, sending."""

from django.urls import path

from rost.library.views import own as views

urlpatterns = [
    path("practices/<int:number>/", views.practice, name="practice"),
    path("practices/<int:number>/removal/", views.practice_removal, name="practice_removal"),
]

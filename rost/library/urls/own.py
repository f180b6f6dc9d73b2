"""Addresses of the authors' side: drafts, their filling in, photographs and files, sending."""

from django.urls import path

from rost.library.views import own as views

DRAFT = "practices/<int:number>/draft/"

urlpatterns = [
    path("practices/new/", views.practice_new, name="practice_new"),
    path("practices/joining/<str:secret>/", views.co_author_key, name="co_author_key"),
    path(DRAFT, views.draft, name="draft"),
    path(f"{DRAFT}form/", views.draft_form, name="draft_form"),
    path(f"{DRAFT}photos/", views.draft_photos, name="draft_photos"),
    path(f"{DRAFT}photos/words/", views.draft_photos_words, name="draft_photos_words"),
    path(
        f"{DRAFT}photos/<int:photo>/removal/", views.draft_photo_removal, name="draft_photo_removal"
    ),
    path(f"{DRAFT}files/", views.draft_files, name="draft_files"),
    path(f"{DRAFT}files/<int:file>/removal/", views.draft_file_removal, name="draft_file_removal"),
    path(f"{DRAFT}sending/", views.draft_sending, name="draft_sending"),
    path(f"{DRAFT}mending/", views.draft_mending, name="draft_mending"),
    path(f"{DRAFT}co-authors/", views.draft_co_authors, name="draft_co_authors"),
    path(
        f"{DRAFT}co-authors/<int:person>/removal/",
        views.draft_co_author_removal,
        name="draft_co_author_removal",
    ),
    path("practices/<int:number>/removal/", views.practice_removal, name="practice_removal"),
]

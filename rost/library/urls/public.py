"""Addresses of what everybody reads: the list, a practice, its versions, photographs and files."""

from django.urls import path

from rost.library.views import public as views

ONE = "practices/<int:number>/"

urlpatterns = [
    path("practices/", views.practices, name="practices"),
    path(ONE, views.practice, name="practice"),
    path(f"{ONE}versions/<int:version>/", views.version, name="version"),
    path(f"{ONE}versions/<int:version>/changes/", views.version_changes, name="version_changes"),
    path(f"{ONE}photos/<int:photo>-<slug:size>.webp", views.photo, name="photo"),
    path(f"{ONE}files/<int:file>/", views.file, name="file"),
]

"""Pages of the library."""

from django.urls import path

from rost.library import views

app_name = "library"
urlpatterns = [
    path("practices/<int:number>/", views.practice, name="practice"),
    path("practices/<int:number>/removal/", views.practice_removal, name="practice_removal"),
]

"""Addresses of the desk of reviewers and keepers, and of withdrawal."""

from django.urls import path

from rost.library.views import desk as views

urlpatterns = [
    path("practices/desk/", views.desk, name="desk"),
    path("practices/desk/<int:number>/", views.review, name="review"),
    path("practices/desk/<int:number>/taking/", views.review_taking, name="review_taking"),
    path(
        "practices/desk/<int:number>/giving-back/",
        views.review_giving_back,
        name="review_giving_back",
    ),
    path(
        "practices/desk/<int:number>/reviewer/", views.review_assignment, name="review_assignment"
    ),
    path("practices/<int:number>/withdrawal/", views.withdrawal, name="withdrawal"),
    path("practices/<int:number>/returning/", views.returning, name="returning"),
]

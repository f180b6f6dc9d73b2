"""Addresses of import and export of practices."""

from django.urls import path

from rost.library.views import exchange as views

urlpatterns = [
    path("practices/practices.xlsx", views.practices_export, name="practices_export"),
    path("practices/practices.json", views.practices_json, name="practices_json"),
    path("practices/practices.csv", views.practices_csv, name="practices_csv"),
    path("practices/library.xlsx", views.collection_workbook, name="collection_workbook"),
    path("practices/template.xlsx", views.template, name="collection_template"),
    path("practices/<int:number>/passport.xlsx", views.practice_workbook, name="practice_workbook"),
    path("practices/collections/", views.exchange, name="exchange"),
    path("practices/collections/<int:number>/", views.collection, name="collection"),
    path(
        "practices/collections/<int:number>/application/",
        views.collection_application,
        name="collection_application",
    ),
    path(
        "practices/collections/<int:number>/withdrawal/",
        views.collection_withdrawal,
        name="collection_withdrawal",
    ),
]

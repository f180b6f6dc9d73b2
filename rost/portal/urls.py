"""Pages that join rooms."""

from django.urls import path

from rost.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("my/", views.my_page, name="my_page"),
    path("about/", views.about, name="about"),
    path("about/bashkir/", views.bashkir, name="bashkir"),
    path(
        "forum/<slug:slug>/projects/<str:code>/practice/",
        views.project_practice,
        name="project_practice",
    ),
]

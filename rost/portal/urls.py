"""Pages that join rooms."""

from django.urls import path

from rost.portal import views
from rost.portal.views.search import page, questions, saved

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("my/", views.my_page, name="my_page"),
    path("search/", page.search, name="search"),
    path("search/suggestions/", page.suggestions, name="suggestions"),
    path("search/saved/", saved.saved_searches, name="saved_searches"),
    path("search/saved/<int:number>/", saved.saved_search, name="saved_search"),
    path(
        "search/saved/<int:number>/removal/",
        saved.saved_search_removal,
        name="saved_search_removal",
    ),
    path("search/questions/", questions.own_questions, name="questions"),
    path("search/questions/new/", questions.new_question, name="new_question"),
    path("search/questions/<int:number>/", questions.question, name="question"),
    path("search/questions/desk/", questions.desk, name="questions_desk"),
    path("search/questions/desk/<int:number>/", questions.task, name="questions_task"),
    path("territory/<oktmo:code>/", views.territory, name="territory"),
    path("about/", views.about, name="about"),
    path("about/bashkir/", views.bashkir, name="bashkir"),
    path(
        "forum/<slug:slug>/projects/<str:code>/practice/",
        views.project_practice,
        name="project_practice",
    ),
]

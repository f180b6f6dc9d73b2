"""Addresses of the forum: the call for projects, its authors' side."""

from django.urls import path

from rost.forum.views import call as views

DESK = "<slug:slug>/desk/projects/"
CALL = "<slug:slug>/call/"
PROJECT = f"{CALL}projects/<str:code>/"

urlpatterns = [
    path(DESK, views.desk_projects, name="desk_projects"),
    path(f"{DESK}call/", views.desk_call, name="desk_call"),
    path(f"{DESK}criteria/", views.desk_criteria, name="desk_criteria"),
    path(f"{DESK}export/", views.projects_export, name="desk_projects_export"),
    path(CALL, views.call, name="call"),
    path(f"{CALL}key/<str:secret>/", views.co_author_key, name="co_author_key"),
    path(f"{CALL}answers/<int:number>/", views.co_author_answer, name="co_author_answer"),
    path(f"{CALL}projects/", views.own_projects, name="own_projects"),
    path(PROJECT, views.own_project, name="own_project"),
    path(f"{PROJECT}form/", views.project_form, name="project_form"),
    path(f"{PROJECT}sending/", views.project_sending, name="project_sending"),
    path(f"{PROJECT}mending/", views.project_mending, name="project_mending"),
    path(f"{PROJECT}withdrawal/", views.project_withdrawal, name="project_withdrawal"),
    path(f"{PROJECT}removal/", views.project_removal, name="project_removal"),
    path(f"{PROJECT}co-authors/", views.co_author_new, name="co_author_new"),
    path(
        f"{PROJECT}co-authors/<int:number>/removal/",
        views.co_author_removal,
        name="co_author_removal",
    ),
    path(f"{PROJECT}files/", views.project_file_new, name="project_file_new"),
    path(
        f"{PROJECT}files/<int:file>/removal/",
        views.project_file_removal,
        name="project_file_removal",
    ),
    path(
        "<slug:slug>/projects/<str:code>/files/<int:file>/",
        views.project_file,
        name="project_file",
    ),
]

"""Addresses of people, posts and roles."""

from django.urls import path

from rost.directory.views import names, people, posts, roles

urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/new/", people.new, name="person_new"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/details/", people.details, name="person_details"),
    path("people/<int:pk>/names/", names.declined, name="declined_names"),
    path("people/<int:pk>/posts/new/", posts.new, name="post_new"),
    path("people/<int:pk>/roles/new/", roles.new, name="role_new"),
    path("posts/<int:pk>/end/", posts.end, name="post_end"),
    path("posts/<int:pk>/handover/", posts.handover, name="post_handover"),
    path("roles/<int:pk>/end/", roles.end, name="role_end"),
]

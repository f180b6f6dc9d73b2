"""Addresses of the forum: feedback."""

from django.urls import path

from rost.forum.views import feedback as views

DESK = "<slug:slug>/desk/feedback/"
FORUM = "<slug:slug>/feedback/"
SESSION = "<slug:slug>/sessions/<str:code>/feedback/"

urlpatterns = [
    path(DESK, views.feedback_results, name="feedback_results"),
    path(f"{DESK}invitations/", views.feedback_invitations, name="feedback_invitations"),
    path(f"{DESK}export/<slug:kind>/", views.feedback_export, name="feedback_export"),
    path(FORUM, views.feedback, name="feedback"),
    path(f"{FORUM}words/", views.feedback_words, name="feedback_words"),
    path(f"{FORUM}removal/", views.feedback_removal, name="feedback_removal"),
    path(SESSION, views.session_feedback, name="session_feedback"),
    path(f"{SESSION}words/", views.session_feedback_words, name="session_feedback_words"),
    path(f"{SESSION}removal/", views.session_feedback_removal, name="session_feedback_removal"),
    path(f"{SESSION}results/", views.session_results, name="session_feedback_results"),
]

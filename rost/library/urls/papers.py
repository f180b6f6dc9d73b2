"""Addresses of what is made from a passport: sheets, press text, posts, the application."""

from django.urls import path

from rost.library.views import papers as views

ONE = "practices/<int:number>/papers/"

urlpatterns = [
    path(ONE, views.papers, name="papers"),
    path(f"{ONE}press.txt", views.press_text, name="press_text"),
    path(f"{ONE}application.<slug:form>", views.application, name="application"),
    path(f"{ONE}<slug:variant>.pdf", views.sheet, name="sheet"),
]

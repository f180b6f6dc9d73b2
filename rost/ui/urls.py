"""Pages of the layout itself."""

from django.urls import path

from rost.ui import views

app_name = "ui"
urlpatterns = [path("accessible/", views.accessible_view, name="view")]

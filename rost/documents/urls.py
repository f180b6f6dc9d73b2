"""Pages of documents: checking, batches, templates."""

from django.urls import URLPattern

app_name = "documents"
urlpatterns: list[URLPattern] = []

"""Addresses of a person's messages and of the staff's outbox."""

from django.urls import path

from rost.channels import views

app_name = "channels"
urlpatterns = [
    path("", views.messages, name="messages"),
    path("<int:message_id>/", views.message, name="message"),
    path("outbox/", views.outbox, name="outbox"),
    path("outbox/<int:message_id>/delivery/", views.delivery, name="delivery"),
]

"""Addresses of the desk: a programme of another system."""

from django.urls import path

from rost.forum.views import exchange

FILES = "<slug:slug>/desk/exchange/"

urlpatterns = [
    path(FILES, exchange.exchange, name="exchange"),
    path(f"{FILES}<int:batch>/", exchange.exchange_file, name="exchange_file"),
    path(
        f"{FILES}<int:batch>/application/",
        exchange.exchange_application,
        name="exchange_application",
    ),
    path(
        f"{FILES}<int:batch>/withdrawal/", exchange.exchange_withdrawal, name="exchange_withdrawal"
    ),
]

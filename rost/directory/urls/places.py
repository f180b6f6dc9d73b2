"""Addresses of the register of municipalities."""

from django.urls import path, register_converter

from rost.directory.views import imports, places, register
from rost.directory.views.indicators import codes, peers, profile


class CodeConverter:
    """Eight digits of OKTMO."""

    regex = "[0-9]{8}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(CodeConverter, "oktmo")

urlpatterns = [
    path("places/", places.index, name="places"),
    path("places/choices/", places.choices, name="place_choices"),
    path("places/chosen/", places.chosen, name="chosen_place"),
    path("places/lists/", imports.lists, name="register_lists"),
    path("places/lists/<int:pk>/", imports.register_list, name="register_list"),
    path(
        "places/lists/<int:pk>/application/",
        imports.application,
        name="register_list_application",
    ),
    path(
        "places/lists/<int:pk>/withdrawal/",
        imports.withdrawal,
        name="register_list_withdrawal",
    ),
    path(
        "places/lists/<int:pk>/taking-back/",
        imports.taking_back,
        name="register_list_taking_back",
    ),
    path("places/indicators/", codes.indicator_codes, name="indicator_codes"),
    path(
        "places/indicators/<int:pk>/removal/",
        codes.removal,
        name="indicator_code_removal",
    ),
    path("places/<oktmo:code>/", places.place, name="place"),
    path("places/<oktmo:code>/peers/", peers.peers, name="peers"),
    path("places/<oktmo:code>/profile/", profile.profile, name="declared_profile"),
    path("places/<oktmo:code>/merge/", register.merging, name="place_merge"),
    path("places/<oktmo:code>/status/", register.status, name="place_status"),
    path("places/<oktmo:code>/name/", register.name, name="place_name"),
]

"""Addresses of the organiser's desk."""

from django.urls import URLPattern, path

from rost.forum.views import desk

EDITION = "<slug:slug>/desk/"
SESSION = f"{EDITION}sessions/<slug:code>/"
ROUTE = f"{EDITION}routes/<int:route>/"

urlpatterns: list[URLPattern] = [
    path("desk/", desk.desk, name="desk"),
    path("desk/new/", desk.edition_new, name="edition_new"),
    path(EDITION, desk.edition_desk, name="edition_desk"),
    path(f"{EDITION}edition/", desk.edition_facts, name="edition_facts"),
    path(f"{EDITION}documents/", desk.document_new, name="desk_document_new"),
    path(
        f"{EDITION}documents/<int:document>/removal/",
        desk.document_removal,
        name="desk_document_removal",
    ),
    path(f"{EDITION}rules/", desk.rules, name="desk_rules"),
    path(f"{EDITION}places/", desk.places, name="desk_places"),
    path(f"{EDITION}days/new/", desk.day, name="desk_day_new"),
    path(f"{EDITION}days/<int:day>/", desk.day, name="desk_day"),
    path(f"{EDITION}days/<int:day>/removal/", desk.day_removal, name="desk_day_removal"),
    path(f"{EDITION}halls/new/", desk.hall, name="desk_hall_new"),
    path(f"{EDITION}halls/<int:hall>/", desk.hall, name="desk_hall"),
    path(f"{EDITION}halls/<int:hall>/removal/", desk.hall_removal, name="desk_hall_removal"),
    path(f"{EDITION}halls/<int:hall>/closing/", desk.hall_closing, name="desk_hall_closing"),
    path(f"{EDITION}halls/<int:hall>/opening/", desk.hall_opening, name="desk_hall_opening"),
    path(f"{EDITION}tracks/new/", desk.track, name="desk_track_new"),
    path(f"{EDITION}tracks/<int:track>/", desk.track, name="desk_track"),
    path(f"{EDITION}tracks/<int:track>/removal/", desk.track_removal, name="desk_track_removal"),
    path(f"{EDITION}routes/", desk.routes, name="desk_routes"),
    path(f"{EDITION}routes/new/", desk.route_new, name="desk_route_new"),
    path(ROUTE, desk.route, name="desk_route"),
    path(f"{ROUTE}removal/", desk.route_removal, name="desk_route_removal"),
    path(f"{ROUTE}stops/new/", desk.stop, name="desk_stop_new"),
    path(f"{ROUTE}stops/<int:stop>/", desk.stop, name="desk_stop"),
    path(f"{ROUTE}stops/<int:stop>/removal/", desk.stop_removal, name="desk_stop_removal"),
    path(f"{EDITION}people/", desk.people, name="desk_people"),
    path(f"{EDITION}people/<int:person>/", desk.availability, name="desk_availability"),
    path(
        f"{EDITION}people/<int:person>/windows/<int:window>/removal/",
        desk.availability_removal,
        name="desk_availability_removal",
    ),
    path(f"{EDITION}sessions/", desk.sessions, name="desk_sessions"),
    path(f"{EDITION}sessions/new/", desk.session_new, name="desk_session_new"),
    path(SESSION, desk.session, name="desk_session"),
    path(f"{SESSION}removal/", desk.session_removal, name="desk_session_removal"),
    path(f"{SESSION}place/", desk.place, name="desk_place"),
    path(f"{SESSION}place/removal/", desk.place_removal, name="desk_place_removal"),
    path(f"{SESSION}swap/", desk.swap, name="desk_swap"),
    path(f"{SESSION}materials/", desk.material_new, name="desk_material_new"),
    path(
        f"{SESSION}materials/<int:material>/removal/",
        desk.material_removal,
        name="desk_material_removal",
    ),
    path(f"{SESSION}people/search/", desk.contributor_search, name="desk_contributor_search"),
    path(f"{SESSION}people/new/", desk.contributor_new, name="desk_contributor_new"),
    path(f"{SESSION}people/new/<int:person>/", desk.contribution_new, name="desk_contribution_new"),
    path(f"{SESSION}people/<int:contribution>/", desk.contribution, name="desk_contribution"),
    path(
        f"{SESSION}people/<int:contribution>/removal/",
        desk.contribution_removal,
        name="desk_contribution_removal",
    ),
    path(f"{EDITION}programme/", desk.programme, name="desk_programme"),
    path(f"{EDITION}programme/command/", desk.command, name="desk_command"),
    path(f"{EDITION}versions/", desk.versions, name="desk_versions"),
    path(f"{EDITION}versions/draft/", desk.approval, name="desk_approval"),
    path(f"{EDITION}versions/<int:old>/<int:new>/", desk.difference, name="desk_difference"),
]

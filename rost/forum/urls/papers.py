"""Addresses of the desk: papers, badges, guests, entry from signed sheets."""

from django.urls import URLPattern, path

from rost.forum.views import papers

EDITION = "<slug:slug>/desk/"

urlpatterns: list[URLPattern] = [
    path(f"{EDITION}papers/", papers.papers, name="papers"),
    path(f"{EDITION}papers/draft/<slug:form>/", papers.draft_programme, name="papers_draft"),
    path(f"{EDITION}papers/badges/", papers.badges_printing, name="papers_badges"),
    path(f"{EDITION}papers/sheets/", papers.sheets_printing, name="papers_sheets"),
    path(f"{EDITION}papers/list/", papers.list_printing, name="papers_list"),
    path(f"{EDITION}badges/", papers.badges, name="badges"),
    path(f"{EDITION}badges/printing/", papers.ticked_printing, name="badges_printing"),
    path(f"{EDITION}badges/spares/", papers.spares, name="badge_spares"),
    path(f"{EDITION}badges/<int:badge>/replacement/", papers.replacement, name="badge_replacement"),
    path(f"{EDITION}badges/<int:badge>/owner/", papers.owner, name="badge_owner"),
    path(f"{EDITION}guest/", papers.guest, name="guest"),
    path(f"{EDITION}sheets/", papers.sheets, name="sheets"),
    path(f"{EDITION}sheets/<int:sheet>/", papers.sheet, name="sheet"),
]

"""Addresses of the forum: commitments."""

from django.urls import path

from rost.forum.views import commitments as views

DESK = "<slug:slug>/desk/commitments/"
ONE = f"{DESK}<int:number>/"
LISTS = f"{DESK}tables/"
OWN = "<slug:slug>/commitments/<int:number>/"

urlpatterns = [
    path(DESK, views.commitments_desk, name="commitments_desk"),
    path(f"{DESK}noting/", views.noting, name="commitments_noting"),
    path(f"{DESK}asking/", views.commitments_asking, name="commitments_asking"),
    path(f"{DESK}export.xlsx", views.commitments_export, name="commitments_export"),
    path(f"{DESK}resolution/<slug:kind>/", views.resolution, name="commitments_resolution"),
    path(LISTS, views.commitment_lists, name="commitment_lists"),
    path(f"{LISTS}empty.xlsx", views.commitment_template, name="commitment_template"),
    path(f"{LISTS}<int:batch>/", views.commitment_list, name="commitment_list"),
    path(
        f"{LISTS}<int:batch>/application/",
        views.commitment_list_application,
        name="commitment_list_application",
    ),
    path(
        f"{LISTS}<int:batch>/withdrawal/",
        views.commitment_list_withdrawal,
        name="commitment_list_withdrawal",
    ),
    path(ONE, views.commitment_desk, name="commitment_desk"),
    path(f"{ONE}asking/", views.commitment_asking, name="commitment_asking"),
    path(f"{ONE}behalf/", views.commitment_behalf, name="commitment_behalf"),
    path(f"{ONE}proposal/", views.commitment_proposal, name="commitment_proposal"),
    path(f"{ONE}removal/", views.commitment_removal, name="commitment_removal"),
    path(f"{ONE}reopening/", views.commitment_reopening, name="commitment_reopening"),
    path(f"{ONE}evidence/", views.commitment_evidence_showing, name="commitment_evidence_showing"),
    path(f"{ONE}carrying/", views.commitment_carrying, name="commitment_carrying"),
    path("<slug:slug>/sessions/<str:code>/noting/", views.session_noting, name="session_noting"),
    path("<slug:slug>/commitments/", views.commitments, name="commitments"),
    path(OWN, views.commitment, name="commitment"),
    path(f"{OWN}answer/", views.commitment_answer, name="commitment_answer"),
    path(f"{OWN}closing/", views.commitment_closing, name="commitment_closing"),
    path(f"{OWN}evidence/", views.evidence, name="commitment_evidence"),
]

"""Addresses of «Can we do it?» and adoptions."""

from django.urls import path

from rost.library.views import adoption as views
from rost.library.views.conditions import fit

ONE = "practices/<int:number>/adoptions/<int:adoption>/"
urlpatterns = [
    path("practices/<int:number>/fit/", fit, name="fit"),
    path("practices/<int:number>/adopt/", views.adopt, name="adopt"),
    path("practices/<int:number>/tree/", views.tree, name="tree"),
    path(ONE, views.adoption, name="adoption"),
    path(f"{ONE}plan/", views.plan, name="adoption_plan"),
    path(f"{ONE}results/<int:months>/", views.result, name="adoption_result"),
    path(f"{ONE}ending/", views.ending, name="adoption_ending"),
    path(f"{ONE}contact/", views.contact, name="adoption_contact"),
    path(f"{ONE}practice/", views.growing, name="adoption_practice"),
    path(f"{ONE}evidence/", views.evidence_new, name="adoption_evidence_new"),
    path(f"{ONE}evidence/<int:file>/", views.evidence_file, name="adoption_evidence"),
    path(
        f"{ONE}evidence/<int:file>/removal/",
        views.evidence_removal,
        name="adoption_evidence_removal",
    ),
]

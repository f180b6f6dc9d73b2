"""Addresses of the directory: one's own data, consents, records, destruction, what comes round."""

from django.urls import URLPattern, path

from rost.directory.views import consents, my_data, names, records, recurring

urlpatterns: list[URLPattern] = [
    path("my-data/", my_data.my_data, name="my_data"),
    path("my-data/profile/", my_data.profile, name="profile"),
    path("my-data/names/", names.own, name="own_names"),
    path("my-data/export.json", my_data.export_json, name="my_data_json"),
    path("my-data/export.xlsx", my_data.export_xlsx, name="my_data_xlsx"),
    path("my-data/deletion/", my_data.deletion, name="deletion"),
    path("my-data/consents/", consents.giving, name="consent_giving"),
    path("my-data/consents/<int:number>/withdrawal/", consents.withdrawal, name="withdrawal"),
    path("consents/<slug:purpose>/", consents.current, name="consent"),
    path(
        "consents/<slug:purpose>/<slug:language>/<int:version>/",
        consents.text,
        name="consent_text",
    ),
    path("records/", records.records, name="records"),
    path("records/export.xlsx", records.records_xlsx, name="records_xlsx"),
    path("recurring/", recurring.recurring, name="recurring"),
    path("retention/", records.retention, name="retention"),
    path("retention/acts/", records.acts, name="destruction_acts"),
    path("retention/acts/<int:number>/", records.act, name="destruction_act"),
]

"""Addresses of the desk: certificates and the account of the edition."""

from django.urls import path

from rost.forum.views import account, certificates

DESK = "<slug:slug>/desk/"
PAPERS = f"{DESK}certificates/"

urlpatterns = [
    path(f"{DESK}account/", account.account, name="account"),
    path(f"{DESK}account/file/<slug:kind>/", account.account_file, name="account_file"),
    path(PAPERS, certificates.certificates, name="certificates"),
    path(f"{PAPERS}rules/", certificates.certificate_rules, name="certificate_rules"),
    path(f"{PAPERS}issuing/", certificates.certificate_issuing, name="certificate_issuing"),
    path(f"{PAPERS}sending/", certificates.certificate_sending, name="certificate_sending"),
    path(f"{PAPERS}renewal/", certificates.certificate_renewal, name="certificate_renewal"),
    path(f"{PAPERS}printing/", certificates.certificate_printing, name="certificate_printing"),
    path(
        f"{PAPERS}<int:number>/preview/",
        certificates.certificate_preview,
        name="certificate_preview",
    ),
    path(f"{PAPERS}<int:number>/name/", certificates.certificate_name, name="certificate_name"),
    path(
        f"{PAPERS}<int:number>/revocation/",
        certificates.certificate_revocation,
        name="certificate_revocation",
    ),
]

"""Addresses of the library, a file for each part of it."""

from . import adoption, desk, exchange, own, papers, public

app_name = "library"
urlpatterns = [
    *public.urlpatterns,
    *papers.urlpatterns,
    *own.urlpatterns,
    *desk.urlpatterns,
    *adoption.urlpatterns,
    *exchange.urlpatterns,
]

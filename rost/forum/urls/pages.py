"""Pages of the forum."""

from rost.forum.urls import desk, exchange, public, registration

app_name = "forum"
# The desk first: its fixed words are no addresses of editions.
urlpatterns = [
    *desk.urlpatterns,
    *exchange.urlpatterns,
    *public.urlpatterns,
    *registration.urlpatterns,
]

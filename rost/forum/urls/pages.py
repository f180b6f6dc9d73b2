"""Pages of the forum."""

from rost.forum.urls import (
    account,
    attendance,
    call,
    commitments,
    committee,
    desk,
    exchange,
    feedback,
    papers,
    public,
    registration,
    scheduling,
)

app_name = "forum"
# The desk first: its fixed words are no addresses of editions.
urlpatterns = [
    *desk.urlpatterns,
    *account.urlpatterns,
    *attendance.urlpatterns,
    *commitments.urlpatterns,
    *call.urlpatterns,
    *committee.urlpatterns,
    *exchange.urlpatterns,
    *feedback.urlpatterns,
    *papers.urlpatterns,
    *scheduling.urlpatterns,
    *public.urlpatterns,
    *registration.urlpatterns,
]

"""Pages of the hall."""

from rost.live.urls import desk, hall

app_name = "live"
urlpatterns = [*desk.urlpatterns, *hall.urlpatterns]

"""Pages of the forum."""

from rost.forum.urls import desk, public, registration

app_name = "forum"
urlpatterns = [*public.urlpatterns, *desk.urlpatterns, *registration.urlpatterns]

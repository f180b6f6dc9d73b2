"""Machine-readable addresses and files: the same in every language."""

from django.urls import path

from rost.forum.views import public

app_name = "forum_feeds"
urlpatterns = [
    path("forum/<slug:slug>/documents/<int:document>/", public.document, name="document"),
    path("forum/<slug:slug>/materials/<int:material>/", public.material, name="material"),
    path("forum/<slug:slug>/programme.ics", public.edition, name="calendar"),
    path("forum/<slug:slug>/schedule.xml", public.edition, name="schedule_xml"),
    path("forum/<slug:slug>/schedule.json", public.edition, name="schedule_json"),
    path("forum/<slug:slug>/tracks/<slug:track>.ics", public.edition, name="track_calendar"),
    path("forum/<slug:slug>/people/<int:person>.ics", public.edition, name="person_calendar"),
    path("forum/<slug:slug>/sessions/<slug:code>.ics", public.edition, name="session_calendar"),
]

"""Machine-readable addresses and files: the same in every language."""

from django.urls import path, re_path

from rost.forum import feeds
from rost.forum.views import public

app_name = "forum_feeds"
urlpatterns = [
    path("forum/door-worker.js", feeds.door_worker, name="door_worker"),
    path("forum/<slug:slug>/door.webmanifest", feeds.door_manifest, name="door_manifest"),
    path("forum/calendar/<str:token>.ics", feeds.agenda_calendar, name="agenda_calendar"),
    path("forum/<slug:slug>/schedule.xml", feeds.schedule_xml, name="schedule_xml"),
    path("forum/<slug:slug>/schedule.json", feeds.schedule_json, name="schedule_json"),
    path("forum/<slug:slug>/programme.pdf", feeds.programme_pdf, name="programme_pdf"),
    path("forum/<slug:slug>/programme.docx", feeds.programme_docx, name="programme_docx"),
    re_path(r"^b/(?P<code>[0-9A-Za-z-]{1,40})/?$", public.badge_code, name="badge_code"),
    path("forum/<slug:slug>/programme.ics", feeds.calendar, name="calendar"),
    path("forum/<slug:slug>/tracks/<slug:track>.ics", feeds.track_calendar, name="track_calendar"),
    path(
        "forum/<slug:slug>/people/<int:person>.ics", feeds.person_calendar, name="person_calendar"
    ),
    path(
        "forum/<slug:slug>/sessions/<slug:code>.ics",
        feeds.session_calendar,
        name="session_calendar",
    ),
    path("forum/<slug:slug>/door/devices/", feeds.door_devices, name="door_devices"),
    path("forum/<slug:slug>/door/list/", feeds.door_people, name="door_list"),
    path("forum/<slug:slug>/door/marks/", feeds.door_marks, name="door_marks"),
    path("forum/<slug:slug>/documents/<int:document>/", public.document, name="document"),
    path("forum/<slug:slug>/materials/<int:material>/", public.material, name="material"),
]

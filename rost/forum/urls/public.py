"""Addresses of the forum: public."""

from django.urls import path, register_converter

from rost.forum.urls.days import DayConverter
from rost.forum.views import calendars, public
from rost.forum.views.door import door

register_converter(DayConverter, "day")

urlpatterns = [
    path("", public.editions, name="editions"),
    path("<slug:slug>/", public.edition, name="edition"),
    path("<slug:slug>/programme/", public.programme, name="programme"),
    path("<slug:slug>/programme/print/", public.programme_print, name="programme_print"),
    path("<slug:slug>/programme/<day:day>/", public.programme, name="programme_day"),
    path("<slug:slug>/door/", door, name="door"),
    path("<slug:slug>/badge/", public.badge_found, name="badge_found"),
    path("<slug:slug>/calendar/", calendars.own_calendar, name="calendar"),
    path("<slug:slug>/sessions/<str:code>/", public.session, name="session"),
    path("<slug:slug>/people/<int:person>/", public.person, name="person"),
    path("<slug:slug>/routes/<slug:route>/", public.route, name="route"),
]

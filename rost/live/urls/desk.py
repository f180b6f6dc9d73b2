"""Addresses of the moderator's desk, and of the page on which a question is answered in writing."""

from django.urls import URLPattern, path

from rost.live.views import desk

EDITION = "<slug:slug>/desk/hall/"
FLOOR = f"{EDITION}<str:code>/"
QUESTION = f"{FLOOR}questions/<uuid:question>/"
POLL = f"{FLOOR}polls/<int:poll>/"

urlpatterns: list[URLPattern] = [
    path("<slug:slug>/answers/<uuid:question>/", desk.answer, name="answer"),
    path(EDITION, desk.desk_hall, name="desk_hall"),
    path(f"{EDITION}rules/", desk.desk_hall_rules, name="desk_hall_rules"),
    path(f"{EDITION}floors/", desk.desk_floors, name="desk_floors"),
    path(FLOOR, desk.desk_floor, name="desk_floor"),
    path(f"{FLOOR}settings/", desk.desk_floor_settings, name="desk_floor_settings"),
    path(f"{FLOOR}hours/", desk.desk_floor_hours, name="desk_floor_hours"),
    path(f"{FLOOR}line/", desk.desk_hall_line, name="desk_hall_line"),
    path(f"{FLOOR}lines/", desk.desk_lines, name="desk_lines"),
    path(f"{QUESTION}state/", desk.desk_question_state, name="desk_question_state"),
    path(f"{QUESTION}shortlist/", desk.desk_shortlist, name="desk_shortlist"),
    path(f"{QUESTION}screen/", desk.desk_question_screen, name="desk_question_screen"),
    path(f"{QUESTION}hiding/", desk.desk_hiding, name="desk_hiding"),
    path(f"{QUESTION}redaction/", desk.desk_redaction, name="desk_redaction"),
    path(f"{QUESTION}writing/", desk.desk_writing, name="desk_writing"),
    path(f"{QUESTION}device/", desk.desk_device, name="desk_device"),
    path(f"{FLOOR}polls/new/", desk.desk_poll_new, name="desk_poll_new"),
    path(POLL, desk.desk_poll, name="desk_poll"),
    path(f"{POLL}state/", desk.desk_poll_state, name="desk_poll_state"),
    path(f"{POLL}screen/", desk.desk_poll_screen, name="desk_poll_screen"),
    path(f"{POLL}words/", desk.desk_poll_words, name="desk_poll_words"),
    path(f"{POLL}removal/", desk.desk_poll_removal, name="desk_poll_removal"),
]

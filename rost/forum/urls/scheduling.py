"""Addresses of scheduling: the tab «Расписание» of the desk, and participants' wishes."""

from django.urls import path

from rost.forum.views import scheduling as views

DESK = "<slug:slug>/desk/schedule/"
SESSION = f"{DESK}sessions/<slug:code>/"
SOLVING = f"{DESK}solvings/<int:solving>/"
PERSON = "<slug:slug>/desk/people/<int:person>/"

urlpatterns = [
    path(DESK, views.schedule, name="desk_schedule"),
    path(f"{DESK}rules/", views.rules, name="schedule_rules"),
    path(f"{DESK}sessions/", views.sessions, name="schedule_sessions"),
    path(SESSION, views.session, name="schedule_session"),
    path(f"{SESSION}penalties/", views.session_penalty, name="session_penalty_new"),
    path(f"{SESSION}orders/", views.order_new, name="session_order_new"),
    path(f"{DESK}orders/<int:order>/removal/", views.order_removal, name="session_order_removal"),
    path(f"{DESK}penalties/<int:penalty>/removal/", views.penalty_removal, name="penalty_removal"),
    path(f"{DESK}tracks/", views.tracks, name="schedule_tracks"),
    path(f"{DESK}tracks/<int:track>/penalties/", views.track_penalty, name="track_penalty_new"),
    path(f"{DESK}tracks/similar/", views.similar_new, name="similar_new"),
    path(
        f"{DESK}tracks/similar/<int:pair>/removal/", views.similar_removal, name="similar_removal"
    ),
    path(f"{DESK}halls/", views.halls, name="schedule_halls"),
    path(
        f"{DESK}halls/closures/<int:closure>/removal/",
        views.closure_removal,
        name="closure_removal",
    ),
    path(f"{DESK}speakers/", views.speakers, name="schedule_speakers"),
    path(f"{DESK}speakers/<int:person>/", views.speaker, name="schedule_speaker"),
    path(f"{DESK}solvings/", views.solving_new, name="solving_new"),
    path(SOLVING, views.solving, name="solving"),
    path(f"{SOLVING}stop/", views.solving_stop, name="solving_stop"),
    path(f"{SOLVING}continuation/", views.solving_continuation, name="solving_continuation"),
    path(f"{SOLVING}repetition/", views.solving_repetition, name="solving_repetition"),
    path(f"{SOLVING}acceptance/", views.solving_acceptance, name="solving_acceptance"),
    path(f"{SOLVING}file/", views.solving_file, name="solving_file"),
    path(f"{SOLVING}against/<int:other>/", views.solvings_compared, name="solvings_compared"),
    path(f"{PERSON}dropout/", views.dropout, name="speaker_dropout"),
    path(f"{PERSON}dropout/removal/", views.dropout_removal, name="speaker_dropout_removal"),
    path("<slug:slug>/wishes/", views.wishes, name="wishes"),
]

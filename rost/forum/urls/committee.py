"""Addresses of the programme committee, of projects, of the audience vote."""

from django.urls import path

from rost.forum.views import committee, vote

MINE = "<slug:slug>/committee/"
DESK = "<slug:slug>/desk/projects/decisions/"
VOTE = "<slug:slug>/desk/projects/vote/"

urlpatterns = [
    path(DESK, committee.decisions, name="desk_decisions"),
    path(f"{DESK}preview/", committee.decision_preview, name="desk_decision_preview"),
    path(f"{DESK}stage/", committee.stage, name="desk_projects_stage"),
    path(f"{DESK}export/", committee.decisions_export, name="desk_decisions_export"),
    path(f"{DESK}<str:code>/", committee.decision, name="desk_decision"),
    path(f"{DESK}<str:code>/place/", committee.reserve_place, name="desk_reserve_place"),
    path(VOTE, vote.desk_vote, name="desk_vote"),
    path(f"{VOTE}announcement/", vote.announcement, name="desk_vote_announcement"),
    path(MINE, committee.committee, name="committee"),
    path(f"{MINE}<str:code>/", committee.review, name="committee_review"),
    path(f"{MINE}<str:code>/start/", committee.review_start, name="committee_start"),
    path(f"{MINE}<str:code>/conflict/", committee.conflict, name="committee_conflict"),
    path("<slug:slug>/projects/<str:code>/", committee.project, name="project"),
    path("<slug:slug>/vote/", vote.vote, name="vote"),
    path("<slug:slug>/vote/badge/", vote.vote_badge, name="vote_badge"),
]

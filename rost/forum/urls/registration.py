"""Addresses of the forum: registration, agenda, invitations, lists."""

from django.urls import URLPattern, path

from rost.forum.views import registration as views

own: list[URLPattern] = [
    path("registration/", views.registration, name="registration"),
    path("registration/answers/", views.answers, name="registration_answers"),
    path("registration/cancellation/", views.cancellation, name="registration_cancellation"),
    path("agenda/", views.agenda, name="agenda"),
    path("agenda/<str:code>/", views.agenda_item, name="agenda_item"),
    path("agenda/<str:code>/removal/", views.agenda_item_removal, name="agenda_item_removal"),
]
others: list[URLPattern] = [
    path("registrations/", views.table, name="registrations"),
    path("registrations/new/", views.registration_for, name="registration_for"),
    path("registrations/export/", views.export, name="registrations_export"),
    path("registrations/confirmations/", views.confirmations, name="registration_confirmations"),
    path("registrations/hours/", views.limits, name="limits"),
    path("registrations/questions/", views.questions, name="questions"),
    path(
        "registrations/questions/<int:number>/removal/",
        views.question_removal,
        name="question_removal",
    ),
    path("registrations/quotas/", views.quotas, name="quotas"),
    path("registrations/<int:number>/", views.one, name="one_registration"),
    path(
        "registrations/<int:number>/confirmation/",
        views.confirmation,
        name="registration_confirmation",
    ),
    path(
        "registrations/<int:number>/cancellation/",
        views.others_cancellation,
        name="others_cancellation",
    ),
]
lists: list[URLPattern] = [
    path("lists/", views.lists, name="lists"),
    path("lists/template/", views.list_template, name="list_template"),
    path("lists/<int:number>/", views.one_list, name="one_list"),
    path("lists/<int:number>/application/", views.list_application, name="list_application"),
    path("lists/<int:number>/withdrawal/", views.list_withdrawal, name="list_withdrawal"),
]
districts: list[URLPattern] = [
    path("districts/", views.districts, name="districts"),
    path("districts/reminders/", views.district_reminders, name="district_reminders"),
    path("districts/export/<slug:kind>/", views.districts_export, name="districts_export"),
    path("invitations/", views.invitations, name="invitations"),
    path("invitations/heads/", views.invitations_of_heads, name="invitations_of_heads"),
    path("invitations/papers/", views.invitation_papers, name="invitation_papers"),
]


def under_edition(pattern: URLPattern) -> URLPattern:
    """The same address below that of an edition."""
    return path(f"<slug:slug>/{pattern.pattern}", pattern.callback, name=pattern.name)


urlpatterns: list[URLPattern] = [under_edition(one) for one in (*own, *others, *lists, *districts)]

"""What the two days declare: feedback, papers, marks, certificates."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def declare_feedback() -> None:
    """Declared after the registrations, so that it is erased before them: they are its key."""
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.forum.actions import feedback
    from rost.forum.actions.totals import freeze_over
    from rost.forum.queries.feedback import feedback_of

    register_data_class(
        DataClass(
            name="forum.feedback",
            title=pgettext_lazy("forum", "Feedback"),
            columns=(
                ("edition", _("Forum")),
                ("session", pgettext_lazy("programme", "Session")),
                ("mark", pgettext_lazy("feedback", "Answer from 1 to 5")),
                ("words", _("Words")),
                ("day", pgettext_lazy("feedback", "Day")),
            ),
            rows=feedback_of,
            erase=feedback.erase_feedback,
            expired=feedback.count_old_feedback,
            destroy=lambda before, now: feedback.destroy_old_feedback(before),
            prepare=freeze_over,
        )
    )


def declare_papers() -> None:
    """Declared after the registrations, so that they are erased before them."""
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.forum.actions import papers_data as data
    from rost.forum.actions.totals import freeze_over
    from rost.forum.queries.papers_data import badges_of_person, sheets_of_person

    register_data_class(
        DataClass(
            name="forum.badges",
            title=_("Badges"),
            columns=(
                ("edition", _("Forum")),
                ("number", pgettext_lazy("badge", "Number")),
                ("made", pgettext_lazy("badge", "Made")),
                ("printed", pgettext_lazy("badge", "Printed")),
                ("ended", pgettext_lazy("badge", "Out of force")),
            ),
            rows=badges_of_person,
            erase=data.erase_badges,
            expired=data.count_old_badges,
            destroy=lambda before, now: data.destroy_old_badges(before),
            prepare=freeze_over,
        )
    )
    register_data_class(
        DataClass(
            name="forum.sheets",
            title=_("Sign-in sheets"),
            columns=(
                ("edition", _("Forum")),
                ("code", pgettext_lazy("sheet", "Sheet code")),
                ("of", pgettext_lazy("sheet", "Session or day")),
                ("row", pgettext_lazy("sheet", "Row")),
                ("printed", pgettext_lazy("sheet", "Printed")),
            ),
            rows=sheets_of_person,
            erase=data.erase_from_sheets,
            expired=data.count_old_sheets,
            destroy=lambda before, now: data.destroy_old_sheets(before),
            prepare=freeze_over,
        )
    )


def declare_marks() -> None:
    """Declared after the badges, so that marks are counted and erased before them."""
    from rost.directory.queries.personal_data import DataClass, name_register, register_data_class
    from rost.forum.actions.attendance import personal as data
    from rost.forum.actions.totals import freeze_over
    from rost.forum.queries.attendance.personal import mark_rows

    name_register("forum.doors", _("Lists and marks at the doors"))
    register_data_class(
        DataClass(
            name="forum.marks",
            title=_("Marks of presence"),
            columns=(
                ("edition", _("Forum")),
                ("door", _("Door")),
                ("at", _("When")),
                ("direction", _("Came or went")),
                ("source", pgettext_lazy("mark", "How")),
                ("voided", pgettext_lazy("mark", "Taken back")),
            ),
            rows=mark_rows,
            erase=data.erase_marks,
            expired=data.count_old_marks,
            destroy=data.destroy_old_marks,
            prepare=freeze_over,
        )
    )
    register_data_class(
        DataClass(
            name="forum.passes",
            title=_("Passes of volunteers at the doors"),
            columns=(),
            rows=lambda person: (),
            erase=lambda person, now: 0,
            expired=data.count_old_passes,
            destroy=data.destroy_old_passes,
        )
    )


def declare_printing() -> None:
    from rost.documents.queries.works import Work, register_work
    from rost.forum.actions import papers
    from rost.forum.rules import may_see_papers

    for name, title, run in (
        (papers.BADGES, _("Badges"), papers.run_badges),
        (papers.SHEETS, _("Sign-in sheets"), papers.run_sheets),
        (papers.LISTS, _("Lists of participants"), papers.run_list),
    ):
        register_work(Work(name, title, run=run, may_see=may_see_papers))


def declare_certificates() -> None:
    from rost.directory.queries.personal_data import name_register
    from rost.documents.queries.notices import register_revocation_notice
    from rost.documents.queries.works import register_work
    from rost.forum.actions.certificates import WORKS
    from rost.forum.messages.certificates import tell_revoked

    name_register("forum.certificates", _("Certificates of participants"))
    register_revocation_notice("certificate", tell_revoked)
    for work in WORKS:
        register_work(work)

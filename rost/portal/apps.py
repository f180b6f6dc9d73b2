from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PortalConfig(AppConfig):
    name = "rost.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from rost.portal.adapters.revision import watch_public_tables
        from rost.portal.queries.my_page import sees_desk
        from rost.ui.menu import add_entry

        post_migrate.connect(watch_public_tables, dispatch_uid="watch public tables")
        declare_searches()
        declare_questions()
        declare_news()
        declare_cards()
        add_entry(
            "forum:editions",
            _("Forum"),
            shown=lambda visitor: True,
            here=lambda path: path.startswith("/forum/") and "/desk/" not in path,
        )
        add_entry(
            "library:practices",
            pgettext_lazy("menu", "Practices"),
            shown=lambda visitor: True,
            here=lambda path: path.startswith("/practices/"),
        )
        add_entry(
            "forum:desk",
            _("Desk"),
            shown=sees_desk,
            here=lambda path: path.startswith("/forum/") and "/desk/" in path,
        )


def declare_cards() -> None:
    from rost.catalogue.queries.things import Source, register_source
    from rost.portal.queries import cards

    register_source(Source("place", cards.places))
    register_source(Source("organisation", cards.organisations))


def declare_searches() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.portal.actions.searches import erase_searches
    from rost.portal.queries.search.saved import searches_kept

    register_data_class(
        DataClass(
            name="catalogue.searches",
            title=_("Saved searches"),
            columns=(
                ("name", _("What is looked for")),
                ("tells", _("Tells of news")),
                ("saved", _("Saved")),
            ),
            rows=searches_kept,
            erase=erase_searches,
        )
    )


def declare_questions() -> None:
    from rost.directory.queries.personal_data import DataClass, register_data_class
    from rost.portal.actions import questions as actions
    from rost.portal.queries.search import questions

    register_data_class(
        DataClass(
            name="catalogue.questions",
            title=_("Questions to the experts"),
            columns=(
                ("text", _("Question")),
                ("query", _("What was looked for")),
                ("asked", pgettext_lazy("question", "Asked")),
                ("answer", _("Answer")),
            ),
            rows=questions.questions_kept,
            erase=actions.erase_questions,
            expired=questions.old_questions,
            destroy=actions.destroy_questions,
        )
    )
    register_data_class(
        DataClass(
            name="catalogue.answers",
            title=_("Answers to questions"),
            columns=(("answered", _("When")), ("answer", _("Answer"))),
            rows=questions.answers_kept,
            erase=actions.erase_answers,
        )
    )


def declare_news() -> None:
    from datetime import timedelta

    from rost.directory.queries.recurring import Recurring, register_recurring
    from rost.portal.actions.searches import tell_news

    register_recurring(
        Recurring("portal.searches", timedelta(hours=1), tell_news, _("News of saved searches"))
    )

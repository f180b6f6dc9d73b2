"""What people of the demonstration look for: a saved search, questions to the experts."""

from __future__ import annotations

from datetime import datetime, timedelta

from rost.catalogue.models import SearchQuestion
from rost.directory.models import Person
from rost.portal.actions.questions import answer, ask
from rost.portal.actions.searches import save_search
from rost.portal.queries.search.asked import Asked

ANSWERED = (
    "опоры освещения собственник",
    (
        "Опоры стоят на балансе электросетевой компании. Можно ли повесить на них светильники и "
        "что для этого подписать?"
    ),
    (
        "Можно. Просите у сетевой компании технические условия и договор о размещении "
        "светильников: плата берётся за место на опоре, учёт отдельный. До договора включите линию "
        "в реестр муниципального имущества, иначе платить за свет будет нечем."
    ),
    20,
)
WAITING = (
    (
        "сход граждан самообложение",
        "Сколько человек должно прийти на сход в деревне на 40 дворов?",
        9,
    ),
    ("вывоз мусора кладбище", "Кто обязан вывозить мусор с сельского кладбища – мы или район?", 1),
)


def look_for_something(head: Person, expert: Person, *, now: datetime) -> None:
    """Said again it changes nothing; one question is late on purpose, so that the desk shows it."""
    asked = Asked(query="освещение улиц", many={"kind": ("practice",)})
    save_search(person=head, asked=asked, language="ru", now=now)
    for query, text, days in WAITING:
        if not SearchQuestion.objects.filter(person=head, text=text).exists():
            ask_days_ago(head, query, text, days, now=now)
    query, text, words, days = ANSWERED
    if not SearchQuestion.objects.filter(person=head, text=text).exists():
        question = ask_days_ago(head, query, text, days, now=now)
        answered_at = now - timedelta(days=days - 2)
        answer(question=question, by=expert, text=words, card=None, now=answered_at)


def ask_days_ago(
    head: Person, query: str, text: str, days: int, *, now: datetime
) -> SearchQuestion:
    return ask(person=head, query=query, text=text, language="ru", now=now - timedelta(days=days))

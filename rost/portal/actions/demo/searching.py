"""What people of the demonstration keep and ask: searches that tell of news, a question to the
experts answered by a practice, another that waits, drafts begun with three answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils import translation

from rost.catalogue.models import Card
from rost.directory.models import Person
from rost.library.actions.own.starting import start_practice
from rost.library.models import Practice
from rost.library.queries.practices import key_of
from rost.portal.actions.questions import answer, ask
from rost.portal.actions.searches import save_search
from rost.portal.queries.search.asked import Asked

SAVED = (
    ("adopter", Asked(query="уличное освещение", like="80628470")),
    ("adopter", Asked(query="уборка снега")),
    ("author", Asked(query="вода летом", many={"kind": ("practice",)})),
    ("head", Asked(query="детская площадка своими силами")),
)
ASKED = "фонари за счёт экономии"
QUESTION = (
    "Нам предлагают поменять все фонари без денег бюджета, расплачиваться будем из экономии. "
    "Сельсовет маленький, 60 фонарей. Стоит ли соглашаться и на что смотреть в договоре?"
)
ANSWER = (
    "Для 60 фонарей такой договор обычно невыгоден исполнителю, поэтому условия будут жёсткими. "
    "Посмотрите, как это сделали в большой сети, и главное – год своих показаний до договора. "
    "Малой сети дешевле поменять лампы самим за два бюджета."
)
ANSWERED_BY = "energy-service"
WAITING = "Есть ли у кого опыт зимнего водопоя для табуна? Прорубь замерзает за ночь."
DRAFTS = (
    (
        "author",
        "На остановке у трассы нет урны, мусор ветром несёт на поля.",
        "Поставили сетку для бутылок и договорились с водителем автобуса, что он забирает мешок.",
        "Мешков мусора за месяц",
    ),
    (
        "adopter",
        "В двух деревнях нет магазина, за хлебом ездят на попутках.",
        "Сделали стол заказов в библиотеке, раз в два дня заказ привозит предприниматель.",
        "Дворов, которые заказывают",
    ),
)


def keep_and_ask(
    found: Mapping[str, Practice], people: Mapping[str, Person], *, now: datetime
) -> None:
    """`people` by the key of the persona: those named above, and the expert."""
    with translation.override("ru"):
        for who, asked in SAVED:
            save_search(person=people[who], asked=asked, language="ru", now=now)
        question = ask(
            person=people["head"],
            query=ASKED,
            text=QUESTION,
            language="ru",
            now=now - timedelta(days=6),
        )
        card = Card.objects.get(key=key_of(found[ANSWERED_BY]))
        answer(question=question, by=people["expert"], text=ANSWER, card=card, now=now)
        ask(person=people["adopter"], query="водопой", text=WAITING, language="ru", now=now)
        for who, problem, solution, outcome in DRAFTS:
            draft = start_practice(
                author=people[who],
                problem=problem,
                solution=solution,
                outcome=outcome,
                municipality=people[who].home,
                language="ru",
                now=now - timedelta(days=3),
            )
            draft.is_demonstration = True
            draft.save(update_fields=["is_demonstration"])

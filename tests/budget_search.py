"""The search, a territory's page: what they may cost, and many rows of them."""

from __future__ import annotations

from conftest import NOW, Cast
from rost.catalogue.actions.cards import put
from rost.catalogue.models import SearchQuestion
from rost.portal.actions.searches import save_search
from rost.portal.queries.search.asked import Asked
from tests.access_search import lighting

SEARCH = """
portal:search                       stranger     4
portal:search                       head         9
portal:territory                    stranger    22
portal:new_question                 stranger     2
portal:saved_searches               head         6
portal:questions                    head         6
portal:question                     head         6
portal:questions_desk               expert       8
portal:questions_task               expert      21
"""


def add_to_search(cast: Cast, number: int) -> None:
    """A practice in the catalogue, a saved search, a question that waits and one answered."""
    put(thing=lighting(cast, number + 1), now=NOW)
    asked = Asked(query=f"освещение {number}")
    save_search(person=cast.ramilya, asked=asked, language="ru", now=NOW)
    for answer in ("", "Есть."):
        SearchQuestion.objects.create(
            person=cast.ramilya,
            query="опоры",
            text=f"Вопрос {number}",
            asked_at=NOW,
            due_on=NOW.date(),
            answer=answer,
            answered_at=NOW if answer else None,
            answered_by=cast.marat if answer else None,
        )

"""Access to the search, saved searches, questions to the experts, a territory's page.

The saved search and the question are the head's.
"""

from __future__ import annotations

from typing import Any

from conftest import NOW, Cast
from rost.catalogue.actions.cards import put
from rost.catalogue.models import SearchQuestion
from rost.catalogue.queries.things import Thing
from rost.portal.actions.questions import ask
from rost.portal.actions.searches import save_search
from rost.portal.queries.search.asked import Asked

SEARCH = """
# The search and what stands beside it
portal:search                               +++++++++++
portal:suggestions                          +++++++++++
portal:saved_searches                       →++++++++++
portal:saved_search                         ··+········
portal:saved_search_removal                 ··+········
portal:new_question                         +++++++++++
portal:questions                            →++++++++++
portal:question                             →·+········
portal:questions_desk                       →····++···+
portal:questions_task                       →····++···+
portal:territory                            +++++++++++
"""


def lighting(cast: Cast, number: int = 0) -> Thing:
    """A practice of Аскарово as the catalogue knows it."""
    return Thing(
        key=f"library.practice:{900_000 + number}",
        kind="practice",
        title=f"Освещение улиц {number}",
        path=f"/practices/{900_000 + number}/",
        summary="Светильники с датчиками на пяти улицах.",
        municipality=cast.askarovo,
        local_issues=("131-14-19",),
        kopecks=25_000_000,
        year=2019,
    )


def search_things(cast: Cast) -> dict[str, dict[str, Any]]:
    put(thing=lighting(cast), now=NOW)
    saved = save_search(person=cast.ramilya, asked=Asked(query="освещение"), language="ru", now=NOW)
    question = ask_one(cast, "Где взять опоры?")
    return {
        "portal:saved_search": {"number": saved.pk},
        "portal:question": {"number": question.pk},
        "portal:questions_task": {"number": question.pk},
        "portal:territory": {"code": cast.askarovo.code},
    }


def ask_one(cast: Cast, text: str) -> SearchQuestion:
    return ask(person=cast.ramilya, query="опоры", text=text, language="ru", now=NOW)

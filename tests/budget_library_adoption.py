"""«Can we do it?» and adoptions: what their pages may cost, and many rows of them."""

from __future__ import annotations

from conftest import NOW, Cast
from rost.core.passport import Result
from rost.directory.models import Municipality, Person
from rost.library.actions.adoption import agree_to_be_called, tell_result
from rost.library.models import Practice
from rost.library.tests.adoption_stage import SPRINGS, practice_of, taken_up

ADOPTION = """
library:fit                         stranger     2
library:fit                         head    15
library:tree                        stranger     6
library:adoption                    stranger     6
library:adoption                    head     9
library:adopt                       head     5
library:adoption_plan               head     6
library:adoption_result             head     6
"""


def add_repeated(cast: Cast, head: Person, place: Municipality | None, number: int) -> None:
    """One more place repeats the practice and tells the result; one more practice of its kind."""
    assert place is not None
    practice = Practice.objects.get(title=SPRINGS.title)
    adoption = taken_up(practice, head, place)
    agree_to_be_called(adoption=adoption, contact=f"Глава {number}", agrees=True, by=head, now=NOW)
    results = [Result("родники с чистой водой", "1", str(number), "шт.")]
    tell_result(adoption=adoption, months=6, results=results, text="", seen=0, now=NOW)
    practice_of(cast, title=f"Скамейки {number}")

"""What everyone reads: pages of the approved programme and nothing of a draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import brotli
import pytest
import time_machine
from django.test import Client

from conftest import Cast
from rost.core.programme.model import Contribution, Form, Part, Programme, Session, State
from rost.forum.models import Edition
from rost.forum.tests.sample import UFA, publish, sample_programme, sample_route

pytestmark = pytest.mark.django_db
FORUM = "/forum/forum-2020/"
FIRST_PACKETS = 14_600  # bytes that arrive before the first round trip ends


def read(client: Client, path: str = "programme/") -> str:
    answer = client.get(f"{FORUM}{path}")
    assert answer.status_code == 200
    return answer.content.decode()


def at(day: int, hour: int, minute: int = 0) -> time_machine.travel:
    return time_machine.travel(datetime(2020, 2, day, hour, minute, tzinfo=UFA), tick=False)


def small(*sessions: Session, **facts: Any) -> Programme:
    """One day, two halls, the given sessions."""
    return replace(sample_programme(1, days=1, halls=2), sessions=sessions, **facts)


def a_session(code: str, hour: int, minutes: int = 60, **facts: Any) -> Session:
    usual: dict[str, Any] = {
        "guid": f"00000000-0000-4000-8000-000000{code}",
        "number": int(code, 36),
        "slug": code.lower(),
        "title": f"Заседание {code}",
        "form": Form.LECTURE,
        "minutes": minutes,
        "start": datetime(2020, 2, 18, hour, tzinfo=UFA),
        "hall": "hall-0",
    }
    return Session(code=code, **(usual | facts))


PUBLIC = [
    "",
    "programme/",
    "programme/2020-02-18/",
    "programme/print/",
    "programme/?text=бюджет",
    "sessions/{code}/",
    "people/{person}/",
]


def addresses(programme: Programme) -> list[str]:
    one = programme.sessions[0]
    return [path.format(code=one.code, person=one.contributions[0].person) for path in PUBLIC]


def test_every_public_page_opens_without_signing_in(client: Client) -> None:
    programme = sample_programme(12)
    publish(programme)

    answers = [client.get(FORUM + path).status_code for path in addresses(programme)]

    assert answers == [200] * len(PUBLIC)


@pytest.mark.parametrize("language", ["/ba", "/en"])
def test_every_public_page_opens_in_other_languages(client: Client, language: str) -> None:
    programme = sample_programme(12)
    publish(programme)

    answers = [client.get(language + FORUM + path).status_code for path in addresses(programme)]

    assert answers == [200] * len(PUBLIC)


def test_an_edition_not_yet_public_is_not_there_for_strangers(
    client: Client, signed_in: Any, cast: Cast
) -> None:
    programme = sample_programme(12)
    edition = publish(programme)
    Edition.objects.filter(pk=edition.pk).update(is_public=False)

    for stranger in (client, signed_in(cast.vera), signed_in(cast.ramilya)):
        answers = {stranger.get(FORUM + path).status_code for path in addresses(programme)}
        assert answers == {404}
    assert FORUM not in client.get("/forum/").content.decode()
    assert signed_in(cast.guzel).get(f"{FORUM}programme/").status_code == 200


def test_before_the_first_approval_the_programme_says_that_it_is_being_prepared(
    client: Client,
) -> None:
    programme = sample_programme(12)
    edition = publish(programme)
    Edition.objects.filter(pk=edition.pk).update(published=None)

    page = read(client)

    assert programme.sessions[0].title not in page
    assert client.get(f"{FORUM}sessions/{programme.sessions[0].code}/").status_code == 404


def test_a_session_only_planned_is_shown_nowhere(client: Client) -> None:
    secret = a_session("000001", 10, state=State.PROPOSED)
    publish(small(secret, a_session("000002", 12)))

    assert secret.title not in read(client)
    assert secret.title not in read(client, "programme/print/")
    assert secret.title not in read(client, "programme/?text=заседание")
    assert client.get(f"{FORUM}sessions/{secret.code}/").status_code == 404


def test_a_cancelled_session_stays_and_says_so(client: Client) -> None:
    publish(small(a_session("000001", 10, state=State.CANCELLED)))

    assert 'class="off"' in read(client)
    assert "notice bad" in read(client, "sessions/000001/")


def test_a_day_that_the_programme_does_not_have_is_not_there(client: Client) -> None:
    publish(sample_programme(3))

    days = ("2020-02-17", "2020-02-31", "2021-02-18", "2020-2-18")
    answers = [client.get(f"{FORUM}programme/{day}/").status_code for day in days]

    assert answers == [404] * 4


def test_a_person_is_named_as_in_the_version(client: Client) -> None:
    who = Contribution(77, "", "Имя, как утверждено", Part.LECTURER, post="гость")
    gone = Contribution(None, "", "", Part.SPEAKER)
    publish(small(a_session("000001", 10, contributions=(who, gone))))

    assert "Имя, как утверждено" in read(client, "people/77/")
    assert client.get(f"{FORUM}people/78/").status_code == 404
    assert read(client, "sessions/000001/").count("<li><p><strong") == 2


def test_a_route_shows_its_stops_and_practices(client: Client, cast: Cast) -> None:
    route = sample_route()
    visit = a_session("000001", 9, 600, hall="", route=route.slug, form=Form.VISIT)
    publish(small(visit, routes=(route,)))

    for page in (read(client, f"routes/{route.slug}/"), read(client, "sessions/000001/")):
        assert "Сельский клуб, который построили всем миром" in page
        assert "Аскаровский сельсовет, Абзелиловский район" in page


class TestNowAndNext:
    """Told on the server, right to the minute."""

    @pytest.fixture(autouse=True)
    def _programme(self, db: None) -> None:
        publish(small(a_session("AAAAAA", 10), a_session("BBBBBB", 12, hall="hall-1")))

    def told(self, client: Client) -> list[str]:
        """Codes in the block of now and next, in order."""
        page = read(client).partition('<section class="now"')[2].partition("</section>")[0]
        return [piece.partition("/")[0] for piece in page.split("/sessions/")[1:]]

    @pytest.mark.parametrize(
        ("hour", "minute", "codes"),
        [
            (9, 59, []),  # not begun
            (10, 0, ["AAAAAA", "BBBBBB"]),
            (10, 59, ["AAAAAA", "BBBBBB"]),
            (11, 0, ["BBBBBB"]),  # a pause: nothing now, one next
            (12, 0, ["BBBBBB"]),
            (13, 0, []),  # over
        ],
    )
    def test_to_the_minute(self, client: Client, hour: int, minute: int, codes: list[str]) -> None:
        with at(18, hour, minute):
            assert self.told(client) == codes

    def test_the_page_names_the_moment_when_it_changes_by_itself(self, client: Client) -> None:
        with at(18, 10, 30):
            answer: Any = client.get(f"{FORUM}programme/")

        assert answer.kept
        assert answer.kept_until == datetime(2020, 2, 18, 11, 0, tzinfo=UFA)
        assert answer.headers["Cache-Control"] == "no-cache"

    def test_a_search_is_not_kept(self, client: Client) -> None:
        answer: Any = client.get(f"{FORUM}programme/?text=слово")

        assert not getattr(answer, "kept", False)


def test_today_opens_first_while_the_forum_goes_on(client: Client) -> None:
    publish(sample_programme(9))

    with at(19, 15):
        page = read(client)

    assert f'href="{FORUM}programme/2020-02-19/" aria-current="page"' in page


class TestSearch:
    @pytest.fixture(autouse=True)
    def _programme(self, cast: Cast) -> None:
        shchepachev = Contribution(
            5, "", "Щепачёв Виктор Александрович", Part.LECTURER, territories=("80601410",)
        )
        publish(
            small(
                a_session("AAAAAA", 10, track="track-0", contributions=(shchepachev,)),
                a_session("BBBBBB", 11, form=Form.ROUND_TABLE, title="Һыу һәм ер"),
            )
        )

    @pytest.mark.parametrize(
        ("query", "codes"),
        [
            ("track=track-0", ["AAAAAA"]),
            ("form=round_table", ["BBBBBB"]),
            ("territory=80601000", ["AAAAAA"]),  # the district of the settlement
            ("territory=80611000", []),
            ("person=щепачев", ["AAAAAA"]),  # ё and е, small letters
            ("person=вик щеп", ["AAAAAA"]),
            ("text=хыу", ["BBBBBB"]),  # typed without the Bashkir layout
            ("text=заседание&form=round_table", []),
            ("text=%3Cscript%3E", []),
        ],
    )
    def test_finds(self, client: Client, query: str, codes: list[str]) -> None:
        page = read(client, f"programme/?{query}")

        found = [piece[:6] for piece in page.split('<h3><a href="' + FORUM + "sessions/")[1:]]
        assert found == codes
        assert "<script>" not in page


def test_halls_are_columns_and_a_long_session_spans_rows(client: Client) -> None:
    publish(
        small(
            a_session("AAAAAA", 10, 120),
            a_session("BBBBBB", 10, hall="hall-1"),
            a_session("CCCCCC", 11, hall="hall-1"),
            a_session("DDDDDD", 12, form=Form.BREAK, hall=""),
        )
    )

    page = read(client)

    table = page.partition("<tbody>")[2].partition("</tbody>")[0]
    assert page.partition("<thead>")[2].count('scope="col"') == 3
    assert table.count('scope="row"') == 3
    assert table.count('rowspan="2"') == 1
    assert table.count('colspan="2"') == 1
    assert table.count("<td") == 4  # no empty cell beside the long session


def test_a_break_spans_the_halls_while_a_bus_is_on_its_way(client: Client, cast: Cast) -> None:
    route = sample_route()
    publish(
        small(
            a_session("AAAAAA", 9, 600, hall="", route=route.slug, form=Form.VISIT),
            a_session("BBBBBB", 10),
            a_session("CCCCCC", 10, hall="hall-1"),
            a_session("DDDDDD", 11, form=Form.BREAK, hall=""),
            a_session("EEEEEE", 12),
            routes=(route,),
        )
    )

    table = read(client).partition("<tbody>")[2].partition("</tbody>")[0]

    assert table.count('colspan="2"') == 1
    assert table.count('rowspan="4"') == 1
    # 9:00 two empty halls and the bus; 10:00 both halls; 11:00 the break; 12:00 one and one empty.
    assert [row.count("<td") for row in table.split("<tr")[1:]] == [3, 2, 1, 2]


def test_a_plenary_session_alone_spans_the_halls_and_one_among_others_does_not(
    client: Client,
) -> None:
    publish(
        small(
            a_session("AAAAAA", 9, form=Form.PLENARY),
            a_session("BBBBBB", 10, form=Form.PLENARY),
            a_session("CCCCCC", 10, hall="hall-1"),
        )
    )

    table = read(client).partition("<tbody>")[2].partition("</tbody>")[0]

    assert table.count('colspan="2"') == 1
    assert table.index("AAAAAA") > table.index('colspan="2"')
    assert table.count("<td") == 3


def test_sessions_that_clash_in_a_hall_share_a_cell(client: Client) -> None:
    publish(small(a_session("AAAAAA", 10, 90), a_session("BBBBBB", 11)))

    table = read(client).partition("<tbody>")[2].partition("</tbody>")[0]

    assert (table.count("<td"), table.count("<article")) == (1, 2)


def test_a_night_belongs_to_the_day_that_runs_into_it(client: Client) -> None:
    programme = small(a_session("AAAAAA", 10))
    late = a_session("BBBBBB", 10, start=datetime(2020, 2, 19, 1, tzinfo=UFA))
    (day,) = programme.days
    publish(
        replace(
            programme,
            sessions=(*programme.sessions, late),
            days=(replace(day, end=day.start + timedelta(hours=20)),),
        )
    )

    assert "BBBBBB" in read(client, "programme/2020-02-18/")
    assert client.get(f"{FORUM}programme/2020-02-19/").status_code == 404


@pytest.mark.parametrize(
    ("path", "most"),
    [("", 8), ("programme/", 4), ("sessions/{code}/", 8), ("people/{person}/", 8)],
)
def test_one_number_of_queries_whatever_the_size(
    client: Client, path: str, most: int, django_assert_num_queries: Any, cast: Cast
) -> None:
    counts = []
    for number, size in ((1, 1), (2, 300)):
        programme = replace(sample_programme(size), title=f"Запросы {path}")
        publish(programme, number=number)
        one = programme.sessions[0]
        url = FORUM + path.format(code=one.code, person=one.contributions[0].person)
        with django_assert_num_queries(most, exact=False) as queries:
            client.get(url)
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("path", PUBLIC[:3] + PUBLIC[5:])
def test_a_page_of_300_sessions_comes_with_the_first_packets(
    client: Client, path: str, cast: Cast
) -> None:
    programme = sample_programme(300)
    publish(programme)
    one = programme.sessions[0]
    url = FORUM + path.format(code=one.code, person=one.contributions[0].person)

    page = client.get(url).content

    assert len(brotli.compress(page, quality=9)) <= FIRST_PACKETS
    assert page.count(b"<script") == page.count(b" defer")


def test_a_page_that_tells_what_goes_on_in_eight_halls_comes_so_too(client: Client) -> None:
    publish(sample_programme(300))

    with at(18, 11, 20):
        page = read(client)

    assert page.count('<section class="now"') == 1
    assert len(brotli.compress(page.encode(), quality=9)) <= FIRST_PACKETS


def test_only_rules_named_in_the_policy_are_inline(client: Client) -> None:
    publish(sample_programme(30))

    answer = client.get(f"{FORUM}programme/")

    assert " style=" not in answer.content.decode()
    assert answer.content.decode().count("<style>") == 2
    assert answer.headers["Content-Security-Policy"].count("'sha256-") == 2


def test_a_curator_is_led_to_register_others_and_a_resident_is_not(
    cast: Cast, signed_in: Any
) -> None:
    publish(sample_programme(1))

    curators, residents = (read(signed_in(who), "") for who in (cast.azat, cast.vera))

    for way in ("registrations/new/", "lists/", "registrations/"):
        assert f'href="{FORUM}{way}"' in curators
        assert f'href="{FORUM}{way}"' not in residents


def test_every_way_from_an_edition_leads_somewhere(cast: Cast, client: Client) -> None:
    edition = publish(sample_programme(1))
    edition.registration_opens_at = datetime(2020, 1, 1, tzinfo=UFA)
    edition.save()

    with at(10, 12):
        seen = read(client, "")

    assert 'href=""' not in seen
    assert seen.count(f'href="{FORUM}registration/"') == 3  # heading, next step, card

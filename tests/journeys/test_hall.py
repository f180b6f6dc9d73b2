"""A hall: a telephone with scripts, one without, the projector, and the moderator at the desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visits
from tests.journeys.forms import press, send

pytestmark = pytest.mark.browser

PROJECTOR = {"viewport": {"width": 1024, "height": 768}}
ASKED = "<script>alert(1)</script> \u202eКогда дойдёт субсидия?"
KEPT = "<script>alert(1)</script> Когда дойдёт субсидия?"
LONG = "Ы" * 400
HALL = """
from rost.live.actions.floors import open_floors
from rost.forum.models import Session
one = Session.objects.filter(edition__slug="2020", starts_at__isnull=False, floor=None)
one = one.exclude(state="cancelled").earliest("starts_at", "code")
open_floors(edition=one.edition, sessions=[one])
print(one.code)
"""


def test_a_hall_from_the_square_code_to_the_archive(visit: Visits) -> None:
    code = visit.site.run(HALL).splitlines()[-1]
    address = f"/forum/2020/hall/{code}/"
    projector = visit(**PROJECTOR)
    projector.goto(f"{address}screen/")
    phone = visit(**PHONE)
    phone.goto(f"/forum/2020/sessions/{code}/")
    press(phone, phone.locator(f"main a[href='{address}']"))

    ask_on_a_line_that_breaks(phone)
    support_without_scripts(visit(java_script_enabled=False, **PHONE), address)
    expect(projector.locator(".lines b").first).to_have_text("1")
    expect(phone.locator(".questions b").first).to_have_text("1", timeout=20_000)
    lead(visit("moderator"), code)

    expect(projector.locator("blockquote")).to_have_text(KEPT)
    expect(phone.locator(".questions .now .text")).to_have_text(KEPT, timeout=20_000)
    fits(projector)
    projector.goto(f"{address}archive/")
    assert KEPT in projector.locator("main").inner_text()


def ask_on_a_line_that_breaks(phone: Page) -> None:
    """What is sent without a line waits on the telephone, over a closed page too."""
    form = phone.locator("[data-act=ask]")
    phone.context.set_offline(True)
    for text in (ASKED, LONG):
        form.locator("textarea").fill(text)
        form.locator("button").click()
    expect(phone.locator("[data-part=outbox] li")).to_have_count(2)
    phone.context.set_offline(False)
    phone.reload()
    expect(phone.locator(".questions .text")).to_have_text([KEPT, LONG], timeout=20_000)


def support_without_scripts(phone: Page, address: str) -> None:
    """In a storm the page is a second behind what was asked: whoever sees nothing looks again."""
    phone.goto(address)
    first = phone.locator(".questions li").first
    for _look in range(10):
        if first.count():
            break
        phone.wait_for_timeout(500)
        phone.reload()
    assert first.locator(".text").inner_text() == KEPT
    assert press(phone, first.locator("button")) == 200
    assert phone.locator(".questions button[aria-pressed=true] b").inner_text() == "1"
    assert send(phone, text="Без сценариев", name="") == 200
    assert phone.locator(".questions .text").all_inner_texts() == [KEPT, LONG, "Без сценариев"]


def lead(moderator: Page, code: str) -> None:
    moderator.goto(f"/forum/2020/desk/hall/{code}/")
    asked = moderator.locator("article.asked", has_text="Когда дойдёт субсидия?")
    asked.locator("form[action$='/screen/'] button").click()
    expect(moderator.locator("article.current")).to_have_count(1)


def fits(projector: Page) -> None:
    """Nothing hangs over the edge, whatever was asked."""
    over = "[innerWidth, innerHeight].map((most, at) => most - document.documentElement"
    assert projector.evaluate(f"{over}[at ? 'scrollHeight' : 'scrollWidth'])") == [0, 0]

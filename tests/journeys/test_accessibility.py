"""Every kind of page: axe finds nothing in any look, nothing scrolls sideways, keys are enough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.conftest import Visits

pytestmark = pytest.mark.browser

FORUM = "/forum/2020/"
PUBLIC = (
    "/",
    "/about/",
    "/accessible/",
    "/account/login/",
    "/account/signup/",
    "/account/code/",
    "/directory/places/",
    "/directory/places/80601410/",
    "/directory/organisations/",
    "/directory/consents/participation/",
    "/forum/",
    FORUM,
    f"{FORUM}programme/",
    f"{FORUM}programme/?form=lecture",
    f"{FORUM}programme/print/",
    f"{FORUM}door/",
    f"{FORUM}registration/",
    f"{FORUM}programme/ sessions",  # the first link of that kind on that page
    f"{FORUM}programme/?form=lecture sessions people",
    f"{FORUM}programme/?form=visit sessions routes",
    "/search/",
    "/search/?q=освещение",
    "/search/?q=ъъъыыъ",
    "/search/questions/new/",
    "/territory/80601000/",
    "/territory/80601410/",
)
OF_HEAD = (
    "/",
    "/my/",
    "/messages/",
    "/directory/my-data/",
    "/directory/my-data/profile/",
    "/directory/my-data/deletion/",
    "/account/sessions/",
    "/account/second-factor/",
    "/account/email/",
    f"{FORUM}registration/",
    f"{FORUM}agenda/",
    f"{FORUM}feedback/",
    "/search/?q=освещение",
    "/search/saved/",
    "/search/questions/",
)
OF_ORGANISER = (
    f"{FORUM}desk/",
    f"{FORUM}desk/edition/",
    f"{FORUM}desk/places/",
    f"{FORUM}desk/routes/",
    f"{FORUM}desk/people/",
    f"{FORUM}desk/sessions/",
    f"{FORUM}desk/sessions/ desk/sessions",
    f"{FORUM}desk/programme/",
    f"{FORUM}desk/versions/",
    f"{FORUM}desk/versions/draft/",
    f"{FORUM}desk/rules/",
    f"{FORUM}desk/exchange/",
    f"{FORUM}desk/papers/",
    f"{FORUM}desk/badges/",
    f"{FORUM}desk/guest/",
    f"{FORUM}desk/sheets/",
    f"{FORUM}desk/attendance/",
    f"{FORUM}desk/doors/",
    f"{FORUM}desk/certificates/",
    f"{FORUM}desk/account/",
    f"{FORUM}desk/feedback/",
    f"{FORUM}desk/feedback/ sessions",
    f"{FORUM}registrations/",
    f"{FORUM}registrations/new/",
    f"{FORUM}registrations/hours/",
    f"{FORUM}registrations/quotas/",
    f"{FORUM}districts/",
    f"{FORUM}invitations/",
    f"{FORUM}lists/",
    f"{FORUM}desk/projects/decisions/",
    f"{FORUM}desk/projects/vote/",
)
IN_BLACK = ("/", "/directory/places/80601410/", FORUM, *PUBLIC[12:18])
BLACK = {"name": "view", "value": "s100-cwhite-i1-w0"}  # white letters on black
WHOLE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}
COLOURS = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
WIDTHS = {"320": (320, 1), "200 %": (640, 2)}  # 200 % of a window 1280 wide


@pytest.mark.parametrize(
    ("persona", "addresses", "look"),
    [
        ("", PUBLIC, "usual"),
        ("head", OF_HEAD, "usual"),
        ("organiser", OF_ORGANISER, "usual"),
        ("", IN_BLACK, "black"),
        ("organiser", OF_ORGANISER[7:9], "black"),
    ],
    ids=["stranger", "head", "organiser", "stranger in black", "organiser in black"],
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    visit: Visits, persona: str, addresses: tuple[str, ...], look: str
) -> None:
    page = visit(persona, reduced_motion="reduce")  # colours on their way are no colours
    if look == "black":
        page.context.add_cookies([BLACK | {"url": visit.site.address}])  # type: ignore[list-item]

    faults = [fault for address in addresses for fault in faults_of(page, address, look)]

    assert "\n".join(faults) == ""


def faults_of(page: Page, address: str, look: str) -> Iterator[str]:
    page.set_viewport_size({"width": 1280, "height": 900})
    reach(page, address)
    if look == "black":
        yield from violations(page, address, "black", COLOURS)
        return
    yield from violations(page, address, "light", WHOLE)
    page.emulate_media(color_scheme="dark")
    yield from violations(page, address, "dark", COLOURS)
    page.emulate_media(color_scheme="light")
    for name, (width, _scale) in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 700})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            yield f"{address}: scrolls sideways at {name}"


def reach(page: Page, address: str) -> None:
    """Open the page, then follow the first link of each kind named after it."""
    where, *kinds = address.split()
    answer = page.goto(where)
    assert answer, address
    assert answer.ok, address
    for kind in kinds:
        link = page.locator(f"main .content a[href*='{FORUM}{kind}/']:not([href$='/new/'])").first
        page.goto(str(link.get_attribute("href")))


def violations(page: Page, address: str, look: str, options: dict[str, Any]) -> Iterator[str]:
    for one in Axe().run(page, options=options).response["violations"]:
        targets = ", ".join(str(node["target"][0]) for node in one["nodes"][:3])
        yield f"{address} ({look}): {one['id']} at {targets}"


@pytest.mark.parametrize("address", ["/", f"{FORUM}programme/", f"{FORUM}registration/"])
def test_keys_alone_are_enough(visit: Visits, address: str) -> None:
    page = visit()
    page.goto(address)

    page.keyboard.press("Tab")
    assert focused(page)["href"] == "#main"
    assert focused(page)["seen"]
    places, unseen = set(), []
    for _turn in range(40):
        page.keyboard.press("Tab")
        here = focused(page)
        places.add(here["place"])
        if here["place"] and not here["seen"]:
            unseen.append(here)

    assert {"nav", "main"} <= places
    assert unseen == []


def focused(page: Page) -> dict[str, Any]:
    """Where the focus is, and whether it can be seen there."""
    found: dict[str, Any] = page.evaluate(
        """() => {
            const one = document.activeElement, style = getComputedStyle(one);
            const box = one.getBoundingClientRect();
            const marked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
            const inside = box.width > 1 && box.bottom > 0 && box.top < innerHeight;
            const around = one.closest("main") || one.closest("nav, footer, header");
            return {
                href: one.getAttribute("href"),
                place: one === document.body ? "" : around ? around.localName : "body",
                seen: marked && inside,
            };
        }"""
    )
    return found


def test_the_skip_link_leads_past_the_menu(visit: Visits) -> None:
    page = visit()
    page.goto("/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert focused(page)["place"] == "main"


@pytest.mark.parametrize(("address", "language"), [("/", "ru"), ("/ba/", "ba"), ("/en/", "en")])
def test_a_page_says_its_language(visit: Visits, address: str, language: str) -> None:
    page = visit()

    page.goto(address)

    assert page.locator("html").get_attribute("lang") == language

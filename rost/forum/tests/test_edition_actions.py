"""An edition, its days and places: wrong dates and things in use are refused, nothing half-done."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from conftest import NOW, Cast
from rost.forum.actions.editions import (
    AddressTaken,
    DatesBackwards,
    DayInUse,
    DayOutside,
    DaysLeftOutside,
    DaysOverlap,
    DayTwice,
    HallInUse,
    HoursBackwards,
    RouteInUse,
    StopOutside,
    StopsLeftOutside,
    UnknownTimeZone,
    add_document,
    change_edition,
    create_edition,
    delete_hall,
    delete_route,
    remove_day,
    set_day,
    set_hall,
    set_route,
    set_stop,
)
from rost.forum.actions.programme import FileTooLarge
from rost.forum.models import Day, Edition, Hall, Stop

from .stage import Stage, at, make_stage

FIRST, LAST = date(2020, 2, 18), date(2020, 2, 19)


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return make_stage(cast)


@pytest.mark.django_db
def test_wrong_facts_of_an_edition_are_refused() -> None:
    facts = {"slug": "f", "name": "Форум", "place": "Уфа", "starts_on": FIRST, "ends_on": LAST}
    create_edition(**facts)  # type: ignore[arg-type]

    with pytest.raises(AddressTaken):
        create_edition(**facts)  # type: ignore[arg-type]
    with pytest.raises(DatesBackwards):
        create_edition(**facts | {"slug": "g", "ends_on": date(2020, 2, 1)})  # type: ignore[arg-type]
    with pytest.raises(UnknownTimeZone):
        create_edition(**facts | {"slug": "g"}, timezone="Mars/Olympus")  # type: ignore[arg-type]

    assert Edition.objects.count() == 1


def test_dates_that_leave_days_outside_are_refused(stage: Stage) -> None:
    with pytest.raises(DaysLeftOutside):
        change_edition(edition=stage.edition, now=NOW, name="Другое имя", ends_on=FIRST)

    stage.edition.refresh_from_db()
    assert (stage.edition.name, stage.edition.ends_on) == (
        "Муниципалитеты – территории роста",
        LAST,
    )


def test_days_come_once_inside_the_forum_and_do_not_overlap(stage: Stage) -> None:
    edition = stage.edition
    second = Day.objects.get(edition=edition, date=LAST)

    with pytest.raises(DayTwice):
        set_day(edition=edition, date=FIRST, opens=time(8), closes=time(9))
    with pytest.raises(DayOutside):
        set_day(edition=edition, date=date(2020, 2, 20), opens=time(9), closes=time(18))
    with pytest.raises(HoursBackwards):
        set_day(edition=edition, date=LAST, opens=time(18), closes=time(9), day=second)
    late = set_day(
        edition=edition, date=FIRST, opens=time(9), closes=time(2), day=edition.days.first()
    )
    with pytest.raises(DaysOverlap):
        set_day(edition=edition, date=LAST, opens=time(1), closes=time(18), day=second)

    assert late.ends_at == at(19, 2)
    assert edition.days.count() == 2


def test_a_day_with_sessions_stays(stage: Stage) -> None:
    stage.session("Лекция", start=at(18, 10), hall=stage.big)
    first, second = stage.edition.days.all()

    with pytest.raises(DayInUse) as refusal:
        remove_day(day=first)
    remove_day(day=second)

    assert refusal.value.titles == ("Лекция",)
    assert list(stage.edition.days.all()) == [first]


def test_a_hall_in_use_is_not_deleted_and_the_refusal_lists_its_sessions(stage: Stage) -> None:
    stage.session("Вторая", start=at(18, 12), hall=stage.big)
    stage.session("Первая", start=at(18, 10), hall=stage.big)

    with pytest.raises(HallInUse) as refusal:
        delete_hall(hall=stage.big)
    delete_hall(hall=stage.small)

    assert refusal.value.titles == ("Первая", "Вторая")
    assert list(Hall.objects.all()) == [stage.big]


def test_halls_of_one_name_get_their_own_slug_which_stays(stage: Stage) -> None:
    twin = set_hall(edition=stage.edition, name="Большой зал", capacity=10)
    renamed = set_hall(
        edition=stage.edition, name="Актовый зал", capacity=320, equipment=["экран"], hall=stage.big
    )

    assert twin.slug == "bolshoy-zal-2"
    assert (renamed.slug, renamed.guid, renamed.equipment) == (
        "bolshoy-zal",
        stage.big.guid,
        ["экран"],
    )


def test_stops_lie_between_departure_and_return(stage: Stage, cast: Cast) -> None:
    facts = {"place": "Клуб", "territory": cast.askarovo, "practice": "Сход"}

    with pytest.raises(StopOutside):
        set_stop(route=stage.route, at=at(19, 8), until=at(19, 10), **facts)
    with pytest.raises(HoursBackwards):
        set_stop(route=stage.route, at=at(19, 12), until=at(19, 11), **facts)
    with pytest.raises(StopsLeftOutside):
        set_route(
            edition=stage.edition,
            route=stage.route,
            name=stage.route.name,
            seats=40,
            host=cast.askarovo,
            departs_at=at(19, 12, 30),
            returns_at=at(19, 17),
        )

    assert Stop.objects.count() == 1


def test_a_route_in_use_is_not_deleted(stage: Stage) -> None:
    stage.session("Выезд", start=at(19, 12), route=stage.route)

    with pytest.raises(RouteInUse):
        delete_route(route=stage.route)


def test_a_document_keeps_its_size_and_a_huge_one_is_refused(
    stage: Stage, settings: object
) -> None:
    small = add_document(
        edition=stage.edition, title="Положение", file=SimpleUploadedFile("p.pdf", b"x" * 2048)
    )
    settings.UPLOAD_LIMIT = 1024

    with pytest.raises(FileTooLarge):
        add_document(
            edition=stage.edition, title="Огромное", file=SimpleUploadedFile("h.pdf", b"x" * 2048)
        )

    assert small.size == 2048
    assert stage.edition.documents.count() == 1

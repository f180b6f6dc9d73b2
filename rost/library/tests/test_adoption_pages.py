"""Pages of adoptions: nothing typed is lost, evidence is what it says, ends are refused clearly."""

from __future__ import annotations

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from conftest import Cast
from rost.library.models import Adoption

from .adoption_stage import practice_of, taken_up


def address(adoption: Adoption, name: str = "") -> str:
    return f"/practices/{adoption.practice_id}/adoptions/{adoption.pk}/{name}"


def picture() -> SimpleUploadedFile:
    from PIL import Image

    target = io.BytesIO()
    Image.new("RGB", (2000, 1000), "green").save(target, "JPEG")
    return SimpleUploadedFile("spring.jpg", target.getvalue())


def plan(**more: str) -> dict[str, str]:
    steps = {"step-0-text": "Сход", "step-0-due_on": "2020-03-01", "step-0-order": "2"}
    other = {"step-1-text": "Смета", "step-1-due_on": "2020-02-01", "step-1-order": "1"}
    return {"begins_on": "2020-02-01", "seen": "0", "changed": "Иначе"} | steps | other | more


def test_a_head_takes_a_practice_up_and_makes_the_plan_hers(cast: Cast, signed_in: Any) -> None:
    practice, head = practice_of(cast), signed_in(cast.ramilya)

    head.post(f"/practices/{practice.pk}/adopt/", {"place": "80601410", "begins_on": "2020-02-01"})
    adoption = Adoption.objects.get()
    answer = head.post(address(adoption, "plan/"), plan(kopecks="12 000,50"))

    adoption.refresh_from_db()
    assert answer.headers["Location"] == address(adoption)
    assert [one.text for one in adoption.steps.all()] == ["Смета", "Сход"]
    assert (adoption.changed, adoption.kopecks) == ("Иначе", 1_200_050)


def test_a_curator_writes_a_basis_or_is_told_to(cast: Cast, signed_in: Any) -> None:
    practice, curator = practice_of(cast), signed_in(cast.azat)
    wanted = {"place": "Аскаровский сельсовет", "begins_on": "2020-02-01"}

    refused = curator.post(f"/practices/{practice.pk}/adopt/", wanted)
    curator.post(f"/practices/{practice.pk}/adopt/", wanted | {"basis": "звонок главы"})

    assert (refused.status_code, Adoption.objects.get().basis) == (409, "звонок главы")


def test_another_window_gives_everything_back_to_be_saved_once_more(
    cast: Cast, signed_in: Any
) -> None:
    adoption, head = (
        taken_up(practice_of(cast), cast.ramilya, cast.askarovo),
        signed_in(cast.ramilya),
    )
    head.post(address(adoption, "plan/"), plan())

    refused = head.post(address(adoption, "plan/"), plan(changed="Из другого окна"))
    again = head.post(address(adoption, "plan/"), refused.context["form"].data.dict())

    assert (refused.status_code, again.status_code) == (409, 302)
    adoption.refresh_from_db()
    assert adoption.changed == "Из другого окна"


def test_a_photograph_is_made_small_and_a_disguised_file_refused(
    cast: Cast, signed_in: Any, client: Client
) -> None:
    adoption, head = (
        taken_up(practice_of(cast), cast.ramilya, cast.askarovo),
        signed_in(cast.ramilya),
    )
    disguised = SimpleUploadedFile("act.pdf", b"MZ\x90\x00")

    head.post(address(adoption, "evidence/"), {"file": picture(), "title": "Родник"})
    refused = head.post(address(adoption, "evidence/"), {"file": disguised, "title": "Акт"})

    photo = adoption.evidence.get()
    shown = client.get(address(adoption, f"evidence/{photo.pk}/?small"))
    assert (photo.width, photo.height, refused.status_code) == (1600, 800, 409)
    assert shown.headers["Content-Type"] == "image/webp"


def test_giving_up_without_a_reason_is_asked_for_one(cast: Cast, signed_in: Any) -> None:
    adoption, head = (
        taken_up(practice_of(cast), cast.ramilya, cast.askarovo),
        signed_in(cast.ramilya),
    )

    silent = head.post(address(adoption, "ending/"), {"ending": "given_up", "reason": " "})
    head.post(address(adoption, "ending/"), {"ending": "given_up", "reason": "Пересох."})

    adoption.refresh_from_db()
    assert (silent.status_code, adoption.state) == (422, "given_up")
    assert head.get(address(adoption, "plan/")).headers["Location"] == address(adoption)

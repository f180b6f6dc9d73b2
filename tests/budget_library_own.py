"""Practices from the authors' side and the public's: what pages may cost, and many rows of them."""

from __future__ import annotations

from conftest import NOW, Cast
from rost.library.actions.publishing import publish
from rost.library.models import Practice
from rost.library.tests.adoption_stage import practice_of
from tests.access_library_own import TITLE, add_uploads

OWN = """
library:practices                   stranger     6
library:practices                   head        13
library:practice                    stranger    16
library:practice                    head        24
library:version                     stranger    12
library:version_changes             stranger     6
library:practice_new                head         6
library:draft_form                  head         9
library:draft_photos                head         8
"""


def add_to_library(cast: Cast, number: int) -> None:
    """One more practice on the shelf; one more version, photograph and file of another."""
    practice_of(cast, title=f"Тротуар {number}")
    practice, draft = (Practice.objects.get(title=one) for one in (TITLE, "Черновик"))
    for one in (practice, draft):
        add_uploads(one)
    publish(practice=practice, by=cast.marat, note=f"Фото {number}", now=NOW)

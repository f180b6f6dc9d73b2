"""Access to practices from the authors' side, and to what everybody reads.

The draft is the head's with the resident as co-author, the one in the library too; reviews of
them, adoptions and the exchange have their own parts.
"""

from __future__ import annotations

from typing import Any

from django.core.files.base import ContentFile

from conftest import NOW, Cast
from rost.library.actions.publishing import publish
from rost.library.models import Photo, Practice, PracticeFile
from rost.library.tests.adoption_stage import practice_of

OWN = """
# Practices: the authors' side
library:practice_new                        →++++++++++
library:co_author_key                       +++++++++++
library:draft_form                          →++········
library:draft_photos                        →++········
library:draft_photos_words                  ·++········
library:draft_photo_removal                 ·++········
library:draft_files                         →++········
library:draft_file_removal                  ·++········
library:draft_sending                       →++········
library:draft_mending                       →++········
library:draft_co_authors                    →++········
library:draft_co_author_removal             ·++········

# Practices: what everybody reads
library:practices                           +++++++++++
library:practice                            +++++++++++
library:version                             +++++++++++
library:version_changes                     +++++++++++
library:photo                               +++++++++++
library:file                                +++++++++++
"""
TITLE = "Колодец у школы"


def own_things(cast: Cast) -> dict[str, dict[str, Any]]:
    practice = practice_of(cast, cast.ramilya, title=TITLE)
    practice.co_authors.add(cast.vera)
    photo, file = add_uploads(practice)
    publish(practice=practice, by=cast.marat, note="С навесом", now=NOW)
    draft = Practice.objects.create(
        author=cast.ramilya, title="Черновик", began_at=NOW, saved_at=NOW
    )
    draft.co_authors.add(cast.vera)
    drafted, letter = add_uploads(draft)
    own = {"number": draft.pk, "photo": drafted.pk, "file": letter.pk, "person": cast.vera.pk}
    shown = {"number": practice.pk, "photo": photo.pk, "file": file.pk, "size": "small"}
    return {
        "library:draft_": own,
        "library:co_author_key": {"secret": "never-made"},
        "library:practice": shown,
        "library:version": shown | {"version": 1},
        "library:version_changes": shown | {"version": 2},
        "library:papers": shown,
        "library:press_text": shown,
        "library:sheet": shown | {"variant": "page"},
        "library:application": shown | {"form": "docx"},
        "library:photo": shown,
        "library:file": shown,
    }


def add_uploads(practice: Practice) -> tuple[Photo, PracticeFile]:
    photo = Photo.objects.create(
        practice=practice,
        file=ContentFile(b"RIFF", name="p.webp"),
        small=ContentFile(b"RIFF", name="s.webp"),
        width=1600,
        height=1200,
        size=4,
        alt="Колодец",
        added_at=NOW,
    )
    file = PracticeFile.objects.create(
        practice=practice,
        title="Протокол схода",
        file=ContentFile(b"%PDF-1.7", name="minutes.pdf"),
        size=8,
        added_at=NOW,
    )
    return photo, file

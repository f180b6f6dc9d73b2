"""What the words being typed may become."""

from __future__ import annotations

from rost.catalogue.queries.suggestions import suggest
from rost.directory.queries.places import label_of
from rost.directory.rules import Visitor
from rost.portal.queries.search.wording import kind_one
from rost.ui.languages import in_language


def suggested(visitor: Visitor, text: str, *, language: str) -> list[dict[str, str]]:
    return [
        {
            "text": one.text,
            "kind": kind_one(one.kind),
            "place": label_of(one.place) if one.place is not None and one.kind != "place" else "",
            "path": in_language(one.path, language),
            "lang": one.language if one.language != language else "",
        }
        for one in suggest(visitor, text)
    ]

"""The municipality that a line means: by its code, or by its name with the district."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from rost.core.codes import check_oktmo, clean
from rost.core.language import fold
from rost.directory.models import Municipality
from rost.directory.queries.places import label_of, place_by_text

DIGITS = 8
LONGEST_CHOICE = 70  # signs: a fault holds 120 with the name before it
# Words that say what kind of place it is and stand in no short name of ours.
KIND_WORDS = re.compile(
    r"\b(сельское поселение|городское поселение|муниципальный район|муниципального района|"
    r"городской округ|администрация|республик[аи] башкортостан|сп|мр|го|рб)\b",
    re.IGNORECASE,
)
OF_DISTRICT = re.compile(r"\b([\w-]+)(ского|цкого)\s+(?:района|р-на)\b", re.IGNORECASE)
DISTRICT = re.compile(r"\b(район|муниципальный район)\b", re.IGNORECASE)
INSIDE = re.compile(r"^(?P<name>.+?)\s+(?P<district>[\w-]+(?:ский|цкий) район)$", re.IGNORECASE)
ENDINGS = {"ского": "ский", "цкого": "цкий"}


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """`fault` is a code of `messages`, with `value`; a locality keeps its own eleven digits."""

    place: Municipality | None = None
    code: str = ""
    fault: str = ""
    value: str = ""


@dataclass(slots=True)
class Places:
    """Asked again of a name, it answers from memory: lists name the same places often."""

    day: date
    by_code: dict[str, Municipality | None] = field(default_factory=dict)
    by_name: dict[str, PlaceFound] = field(default_factory=dict)

    def find(self, code: str, name: str, district: str) -> PlaceFound:
        """Nothing told is nothing found, and no fault."""
        if code:
            return self.of_code(code)
        if not name and not district:
            return PlaceFound()
        told = ", ".join(filter(None, (name, district)))
        if told not in self.by_name:
            own, parent = parted(name) if name else (district, "")
            self.by_name[told] = self.of_name(own, district if name else "", parent, told)
        return self.by_name[told]

    def of_code(self, code: str) -> PlaceFound:
        digits = clean(code)
        wrong = check_oktmo(digits)
        if wrong is not None:
            return PlaceFound(fault=f"oktmo_{wrong.value}", value=code)
        short = digits[:DIGITS]
        if short not in self.by_code:
            rows = Municipality.objects.select_related("parent")
            self.by_code[short] = rows.filter(code=short).first()
        place = self.by_code[short]
        if place is None:
            return PlaceFound(fault="place_unknown", value=code)
        return PlaceFound(place, digits)

    def of_name(self, name: str, district: str, parent: str, told: str) -> PlaceFound:
        """`parent` is the district that the name itself carries."""
        candidates: list[Municipality] = []
        district = district or parent
        for text in spellings(name):
            place, found = place_by_text(text, day=self.day)
            found = within(found, district)
            if len(found) == 1:
                place = found[0]
            elif district:
                whole = fold(text)
                exact = [one for one in found if fold(one.name) == whole]
                place = exact[0] if len(exact) == 1 else None
            if place is not None and (not district or place in found):
                return PlaceFound(place, place.code)
            candidates = candidates or found
        if not candidates:
            return PlaceFound(fault="place_unknown", value=told)
        return PlaceFound(fault="place_candidates", value=f"{told}: {choice_of(candidates)}")


def choice_of(candidates: list[Municipality]) -> str:
    """Districts where the name is one, names with districts otherwise; not cut within a word."""
    same = len({one.name for one in candidates}) == 1
    parents = [one.parent.name if one.parent is not None else one.name for one in candidates]
    labels = parents if same else [label_of(one) for one in candidates]
    shown: list[str] = []
    for label in labels:
        if sum(map(len, [*shown, label])) > LONGEST_CHOICE:
            return "; ".join([*shown, "…"])
        shown.append(label)
    return "; ".join(shown)


def parted(name: str) -> tuple[str, str]:
    """The name and the district that it carries, in either order: «…, Абзелиловский район»."""
    pieces = [one.strip() for one in re.split(r"[,()]", nominative(name)) if one.strip()]
    districts = [one for one in pieces if DISTRICT.search(one)]
    if len(pieces) > 1 and districts:
        rest = [one for one in pieces if one not in districts]
        return (" ".join(rest) or districts[0], districts[-1])
    found = INSIDE.match(pieces[0]) if pieces else None
    return (found["name"], found["district"]) if found is not None else (name, "")


def nominative(text: str) -> str:
    return OF_DISTRICT.sub(lambda one: f"{one[1]}{ENDINGS[one[2].lower()]} район", text)


def spellings(name: str) -> list[str]:
    """As told, then without words of its kind and with the district in the nominative."""
    told = nominative(name)
    short = " ".join(re.sub(r"[«»\"(),]", " ", KIND_WORDS.sub(" ", told)).split())
    return list(dict.fromkeys(filter(None, (name.strip(), told.strip(), short))))


def within(found: list[Municipality], district: str) -> list[Municipality]:
    """Those of the district, told by its name in any of its spellings."""
    if not district:
        return found
    told = [fold(one).replace("район", " ").split() for one in spellings(district)]
    wanted = [words for words in told if words]
    return [one for one in found if any(named(one, words) for words in wanted)]


def named(place: Municipality, words: list[str]) -> bool:
    parent = place.parent.name if place.parent is not None else ""
    whole = fold(f"{place.name} {parent}")
    return all(word in whole for word in words)

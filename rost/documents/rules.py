"""Rights over papers; how a number is written, a code typed, a name shown to a stranger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rost.directory.models import RoleName
from rost.directory.rules import Right

HANDLE_DOCUMENTS = Right.of("documents.handle", RoleName.ORGANISER)  # see, print, revoke, the log
EDIT_WORDINGS = Right.of("documents.wordings", RoleName.ORGANISER)

# Capital letters that look the same in Latin and in Cyrillic, and digits that look like none of
# them: the code can be typed on any keyboard. Sixteen of seventeen signs are 65 bits.
CODE_ALPHABET = "2345679ACEHKMPTXY"
CODE_LENGTH = 16
CODE_GROUP = 4
LOOK_ALIKES = str.maketrans("АСЕНКМРТХУЗЧБҪҠҮ", "ACEHKMPTXY346CKY")
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def number_label(series: str, year: int, number: int) -> str:
    """How a number stands on the paper.

    >>> number_label("СУ", 2020, 7)
    'СУ-2020-0007'
    """
    return f"{series}-{year}-{number:04}" if series else f"{year}-{number:04}"


def code_as_issued(typed: str) -> str:
    """What was typed, as it was issued: case, spaces, hyphens, Cyrillic twins do not matter.

    >>> code_as_issued("7аке-М2рх 59тн.СЗуа")
    '7AKEM2PX59THC3YA'
    """
    return "".join(filter(str.isalnum, typed)).upper().translate(LOOK_ALIKES)


def code_in_groups(code: str) -> str:
    """
    >>> code_in_groups("7AKEM2PX59THC3YA")
    '7AKE-M2PX-59TH-C3YA'
    """
    return "-".join(code[at : at + CODE_GROUP] for at in range(0, len(code), CODE_GROUP))


def part_of_name(name: str) -> str:
    """Enough to recognise the holder who stands there, not enough to learn who it is.

    The first letter of the surname, the given name, the first letter of the patronymic; the stars
    are always three, so that they do not tell how long the surname is.

    >>> part_of_name("Ахметова Рамиля Айратовна")
    'А*** Рамиля А.'
    >>> part_of_name("Юлдашбаев Ильдар Рашит улы")
    'Ю*** Ильдар Р.'
    >>> part_of_name("Ёлкина")
    'Ё***'
    """
    words = name.split()
    parts = [f"{word[0]}***" for word in words[:1]] + words[1:2]
    return " ".join(parts + [f"{word[0]}." for word in words[2:3]])


def wrong_places(text: str, allowed: Iterable[str]) -> list[str]:
    """What stands in braces and may not, as it was typed; a lone brace counts too.

    >>> wrong_places("{name} was {here} }", ("name",))
    ['{here}', '}']
    """
    found = re.findall(r"\{[^{}]*\}|[{}]", text)
    known = {f"{{{name}}}" for name in allowed}
    return list(dict.fromkeys(one for one in found if one not in known))


def shown_places(text: str, titles: Mapping[str, str]) -> str:
    """The wording as its author reads it: places are named in the language of the page.

    >>> shown_places("Выдан {name_dative}", {"name_dative": "имя в дательном падеже"})
    'Выдан {имя в дательном падеже}'
    """
    return fill(text, {name: f"{{{title}}}" for name, title in titles.items()})


def stored_places(text: str, titles: Mapping[str, str]) -> str:
    """The same back again; capitals and spaces do not matter.

    >>> stored_places("Выдан { Имя  в  падеже }", {"name_dative": "имя в падеже"})
    'Выдан {name_dative}'
    """
    names = {" ".join(title.lower().split()): name for name, title in titles.items()}

    def named(found: re.Match[str]) -> str:
        name = names.get(" ".join(found[1].lower().split()))
        return f"{{{name}}}" if name else found[0]

    return re.sub(r"\{([^{}]*)\}", named, text)


def fill(text: str, values: Mapping[str, str]) -> str:
    """The wording with values in the places for them; nothing in braces is ever evaluated.

    >>> fill("{name} – {hours}", {"name": "Ахметова", "hours": "16 часов"})
    'Ахметова – 16 часов'
    """
    return PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)

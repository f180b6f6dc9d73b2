"""Whether a name typed by hand may be a person's."""

from __future__ import annotations

import re

WORDS = range(2, 5)  # a surname with a name, perhaps a patronymic, perhaps «улы»


def like_a_person(text: str) -> bool:
    """Every word of it begins with a capital letter: bodies are written so only in their first.

    >>> [like_a_person(one) for one in ("Иванова Анна", "Иванов А.П.", "Совет юристов", "Водхоз")]
    [True, True, False, False]
    >>> like_a_person("Юлдашбаев Ильдар Рашит улы, глава")
    True
    """
    words = re.findall(r"\w+", re.split(r"[,;(–]", text)[0])
    named = [one for one in words if one not in ("улы", "ҡыҙы", "оглы", "кызы")]
    return len(named) in WORDS and all(one[0].isupper() and not one.isdigit() for one in named)

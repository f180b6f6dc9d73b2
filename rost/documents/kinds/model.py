"""What a kind of document is: a folder beside this file that declares one `KIND`.

    kinds/certificate/
        __init__.py     KIND = Kind(name="certificate", …)
        content.py      a frozen dataclass of plain values: what the paper says
        page.typ        its layout, in the language of typst: #let layout(job) = …
        sample.py       sample(language) -> content, for previews and tests
        docx.py         build(job) -> bytes, where people edit the paper
        xlsx.py         build(job) -> bytes, where people count with it

A new kind is a new folder; nothing else has to know of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be printed; `words` are already in the language of the paper."""

    contents: Sequence[Any]
    words: Mapping[str, str]
    language: str
    title: str
    variant: str = ""


Builder = Callable[[Job], bytes]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document.

    `content` is the class of what it says; `words` are the layout's own words («Подпись»),
    translated when the paper is made; `wordings` are sentences that organisers may change, with
    the places for values in braces. A kind with a `series` is numbered by year («СУ-2020-0007»)
    and has a check page. `builders` make other forms than PDF: "docx", "xlsx".
    """

    name: str
    title: Text
    content: type
    sample: Callable[[str], Any]
    series: str = ""
    words: Mapping[str, Text] = field(default_factory=dict)
    wordings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # language: name: text
    wording_titles: Mapping[str, Text] = field(default_factory=dict)  # name: what it is for
    placeholders: Mapping[str, Text] = field(default_factory=dict)  # in braces: how they are read
    with_wording: Callable[[str, str], Any] | None = None  # (language, text): a sample with it
    variants: tuple[str, ...] = ()  # sizes and shapes of the same paper: "a6", "86x54"
    builders: Mapping[str, Builder] = field(default_factory=dict)
    square_codes: tuple[str, ...] = ()  # fields drawn as square codes, under "<field>_square"
    running: tuple[str, ...] = ()  # fields of running text: hyphenated where the setter cannot

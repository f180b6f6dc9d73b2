"""DOCX by python-docx: an A4 page by the rules of official papers, real styles, a language.

The page: GOST R 7.0.97-2025 – margins left 20, right 10, top and bottom 20 mm, the number at the
top centre from the second page on.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

_LANGUAGES = {"ru": "ru-RU", "ba": "ba-RU", "en": "en-GB"}
_MARGINS = {"left": 20, "right": 10, "top": 20, "bottom": 20}  # mm
_FONT = "PT Sans"
_ACCENT = "0D4A8B"
_STILL = datetime(2000, 1, 1)  # equal contents give equal bytes
# XML 1.0 has no place for these signs.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff\u202a-\u202e]")


def new_paper(language: str, title: str, *, landscape: bool = False) -> Any:
    """An empty document with page, styles, language and title set."""
    import docx

    paper = docx.Document()
    properties = paper.core_properties
    properties.title, properties.language = printable(title)[:255], _LANGUAGES[language]
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = _STILL
    _set_page(paper.sections[0], landscape=landscape)
    _set_styles(paper.styles, _LANGUAGES[language])
    return paper


def saved(paper: Any) -> bytes:
    written = io.BytesIO()
    paper.save(written)
    return written.getvalue()


def printable(text: str) -> str:
    return _UNPRINTABLE.sub("", text)


def add_line(place: Any, *parts: tuple[str, str], style: str = "Normal") -> Any:
    """A paragraph of parts («text», "bold" | "italic" | ""); empty parts leave no trace."""
    line = place.add_paragraph(style=style)
    add_parts(line, *parts)
    return line


def add_parts(line: Any, *parts: tuple[str, str]) -> None:
    for text, look in parts:
        if text:
            run = line.add_run(printable(text))
            run.bold = True if look == "bold" else None
            run.italic = True if look == "italic" else None


def add_table(paper: Any, heads: Sequence[str], widths: Sequence[int]) -> Any:
    """A table whose header row is repeated on every page; `widths` in millimetres."""
    from docx.shared import Mm

    table = paper.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    for column, cell, head, width in zip(
        table.columns, table.rows[0].cells, heads, widths, strict=True
    ):
        column.width = cell.width = Mm(width)
        add_parts(cell.paragraphs[0], (head, "bold"))
    _mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    return table


def add_row(table: Any, *, height: int = 0) -> Any:
    """A row that does not break over pages; its cells, each as wide as its column.

    `height` in millimetres is the least it takes.
    """
    from docx.shared import Mm

    row = table.add_row()
    row.height = Mm(height) if height else None
    _mark(row._tr.get_or_add_trPr(), "w:cantSplit")
    for column, cell in zip(table.columns, row.cells, strict=True):
        cell.width = column.width
    return row.cells


def add_group(table: Any, text: str) -> None:
    """A row all across that names the rows below and stays with the first of them."""
    cells = add_row(table)
    line = cells[0].merge(cells[-1]).paragraphs[0]
    line.paragraph_format.keep_with_next = True
    add_parts(line, (text, "bold"))


def set_language(run: Any, language: str) -> None:
    """The language of one part that is not the paper's."""
    _languages(run._r.get_or_add_rPr(), _LANGUAGES.get(language, language))


def _set_page(section: Any, *, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    width, height = (297, 210) if landscape else (210, 297)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    for side, margin in _MARGINS.items():
        setattr(section, f"{side}_margin", Mm(margin))
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    line = section.header.paragraphs[0]
    line.alignment = 1  # centre
    _add_page_number(line.add_run())


def _set_styles(styles: Any, language: str) -> None:
    from docx.shared import Pt, RGBColor

    _languages(styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0], language)
    for name, size in (("Normal", 12), ("Title", 20), ("Heading 1", 14), ("Subtitle", 12)):
        style = styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        _fonts(style.element.get_or_add_rPr())
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string(_ACCENT)
            style.font.italic = False
    styles["Normal"].paragraph_format.space_after = Pt(4)


def _fonts(properties: Any) -> None:
    """One font for every script: themes would bring back another for Cyrillic."""
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FONT)


def _languages(properties: Any, language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), language)
    properties.append(lang)


def _mark(properties: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    properties.append(OxmlElement(name))


def _add_page_number(run: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)

"""What a certificate says to one person: sentences in force, the name in its case, hours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.translation import gettext as _

from rost.core.language import date_range_text, date_text, transliterate
from rost.directory.models import NameCase, Person
from rost.directory.queries.people.names import names_in_case
from rost.documents.kinds.certificate.content import Certificate
from rost.documents.models import Template
from rost.documents.queries.templates import wording_in_force
from rost.forum.models import AttendanceRules, Edition
from rost.forum.queries.attendance import rules_row
from rost.forum.rules.certificates import PLAIN_WORDING, case_of, hours_text, paragraphs

from .entitlement import KIND

DECLINED = "ru"  # the language whose names are put into cases


@dataclass(frozen=True, slots=True)
class Draft:
    """The name as the paper will have it; `certain` is False where somebody should look."""

    text: str
    certain: bool
    case: str


@dataclass(frozen=True, slots=True)
class Maker:
    """Everything that the certificates of one edition in one language share."""

    edition: Edition
    language: str
    rules: AttendanceRules
    sentence: str
    template: Template | None

    @property
    def case(self) -> str:
        """The case of the name; "" where the wording takes the name as it is."""
        found = case_of(self.sentence) if self.language == DECLINED else ""
        return found if found in NameCase.values else ""

    def names(self, people: Iterable[Person]) -> dict[int, Draft]:
        """Names as they will be printed, by the number of the person; two queries at most."""
        people = list(people)
        if self.language == "en":
            return {one.pk: Draft(latin_name(one), True, "") for one in people}
        if not self.case:
            return {one.pk: Draft(one.full_name, True, "") for one in people}
        found = names_in_case(people, self.case)
        return {pk: Draft(one.text, one.certain, self.case) for pk, one in found.items()}

    def content(
        self, person: Person, name: str, hours: int, *, number: str, address: str, code: str,
        now: datetime,
    ) -> Certificate:  # fmt: skip
        edition, language = self.edition, self.language
        hours_said = hours_text(hours, language, hour_minutes=self.rules.hour_minutes)
        dates = date_range_text(edition.starts_on, edition.ends_on, language)
        values = {
            "name": name if not self.case else person.full_name,
            "event": edition.name,
            "dates": dates,
            "place": edition.place,
            "hours": hours_said,
        }
        if self.case:
            values[f"name_{self.case}"] = name
        day = now.astimezone(ZoneInfo(edition.timezone)).date()
        return Certificate(
            number=number,
            name=name,
            wording=(*paragraphs(self.sentence, values), not_a_qualification(language)),
            event=edition.name,
            dates=dates,
            place=edition.place,
            hours=hours_said,
            signatory_post=self.rules.signatory_post,
            signatory_name=self.rules.signatory_name,
            issued_on=date_text(day, language),
            check_address=address,
            check_code=code,
            demonstration=edition.is_demonstration,
        )


def maker_of(edition: Edition, *, wording: str = PLAIN_WORDING, language: str) -> Maker:
    """Three queries at most; an unknown wording is the plain one."""
    found = wording_in_force(KIND, language, edition.space)
    sentence = found.texts.get(wording) or found.texts[PLAIN_WORDING]
    return Maker(edition, language, rules_row(edition), sentence, found.template)


def latin_name(person: Person) -> str:
    """«Ramilya Ayratovna Akhmetova»: the given name first, as English has it."""
    words = (person.given_name, person.patronymic, person.surname)
    return " ".join(transliterate(word) for word in words if word)


def not_a_qualification(language: str) -> str:
    """Only a licensed academy issues those (273-ФЗ, art. 76 and 60)."""
    with translation.override(language):
        return _("This certificate is not a document of professional development.")

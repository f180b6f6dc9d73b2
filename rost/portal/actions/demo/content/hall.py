"""What the hall asked, how it was answered, what it was asked back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """A question; `state` is shown, live, later, written or hidden; votes are telephones."""

    text: str
    votes: int
    state: str
    name: str = ""
    answer: str = ""


@dataclass(frozen=True)
class Voted:
    """A poll and how many telephones answered each option."""

    kind: str
    text: str
    options: tuple[str, ...]
    answers: tuple[int, ...]


HALLS: tuple[tuple[str, tuple[Asked, ...], tuple[Voted, ...]], ...] = (
    (
        "Муниципальная правовая практика: вопросы, которые задают чаще всего",
        (
            Asked("Можно ли тратить самообложение на дорогу районного значения?", 17, "live"),
            Asked(
                "Кто отвечает за бесхозный водопровод, пока его не приняли на баланс?",
                14,
                "written",
                "Глава сельского поселения",
                "До признания права собственности содержание ложится на того, чьими вопросами "
                "местного значения охвачено водоснабжение; поставьте объект на учёт и через год "
                "подайте в суд. Порядок и образец заявления разобраны на занятии (демонстрация).",
            ),
            Asked("Обязана ли администрация отвечать на сообщения в чате?", 10, "live"),
            Asked("Как оформить субботник, чтобы не было вопросов у проверяющих?", 8, "later"),
            Asked("Староста и депутат – можно ли в одном лице?", 6, "shown", "Специалист района"),
            Asked("Почему у соседей получилось, а у нас нет???", 2, "hidden"),
        ),
        (
            Voted(
                "one",
                "Что труднее всего?",
                ("Земля и имущество", "Закупки", "Обращения", "Бюджет"),
                (16, 12, 7, 9),
            ),
            Voted("hands", "Есть ли у вас юрист хотя бы на полставки?", (), (9, 31)),
        ),
    ),
    (
        "Жители как союзники: как услышать, ответить и сделать",
        (
            Asked("Как собрать сход, если половина живёт в городе?", 13, "live"),
            Asked("Что делать, если решение схода не нравится району?", 9, "live"),
            Asked("Ғәмәлгә ашмаған вәғәҙәләр тураһында нисек һөйләргә?", 5, "live"),
        ),
        (Voted("rating", "Насколько полезной была площадка?", (), (1, 1, 3, 11, 16)),),
    ),
)
WHY_HIDDEN = "Не вопрос к докладчику"

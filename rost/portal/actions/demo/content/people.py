"""Who speaks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Somebody of the demonstration; `key` names them in the programme and in sign-in links."""

    key: str
    surname: str
    given_name: str
    patronymic: str
    post: str
    kind: str = "expert"
    place: str = ""  # OKTMO code; empty: the academy
    demonstration: bool = True


GUEST = Person(
    "guest",
    "Щепачев",
    "В.",
    "А.",
    "профессор, председатель Союза муниципальных юристов России, "
    "секретарь совета муниципальных образований Оренбургской области",
    demonstration=False,
)

SPEAKERS = (
    GUEST,
    Person("lawyer", "Гареева", "Лилия", "Фанисовна", "доцент кафедры права", "teacher"),
    Person("finance", "Мурзин", "Тимур", "Ильдарович", "доцент кафедры экономики", "teacher"),
    Person("tos", "Сафиуллина", "Зульфия", "Рауфовна", "эксперт по самоуправлению", "expert"),
    Person("digital", "Ишбулатов", "Айнур", "Вәлит улы", "преподаватель академии", "teacher"),
    Person("moderator", "Кагарманова", "Эльвира", "Салаватовна", "модератор форума", "expert"),
    Person("grants", "Лаптева", "Ирина", "Олеговна", "эксперт по проектам НКО", "expert"),
    Person(
        "head-2", "Байгужин", "Урал", "Мирас улы", "глава сельского поселения", "head", "80604413"
    ),
    Person(
        "head-3",
        "Шаймухаметова",
        "Гөлнара",
        "Илдар ҡыҙы",
        "глава сельского поселения",
        "head",
        "80657405",
    ),
)

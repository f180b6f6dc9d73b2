"""The next forum: what is known of it before its programme exists."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

SUMMARY = (
    "Форум готовится. Можно предложить проект для сцены, зарегистрироваться и отметить, какие "
    "занятия вы хотели бы услышать: по этим пожеланиям составляется программа (демонстрация)."
)
CALL_TEXT = (
    "Расскажите о деле, которое сделали вместе: администрация, жители, НКО, бизнес. Десять минут "
    "на сцене и вопросы из зала. Ошибки и неудачи – тоже рассказ: их просят чаще всего."
)
BREAKS: Final = (  # day, start, minutes, title
    (0, "11:30", 30, "Перерыв"),
    (0, "13:30", 60, "Обед"),
    (0, "16:00", 30, "Перерыв"),
    (1, "11:00", 30, "Перерыв"),
    (1, "13:00", 60, "Обед"),
)
PLENARIES: Final = ((0, "10:00", "Открытие форума"), (1, "16:30", "Итоги форума"))
NEEDS_EQUIPMENT: Final = {"Электронный документооборот": "компьютеры"}
REMOTE_SPEAKER, REMOTE_ZONE = "digital", "Europe/Moscow"
SIMILAR: Final = (("vmeste", "initsiativy"), ("praktiki", "obmen-opytom"))
COMING, WISHES = 60, 5  # people registered already, sessions each of them wishes at most
LEAD = timedelta(days=30)  # how long the call and the wishes stay open

"""Six drawn pictures for practices: plain shapes, and a line that says they are no photographs."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rost.directory.models import Person
from rost.documents.adapters.fonts import font_folders
from rost.library.actions.own.photos import add_photo, describe_photos
from rost.library.adapters.photos import small
from rost.library.models import Practice

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 960, 640
GROUND = 430
SKY, NIGHT, GRASS, SNOW = "#cfe3f2", "#1e2a44", "#7fa36b", "#eef2f5"
WOOD, STONE, LIGHT, WATER, WHITE = "#8a6442", "#8c8f94", "#ffe08a", "#5b93bd", "#ffffff"
NOTE = "Рисунок для демонстрации, не фотография"


def street(draw: ImageDraw) -> None:
    backdrop(draw, NIGHT, "#2d3b32")
    for x in range(120, WIDTH, 240):
        draw.polygon([(x - 70, GROUND), (x, 200), (x + 70, GROUND)], fill="#4b5566")
        draw.rectangle((x - 4, 190, x + 4, GROUND), fill=STONE)
        draw.ellipse((x - 16, 176, x + 16, 204), fill=LIGHT)


def bridge(draw: ImageDraw) -> None:
    backdrop(draw, SKY, GRASS)
    draw.rectangle((0, 470, WIDTH, HEIGHT), fill=WATER)
    draw.arc((120, 120, 840, 480), 20, 160, fill=STONE, width=8)
    draw.rectangle((120, 420, 840, 442), fill=WOOD)
    for x in (150, 810):
        draw.rectangle((x - 12, 260, x + 12, 520), fill=STONE)


def spring(draw: ImageDraw) -> None:
    backdrop(draw, SKY, GRASS)
    draw.ellipse((300, 470, 660, 590), fill=WATER)
    draw.rectangle((380, 340, 580, 500), fill=STONE)
    draw.polygon([(340, 340), (480, 250), (620, 340)], fill=WOOD)
    draw.rectangle((470, 440, 490, 540), fill=WATER)


def house(draw: ImageDraw) -> None:
    backdrop(draw, SKY, SNOW)
    draw.rectangle((260, 270, 700, 500), fill=WOOD)
    draw.polygon([(220, 270), (480, 130), (740, 270)], fill="#9c3f36")
    for x in (310, 450, 590):
        draw.rectangle((x, 330, x + 70, 410), fill=LIGHT)


def field(draw: ImageDraw) -> None:
    backdrop(draw, SKY, GRASS)
    draw.rectangle((180, 450, 780, 590), outline=WHITE, width=6)
    for x in (180, 780):
        draw.rectangle((x - 4, 330, x + 4, 470), fill=STONE)
    draw.ellipse((450, 500, 500, 550), fill=WHITE)


def engine(draw: ImageDraw) -> None:
    backdrop(draw, SKY, SNOW)
    draw.rectangle((240, 330, 640, 480), fill="#b3332b")
    draw.rectangle((640, 380, 760, 480), fill="#b3332b")
    draw.rectangle((670, 395, 735, 435), fill=SKY)
    for x in (330, 560, 700):
        draw.ellipse((x - 36, 450, x + 36, 522), fill="#2b2b2b")


DRAWN: dict[str, tuple[Callable[[ImageDraw], None], str]] = {
    "lamps-meseli": (street, "Вечерняя улица с фонарями"),
    "bridge-hanging": (bridge, "Подвесной мостик через реку"),
    "spring-roof": (spring, "Родник с навесом"),
    "school-stop": (house, "Тёплая остановка у дороги"),
    "sport-box": (field, "Площадка с воротами"),
    "brigade-ba": (engine, "Машина пожарной дружины"),
}


def add_picture(practice: Practice, key: str, *, by: Person, now: datetime) -> None:
    if key not in DRAWN:
        return
    drawing, alt = DRAWN[key]
    add_photo(practice=practice, made=small(drawn(drawing)), by=by, now=now)
    describe_photos(
        practice=practice, texts={one.pk: f"{alt} (рисунок)" for one in practice.photos.all()}
    )


def drawn(drawing: Callable[[ImageDraw], None]) -> bytes:
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(picture)
    drawing(draw)
    font = next(path for path in sorted(Path(font_folders()[0]).glob("*-Regular.ttf")))
    draw.rectangle((0, HEIGHT - 44, WIDTH, HEIGHT), fill="#ffffff")
    draw.text((20, HEIGHT - 38), NOTE, fill="#333333", font=ImageFont.truetype(str(font), 26))
    content = io.BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()


def backdrop(draw: ImageDraw, sky: str, ground: str) -> None:
    draw.rectangle((0, 0, WIDTH, GROUND), fill=sky)
    draw.rectangle((0, GROUND, WIDTH, HEIGHT), fill=ground)
    chance = random.Random(3)  # noqa: S311 a stored seed, not a secret
    for _number in range(14):
        x, size = chance.randrange(WIDTH), chance.randrange(20, 60)
        y = GROUND - size
        draw.polygon([(x - size // 2, GROUND), (x, y), (x + size // 2, GROUND)], fill="#4d6b52")

"""Photographs made small: turned upright, without anything the camera wrote into them.

The whole picture is never decoded where that can be helped: JPEG is read at a fraction of its size
(`draft`), other kinds only up to a size that fits the memory of a small server.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

LARGE, SMALL = 1600, 480  # longest side in pixels
QUALITY = {LARGE: 80, SMALL: 72}
TAKEN = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 16_000_000  # of a picture that must be decoded whole
MOST_PIXELS_BY_DRAFT = 120_000_000  # of a baseline JPEG
# Brands of the ISO base media file format that telephones save photographs in (ISO/IEC 23008-12).
HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")


class PhotoFault(StrEnum):
    HEIC = "heic"
    NO_PICTURE = "no_picture"
    TOO_MANY_PIXELS = "too_many_pixels"


class UnfitPhoto(Exception):
    def __init__(self, fault: PhotoFault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Made:
    """WebP bytes of both sizes; width and height are those of the large one."""

    large: bytes
    small: bytes
    width: int
    height: int


def small(content: bytes) -> Made:
    """Raises `UnfitPhoto` for what is no photograph of a kind we take, or a trap."""
    if content[4:8] == b"ftyp" and content[8:12] in HEIC:
        raise UnfitPhoto(PhotoFault.HEIC)
    picture = opened(content)
    large = fitted(picture, LARGE)
    return Made(
        large=as_webp(large, LARGE),
        small=as_webp(fitted(large, SMALL), SMALL),
        width=large.width,
        height=large.height,
    )


def opened(content: bytes) -> Image:
    """Upright and without transparency, hardly larger than needed."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        picture = Image.open(io.BytesIO(content), formats=TAKEN)
        by_draft = picture.format == "JPEG" and not picture.info.get("progressive")
        most = MOST_PIXELS_BY_DRAFT if by_draft else MOST_PIXELS
        if picture.width * picture.height > most:
            raise UnfitPhoto(PhotoFault.TOO_MANY_PIXELS)
        if by_draft:
            picture.draft("RGB", (LARGE, LARGE))
        picture.load()
        upright = ImageOps.exif_transpose(picture)
    except (UnidentifiedImageError, Image.DecompressionBombError):
        raise UnfitPhoto(PhotoFault.NO_PICTURE) from None
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError, IndexError, KeyError):
        raise UnfitPhoto(PhotoFault.NO_PICTURE) from None  # broken in the middle
    return on_white(upright)


def on_white(picture: Image) -> Image:
    from PIL import Image

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        ground = Image.new("RGB", seen.size, "white")
        ground.paste(seen, mask=seen.getchannel("A"))
        return ground
    return picture.convert("RGB")


def fitted(picture: Image, side: int) -> Image:
    """A copy within a square of this side; a smaller picture is not blown up."""
    from PIL import Image

    copy = picture.copy()
    copy.thumbnail((side, side), Image.Resampling.LANCZOS)
    return copy


def as_webp(picture: Image, side: int) -> bytes:
    """Only the pixels go on: a fresh picture knows nothing of the camera and the place."""
    from PIL import Image

    bare = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    target = io.BytesIO()
    bare.save(target, "WEBP", quality=QUALITY[side], method=4)
    return target.getvalue()

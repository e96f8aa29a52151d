"""Photos are kept small, upright and without where, when and by what they were taken; what is no
photo is refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop.projects.exchange.photos import (
    LONGEST_SIDE_PX,
    MOST_BYTES,
    SMALL_SIDE_PX,
    ReadPhoto,
    photo_of,
    read_photo,
    smaller,
)
from desktop.refused import Refused
from tests.support import pictures

NO_PHOTO = "Dit bestand is geen foto (of is beschadigd). Kies een JPG, PNG of HEIC tot 25 MB."


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def tells_nothing(photo: ReadPhoto) -> bool:
    return all(
        not opened(content).getexif()
        and set(opened(content).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        for content in (photo.content, photo.small)
    )


def test_a_photo_of_a_telephone_stands_upright_and_does_not_tell_where_it_was_taken():
    taken = pictures.telephone_jpeg()
    assert b"Noordpad" in taken
    assert b"TelefoonVanNoor" in taken
    photo = photo_of(taken)
    assert (photo.width, photo.height) == (300, 400)
    assert tells_nothing(photo)
    assert b"Noordpad" not in photo.content + photo.small
    assert b"TelefoonVanNoor" not in photo.content + photo.small


def test_a_heic_photo_becomes_a_jpeg_that_tells_nothing():
    photo = photo_of(pictures.heic())
    assert opened(photo.content).format == "JPEG"
    assert (photo.width, photo.height) == (64, 48)
    assert tells_nothing(photo)
    red, _green, blue = opened(photo.content).convert("RGB").getpixel((10, 20))  # type: ignore[misc]
    assert red > blue  # orange at the left


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "I;16", "CMYK"])
def test_a_picture_of_any_kind_is_kept_as_it_is_seen(mode: str):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    written = BytesIO()
    Image.new(mode, (40, 40)).save(written, kind)
    assert opened(photo_of(written.getvalue()).content).size == (40, 40)


def test_what_can_be_seen_through_becomes_white():
    photo = photo_of(pictures.png("RGBA"))
    assert opened(photo.content).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_a_large_photo_is_kept_at_two_thousand_pixels_and_one_for_a_list():
    photo = photo_of(pictures.jpeg(4000, 3000))
    assert (photo.width, photo.height) == (LONGEST_SIDE_PX, 1536)
    assert max(opened(photo.small).size) == SMALL_SIDE_PX
    assert max(opened(smaller(photo.content, 600, 70)).size) == 600


def test_a_small_photo_stays_as_small_as_it_is():
    assert photo_of(pictures.jpeg(120, 90)).width == 120


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"gewone tekst, geen foto",
        b"\xff\xd8\xff\xe0" + b"\0" * 400,
        pictures.jpeg()[:300],
        pictures.heic()[:400],
        pictures.bomb(),
        b"GIF89a" + b"\0" * 60,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
    ids=["nothing", "text", "broken", "half a jpeg", "half a heic", "bomb", "gif", "svg"],
)
def test_what_is_no_photo_is_refused(content: bytes, tmp_path: Path):
    path = tmp_path / "foto.jpg"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_photo(path)
    assert (refused.value.sentence, refused.value.field) == (NO_PHOTO, "photo")


def test_a_file_of_more_than_25_mb_is_refused_before_it_is_read(tmp_path: Path):
    path = tmp_path / "foto.jpg"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(Refused, match="tot 25 MB"):
        read_photo(path)
    with pytest.raises(Refused, match="tot 25 MB"):
        photo_of(pictures.jpeg() + b"\0" * MOST_BYTES)


def test_a_file_that_is_gone_is_named(tmp_path: Path):
    with pytest.raises(Refused, match=r"weg\.jpg"):
        read_photo(tmp_path / "weg.jpg")

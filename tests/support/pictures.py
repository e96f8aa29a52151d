"""Pictures as cameras, telephones and people with bad intentions make them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from desktop.projects.exchange.photos import ReadPhoto, photo_of

MAKE, ORIENTATION, GPS, GPS_LATITUDE = 0x010F, 0x0112, 0x8825, 2
TURNED = 6  # a telephone that was held upright


def jpeg(width: int = 400, height: int = 300, colour: str = "teal", **also: Any) -> bytes:
    """A plain JPEG."""
    return _saved(Image.new("RGB", (width, height), colour), "JPEG", **also)


def telephone_jpeg() -> bytes:
    """A photo that lies on its side, and tells where, when and by what it was taken."""
    picture = Image.new("RGB", (400, 300), "teal")
    exif = picture.getexif()
    exif[MAKE], exif[ORIENTATION] = "TelefoonVanNoor", TURNED
    exif.get_ifd(GPS)[GPS_LATITUDE] = (52.0, 22.0, 33.0)
    return _saved(picture, "JPEG", exif=exif, comment=b"Noordpad 12")


def png(mode: str = "RGBA") -> bytes:
    """A square of which nothing can be seen."""
    return _saved(Image.new(mode, (40, 40), (255, 0, 0, 0) if mode == "RGBA" else 0), "PNG")


def heic() -> bytes:
    """A photo of a telephone of this day, that tells where and by what it was taken: 64 by 48, and
    orange at the left."""
    return (Path(__file__).parent / "telephone.heic").read_bytes()


def bomb() -> bytes:
    """A small file that is a picture of 400 million pixels."""
    side = 20_000
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * ((side // 8 + 1) * side), 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, content)
        for kind, content in ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    )


def photo(colour: str = "teal") -> ReadPhoto:
    """A photo that was read, fit to keep."""
    return photo_of(jpeg(colour=colour))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content)) + kind + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )  # fmt: skip


def _saved(picture: Image.Image, kind: str, **also: Any) -> bytes:
    written = BytesIO()
    picture.save(written, kind, **also)
    return written.getvalue()

"""Photos from cameras and telephones, made fit to keep: smaller, upright, and without where, when
and by what they were taken (EXIF)."""

from __future__ import annotations

import hashlib
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from desktop.language import _
from desktop.refused import Refused

MOST_BYTES = 25 * 1024 * 1024
# A camera has 100 million pixels, a telephone 50 million; more is a picture that eats the memory. A
# JPEG can be decoded small, other kinds only whole.
MOST_PIXELS = {"JPEG": 200_000_000, "MPO": 200_000_000}
MOST_PIXELS_WHOLE = 64_000_000
LONGEST_SIDE_PX = 2_048
SMALL_SIDE_PX = 320
QUALITY = 82
FORMATS = ("JPEG", "PNG", "HEIF")
# What a file dialog offers.
KINDS = "*.jpg *.jpeg *.png *.heic *.heif *.JPG *.JPEG *.PNG *.HEIC"


@dataclass(frozen=True)
class ReadPhoto:
    """A JPEG of at most 2,048 pixels a side, and the same of at most 320. `digest` is the SHA-256
    of the large one."""

    content: bytes
    small: bytes
    width: int
    height: int

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def read_photo(path: Path) -> ReadPhoto:
    """Read a photo from a file. Refused: a file that is gone, no photo, broken, or larger than
    25 MB."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _no_photo()
        content = path.read_bytes()
    except OSError as error:
        raise Refused(
            _("{name} cannot be read. Choose it again.").format(name=path.name), "photo"
        ) from error
    return photo_of(content)


def photo_of(content: bytes) -> ReadPhoto:
    """As `read_photo`, of what is read already."""
    from pi_heif import register_heif_opener

    if len(content) > MOST_BYTES:
        raise _no_photo()
    register_heif_opener()
    try:
        with warnings.catch_warnings():
            # The size is looked at below, before the pixels are.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=FORMATS) as opened:
                most = MOST_PIXELS.get(opened.format or "", MOST_PIXELS_WHOLE)
                if opened.width * opened.height > most:
                    raise _no_photo()
                # A JPEG is decoded in less detail at once: less memory, and sooner.
                opened.draft("RGB", (LONGEST_SIDE_PX, LONGEST_SIDE_PX))
                flat = _flat(opened)
    except Refused:
        raise
    # Pillow tells of broken files in many ways: its own errors, and those of what it reads with.
    except Exception as error:
        raise _no_photo() from error
    large = _jpeg(flat)
    width, height = flat.size
    flat.thumbnail((SMALL_SIDE_PX, SMALL_SIDE_PX))
    return ReadPhoto(large, _jpeg(flat), width, height)


def smaller(content: bytes, longest_side_px: int, quality: int) -> bytes:
    """A photo that was kept, for a place where it is small, such as a paper: a JPEG."""
    with Image.open(BytesIO(content), formats=("JPEG",)) as opened:
        opened.draft("RGB", (longest_side_px, longest_side_px))
        opened.thumbnail((longest_side_px, longest_side_px))
        return _jpeg(opened, quality)


def _flat(opened: Image.Image) -> Image.Image:
    """At most so large, upright, and without see-through parts, which a JPEG cannot have. First
    smaller: what comes after then takes little memory."""
    picture = opened
    if picture.mode not in ("RGB", "RGBA", "L", "CMYK"):
        see_through = picture.mode in ("LA", "PA") or "transparency" in picture.info
        picture = picture.convert("RGBA" if see_through else "RGB")
    picture.thumbnail((LONGEST_SIDE_PX, LONGEST_SIDE_PX))
    turned = ImageOps.exif_transpose(picture)
    if turned.mode != "RGBA":
        return turned.convert("RGB")
    flat = Image.new("RGB", turned.size, "white")
    flat.paste(turned, mask=turned.getchannel("A"))
    return flat


def _jpeg(picture: Image.Image, quality: int = QUALITY) -> bytes:
    written = BytesIO()
    # A new picture of the bare pixels: nothing that stood beside them comes along.
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    bare.save(written, "JPEG", quality=quality, optimize=True)
    return written.getvalue()


def _no_photo() -> Refused:
    return Refused(
        _("This file is no photo, or it is damaged. Choose a JPG, PNG or HEIC of up to 25 MB."),
        "photo",
    )

"""What files of others may hold, and the words for what is refused."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from math import isfinite
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element

from desktop.exchange.files import cannot_read
from desktop.exchange.xml import NotXmlError, root_of
from desktop.floorplans.codec import unreadable
from desktop.floorplans.plan import FARTHEST_MM, MOST_WALLS
from desktop.language import _
from desktop.language.format import number
from desktop.refused import Refused

# A drawing of 5,000 walls is a few megabytes in every format that is read.
MOST_BYTES = 100 * 1024 * 1024
MOST_UNPACKED_BYTES = 40 * 1024 * 1024


def content_of(path: Path) -> bytes:
    """The bytes of a file; refuses one too large to be a drawing, without reading all of it."""
    try:
        with path.open("rb") as file:
            return _at_most(file, MOST_BYTES)
    except OSError as error:
        raise cannot_read(path, error) from error


def too_large() -> Refused:
    return Refused(
        _("This file is too large to be a drawing. Your drawing has not changed."), "file"
    )


def too_many_walls() -> Refused:
    """More than `MOST_WALLS`."""
    return Refused(
        _("This drawing has more than {n} walls. Keep only the layer with walls.").format(
            n=number(MOST_WALLS)
        ),
        "file",
    )


def whole_mm(length: float) -> int:
    """A length from a file in whole millimetres; refuses what is no number or beyond a
    kilometre."""
    if not isfinite(length):
        raise unreadable()
    if abs(length) > FARTHEST_MM:
        raise Refused(
            _(
                "This drawing lies more than a kilometre from its origin. Move it to the origin "
                "in the program that made it."
            ),
            "file",
        )
    return round(length)


def member_of(content: bytes, name: str) -> bytes | None:
    """A file in a zip; None when there is none of that name. Refuses what is no zip, is locked, or
    unfolds to more than a drawing can be."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if name not in packed.namelist():
                return None
            with packed.open(name) as file:
                return _at_most(file, MOST_UNPACKED_BYTES)
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        NotImplementedError,  # packed in a way that Python does not know
        RuntimeError,  # locked with a password
        EOFError,
        OSError,
        ValueError,
    ) as error:
        raise unreadable() from error


def _at_most(file: IO[bytes], most: int) -> bytes:
    """What a file or a zip says of its size cannot be trusted, so the reading itself stops."""
    content = file.read(most + 1)
    if len(content) > most:
        raise too_large()
    return content


def xml_of(content: bytes) -> Element:
    """The root of an XML file; refuses what is none, and one with entities of its own."""
    try:
        return root_of(content)
    except NotXmlError as error:
        raise unreadable() from error

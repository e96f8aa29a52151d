"""Reading a home from a file: which format it is, the file itself says, not its name."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from desktop.floorplans.bounds import must_be_within_bounds
from desktop.floorplans.exchange.backdrop import is_picture
from desktop.floorplans.exchange.floorspace import is_floorspace, read_floorspace
from desktop.floorplans.exchange.limits import content_of
from desktop.floorplans.exchange.own import home_of, values_of
from desktop.floorplans.exchange.placing import FileRead
from desktop.language import _
from desktop.refused import Refused


def read_home(
    path: Path, mm_a_unit: float | None = None, layers: Collection[str] | None = None
) -> FileRead:
    """The home in a file: our own JSON, DXF, Sweet Home 3D or floorspace.js.

    `mm_a_unit` and `layers` are for DXF alone (`dxf_in.read_dxf`). Refused, in words: a file that
    is not there, and all that the formats refuse.
    """
    return home_in(content_of(path), mm_a_unit, layers)


def home_in(
    content: bytes, mm_a_unit: float | None = None, layers: Collection[str] | None = None
) -> FileRead:
    """The home in the bytes of a file."""
    read = _read(content, mm_a_unit, layers)
    must_be_within_bounds(read.home)
    return read


def _read(content: bytes, mm_a_unit: float | None, layers: Collection[str] | None) -> FileRead:
    if content.startswith(b"PK"):
        from desktop.floorplans.exchange.sweet_home import read_sweet_home

        return read_sweet_home(content)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        data = values_of(content)
        if is_floorspace(data):
            return read_floorspace(data)
        return FileRead(home_of(data))
    if is_picture(content):
        raise Refused(
            _(
                "This is a picture and not a drawing. Open it in Floor plans as a background, "
                "and trace it."
            ),
            "file",
        )
    from desktop.floorplans.exchange.dxf_in import read_dxf

    return read_dxf(content, mm_a_unit, layers)

"""Writing a home to a file of a format that its name says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from desktop.exchange.files import write_whole
from desktop.floorplans.drawing.marks import Drawing
from desktop.floorplans.drawing.side_by_side import side_by_side
from desktop.floorplans.drawing.storey import Storey, storey_word
from desktop.floorplans.exchange import own
from desktop.floorplans.geometry.derived import derive_home
from desktop.floorplans.plan import Home
from desktop.language import _
from desktop.refused import Refused

SCALE = 50

Write = Callable[[Home, str], bytes]


def write_home(home: Home, path: Path, title: str = "") -> None:
    """Put the home in a file. Refused: a format that is not written, and a place that cannot be."""
    write = FORMATS.get(path.suffix.lower())
    if write is None:
        raise Refused(
            _("“{name}” is no name of a drawing. Choose one that ends in {ends}.").format(
                name=path.name, ends=", ".join(FORMATS)
            ),
            "out",
        )
    write_whole(path, write(home, title or path.stem))


def _json(home: Home, title: str) -> bytes:
    return own.to_bytes(home)


def _dxf(home: Home, title: str) -> bytes:
    from desktop.floorplans.exchange.dxf_out import to_dxf

    return to_dxf(home)


def _svg(home: Home, title: str) -> bytes:
    from desktop.floorplans.exchange.svg import to_svg

    return to_svg(_drawing(home), SCALE, title)


def _png(home: Home, title: str) -> bytes:
    from desktop.floorplans.exchange.png import to_png

    return to_png(_drawing(home), SCALE)


def _ifc(home: Home, title: str) -> bytes:
    from desktop.floorplans.exchange.ifc import to_ifc

    return to_ifc(home, title)


def _drawing(home: Home) -> Drawing:
    names = [storey_word(home, level) for level in range(len(home.levels))]
    drawings = [Storey(derived).at(SCALE) for derived in derive_home(home)]
    return side_by_side(drawings, names, SCALE)


FORMATS: Mapping[str, Write] = {
    ".json": _json,
    ".dxf": _dxf,
    ".svg": _svg,
    ".png": _png,
    ".ifc": _ifc,
}

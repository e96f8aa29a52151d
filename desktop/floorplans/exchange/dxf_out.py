"""A drawing as DXF R2010 in millimetres: a layer for walls, doors, windows, furniture, rooms and
dimensions each."""

from __future__ import annotations

import io

from ezdxf import colors, units
from ezdxf.document import Drawing as Document
from ezdxf.enums import TextEntityAlignment
from ezdxf.filemanagement import new
from ezdxf.layouts.layout import Modelspace

from desktop.floorplans.drawing.look import LOOKS
from desktop.floorplans.drawing.marks import (
    Anchor,
    Arc,
    Area,
    Drawing,
    Ink,
    Layer,
    Mark,
    Stroke,
    Words,
)

# The colour of each layer, as CAD programs number them (AutoCAD colour index).
LAYER_COLOURS = {
    Layer.WALLS: 7,
    Layer.DOORS: 3,
    Layer.WINDOWS: 5,
    Layer.FURNITURE: 8,
    Layer.STAIRS: 8,
    Layer.ROOMS: 9,
    Layer.TEXTS: 2,
    Layer.DIMENSIONS: 4,
}
ALIGNED = {
    Anchor.START: TextEntityAlignment.LEFT,
    Anchor.MIDDLE: TextEntityAlignment.CENTER,
    Anchor.END: TextEntityAlignment.RIGHT,
}
# Capitals of a CAD font are as high as its text; here the height is that of the whole font.
CAPITALS = 0.73


def to_dxf(drawing: Drawing) -> bytes:
    """The file, with layers of the names in `Layer`."""
    document = new("R2010", setup=True, units=units.MM)
    for layer, colour in LAYER_COLOURS.items():
        document.layers.add(layer.value, color=colour)
    space = document.modelspace()
    for mark in drawing.marks:
        _add(space, mark)
    return _to_bytes(document)


def _to_bytes(document: Document) -> bytes:
    text = io.StringIO()
    document.write(text)
    return document.encode(text.getvalue())


def _add(space: Modelspace, mark: Mark) -> None:
    on_layer = {"layer": mark.ink.layer.value}
    match mark:
        case Area():
            for ring in mark.rings:
                space.add_lwpolyline(ring, close=True, dxfattribs=on_layer)
        case Stroke():
            dashed = {"linetype": "DASHED"} if LOOKS[mark.ink].dashes_mm else {}
            space.add_lwpolyline(mark.points, close=mark.closed, dxfattribs={**on_layer, **dashed})
        case Arc():
            space.add_arc(
                mark.centre, mark.radius, mark.start, mark.start + mark.sweep, dxfattribs=on_layer
            )
        case Words():
            text = space.add_text(
                mark.text,
                height=mark.height * CAPITALS,
                rotation=mark.angle,
                dxfattribs={**on_layer, "true_color": _colour(mark.ink)},
            )
            text.set_placement(mark.at, align=ALIGNED[mark.anchor])


def _colour(ink: Ink) -> int:
    fill = LOOKS[ink].fill
    assert fill is not None
    return colors.rgb2int(colors.RGB.from_hex(fill))

"""A home as DXF R2010 in millimetres: a layer for walls, doors, windows, furniture, rooms and
dimensions each, and for each storey its own."""

from __future__ import annotations

import io
from dataclasses import replace

from ezdxf import colors, units
from ezdxf.document import Drawing as Document
from ezdxf.enums import TextEntityAlignment
from ezdxf.filemanagement import new
from ezdxf.layouts.base import BaseLayout
from immutables import Map

from desktop.floorplans.drawing.look import LOOKS
from desktop.floorplans.drawing.marks import (
    Anchor,
    Arc,
    Area,
    Ink,
    Layer,
    Mark,
    Stroke,
    Words,
)
from desktop.floorplans.drawing.side_by_side import moved, name_below, shifts
from desktop.floorplans.drawing.storey import Storey, storey_word
from desktop.floorplans.exchange.dxf_marks import STOREY
from desktop.floorplans.exchange.dxf_things import block_name, marks_in_block
from desktop.floorplans.geometry import Derived, derive_home
from desktop.floorplans.plan import Furniture, Home, Stair

# The scale to which words and dimension lines are drawn.
SCALE = 50
# The colour of each layer, as CAD programs number them (AutoCAD colour index).
LAYER_COLOURS = {
    Layer.WALLS: 7,
    Layer.DOORS: 3,
    Layer.WINDOWS: 5,
    Layer.FURNITURE: 8,
    Layer.STAIRS: 8,
    Layer.LOW_CEILINGS: 30,
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


def to_dxf(home: Home) -> bytes:
    """The file, with layers of the names in `Layer`. The storeys of a home stand side by side, each
    with layers of its own that begin with its number; `dxf_in` puts them over each other again."""
    document = new("R2010", setup=True, units=units.MM)
    storeys = derive_home(home)
    drawings = [Storey(_without_things(derived)).at(SCALE) for derived in storeys]
    alone = len(storeys) == 1
    for level, (derived, drawing, dx) in enumerate(
        zip(storeys, drawings, shifts(drawings, SCALE), strict=True)
    ):
        sheet = _Sheet(document, "" if alone else f"{level} ")
        for mark in moved(drawing, dx).marks:
            sheet.add(mark)
        for thing in (*derived.plan.furniture.values(), *derived.plan.stairs.values()):
            sheet.insert(thing, dx)
        if not alone:
            name = storey_word(home, level)
            sheet.add(name_below(drawing, name, dx, SCALE))
            sheet.tell_storey(name, dx)
    return _to_bytes(document)


def _without_things(derived: Derived) -> Derived:
    """What stands free is a block each, and no lines."""
    plan = replace(derived.plan, furniture=Map(), stairs=Map())
    return replace(derived, plan=plan)


def _to_bytes(document: Document) -> bytes:
    text = io.StringIO()
    document.write(text)
    return document.encode(text.getvalue())


class _Sheet:
    """The layers of one storey; their names begin with `prefix`."""

    def __init__(self, document: Document, prefix: str) -> None:
        self._document, self._prefix = document, prefix
        for layer, colour in LAYER_COLOURS.items():
            document.layers.add(prefix + layer.value, color=colour)

    def add(self, mark: Mark) -> None:
        self._draw(self._document.modelspace(), mark, self._prefix + mark.ink.layer.value)

    def insert(self, thing: Furniture | Stair, dx: float) -> None:
        """The block of a thing where it stands; the block is made when it is not there."""
        name = block_name(thing)
        if name not in self._document.blocks:
            block = self._document.blocks.new(name)
            for mark in marks_in_block(thing):
                self._draw(block, mark, "0")
        layer = Layer.STAIRS if isinstance(thing, Stair) else Layer.FURNITURE
        self._document.modelspace().add_blockref(
            name,
            (thing.at.x + dx, thing.at.y),
            dxfattribs={"layer": self._prefix + layer.value, "rotation": thing.angle},
        )

    def tell_storey(self, name: str, dx: float) -> None:
        """Where the origin of the storey is, and what it is called, for who reads the file."""
        layer = self._prefix + STOREY
        self._document.layers.add(layer, color=8)
        on_layer = {"layer": layer}
        space = self._document.modelspace()
        space.add_point((dx, 0), dxfattribs=on_layer)
        space.add_text(name, height=1, dxfattribs=on_layer).set_placement((dx, 0))

    def _draw(self, space: BaseLayout, mark: Mark, layer: str) -> None:
        on_layer = {"layer": layer}
        match mark:
            case Area():
                for ring in mark.rings:
                    space.add_lwpolyline(ring, close=True, dxfattribs=on_layer)
            case Stroke():
                dashed = {"linetype": "DASHED"} if LOOKS[mark.ink].dashes_mm else {}
                space.add_lwpolyline(
                    mark.points, close=mark.closed, dxfattribs={**on_layer, **dashed}
                )
            case Arc():
                space.add_arc(
                    mark.centre,
                    mark.radius,
                    mark.start,
                    mark.start + mark.sweep,
                    dxfattribs=on_layer,
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

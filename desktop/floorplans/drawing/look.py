"""Colours and pens of a drawing on paper, by what a mark shows. Furniture is thin, walls are
full; a room is also told by its name, so nothing is told by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.floorplans.drawing.marks import Ink


@dataclass(frozen=True)
class Look:
    """`line` and `fill` are colours or None; `pen_mm` is the width of the line on paper and
    `dashes_mm` its dashes, none when empty."""

    line: str | None = None
    fill: str | None = None
    pen_mm: float = 0.18
    dashes_mm: tuple[float, ...] = ()


GROUND = "#ffffff"
LOOKS: dict[Ink, Look] = {
    Ink.LIVING: Look(fill="#eaf4f1"),
    Ink.KITCHEN: Look(fill="#fdf3e3"),
    Ink.BEDROOM: Look(fill="#e8effa"),
    Ink.BATHROOM: Look(fill="#efeffc"),
    Ink.TOILET: Look(fill="#f3ecfa"),
    Ink.HALL: Look(fill="#f4f4f0"),
    Ink.STORAGE: Look(fill="#efeae4"),
    Ink.OUTDOOR: Look(fill="#e9f6e4"),
    Ink.SHAFT: Look(fill="#dfe3e6"),
    Ink.OTHER: Look(fill="#f5f6f8"),
    Ink.ROOM_WORDS: Look(fill="#1d2733"),
    Ink.SHELL: Look(fill="#36434d"),
    Ink.LOAD_BEARING: Look(fill="#4d5b66"),
    Ink.PARTITION: Look(fill="#66737f"),
    Ink.DOOR: Look(line="#36434d", pen_mm=0.3),
    Ink.SWING: Look(line="#66737f"),
    Ink.PASSAGE: Look(line="#66737f", dashes_mm=(1.2, 0.8)),
    Ink.WINDOW: Look(line="#2f78a8", pen_mm=0.25),
    Ink.FURNITURE: Look(line="#5b6875", pen_mm=0.13),
    Ink.STAIR: Look(line="#5b6875", pen_mm=0.15),
    Ink.LOW_CEILING: Look(line="#9a5b00", dashes_mm=(2.0, 1.0)),
    Ink.TEXT: Look(fill="#1d2733"),
    Ink.DIMENSION: Look(line="#5b6875", pen_mm=0.13),
    Ink.DIMENSION_WORDS: Look(fill="#1d2733"),
}


def fill_of(ink: Ink) -> str:
    """The colour that fills a mark; `KeyError` for one that is only drawn around."""
    fill = LOOKS[ink].fill
    if fill is None:
        raise KeyError(ink)
    return fill

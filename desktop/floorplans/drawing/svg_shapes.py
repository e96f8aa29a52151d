"""The lines of an SVG picture as points, for papers and drawings that have no SVG of their own.

Reads what the pictures of the catalogue consist of: rectangles, circles, ellipses, lines,
polygons and paths of lines and curves. Curves become short straight lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import cos, pi, sin
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse

from desktop.floorplans.drawing.marks import XY

STEPS = 10  # of a curve
ROUND_STEPS = 32  # of a circle
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TOKEN = re.compile(rf"[MLHVCQZmlhvcqz]|{_NUMBER.pattern}")


@dataclass(frozen=True)
class Line:
    """`filled`: it covers what is under it."""

    points: tuple[XY, ...]
    closed: bool
    filled: bool = False


@dataclass(frozen=True)
class Picture:
    """Lines in a box of `width` by `height`; y runs down."""

    width: float
    height: float
    lines: tuple[Line, ...]


@cache
def read_picture(path: Path) -> Picture:
    """The lines of a picture of the catalogue."""
    root = parse(path).getroot()
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    moved = (
        Line(
            tuple((x - left, y - top) for x, y in line.points),
            line.closed,
            line.closed and shape.get("fill") != "none",
        )
        for shape in root.iter()
        for line in _lines(shape)
    )
    return Picture(width, height, tuple(moved))


def _lines(shape: Element) -> Iterator[Line]:
    def size(name: str) -> float:
        return float(shape.attrib.get(name, 0))

    match shape.tag.rpartition("}")[2]:
        case "rect":
            x, y, width, height = size("x"), size("y"), size("width"), size("height")
            yield Line(((x, y), (x + width, y), (x + width, y + height), (x, y + height)), True)
        case "circle":
            yield _ellipse(size("cx"), size("cy"), size("r"), size("r"))
        case "ellipse":
            yield _ellipse(size("cx"), size("cy"), size("rx"), size("ry"))
        case "line":
            yield Line(((size("x1"), size("y1")), (size("x2"), size("y2"))), False)
        case "polyline" | "polygon" as tag:
            numbers = [float(number) for number in _NUMBER.findall(shape.attrib["points"])]
            yield Line(tuple(zip(numbers[::2], numbers[1::2], strict=True)), tag == "polygon")
        case "path":
            yield from _Path(_TOKEN.findall(shape.attrib["d"])).lines()


def _ellipse(x: float, y: float, rx: float, ry: float) -> Line:
    turns = (2 * pi * step / ROUND_STEPS for step in range(ROUND_STEPS))
    return Line(tuple((x + rx * cos(turn), y + ry * sin(turn)) for turn in turns), True)


class _Path:
    """Walks the commands of a path."""

    def __init__(self, tokens: Iterable[str]) -> None:
        self._tokens = list(tokens)[::-1]
        self._here: XY = (0.0, 0.0)

    def lines(self) -> Iterator[Line]:
        points: list[XY] = []
        command = ""
        while self._tokens:
            if self._tokens[-1].isalpha():
                command = self._tokens.pop()
            if command in "Zz":
                yield Line(tuple(points), True)
                self._here, points = points[0], points[:1]
                continue
            if command in "Mm":
                if len(points) > 1:
                    yield Line(tuple(points), False)
                points = [self._place(command)]
                command = "L" if command == "M" else "l"
                continue
            points += self._next(command)
        if len(points) > 1:
            yield Line(tuple(points), False)

    def _next(self, command: str) -> list[XY]:
        x, y = self._here
        match command.upper():
            case "L":
                return [self._place(command)]
            case "H":
                self._here = (self._number() + (x if command == "h" else 0), y)
                return [self._here]
            case "V":
                self._here = (x, self._number() + (y if command == "v" else 0))
                return [self._here]
            case "Q":
                bend, end = self._from_here(command, x, y), self._place(command, x, y)
                return _curve([(x, y), bend, end])
            case _:
                first = self._from_here(command, x, y)
                second = self._from_here(command, x, y)
                return _curve([(x, y), first, second, self._place(command, x, y)])

    def _number(self) -> float:
        return float(self._tokens.pop())

    def _from_here(self, command: str, x: float, y: float) -> XY:
        along, down = self._number(), self._number()
        return (x + along, y + down) if command.islower() else (along, down)

    def _place(self, command: str, x: float | None = None, y: float | None = None) -> XY:
        from_x, from_y = self._here if x is None or y is None else (x, y)
        self._here = self._from_here(command, from_x, from_y)
        return self._here


def _curve(bends: list[XY]) -> list[XY]:
    """Points of a Bézier curve after its first (de Casteljau)."""
    return [_on_curve(bends, step / STEPS) for step in range(1, STEPS + 1)]


def _on_curve(bends: list[XY], part: float) -> XY:
    while len(bends) > 1:
        bends = [
            (ax + (bx - ax) * part, ay + (by - ay) * part) for (ax, ay), (bx, by) in pairwise(bends)
        ]
    return bends[0]

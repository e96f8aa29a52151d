"""Which shapes are in a part of the plan: each is listed in the squares that it lies in."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

from desktop.floorplans.canvas.view import Box

Shape = TypeVar("Shape")
Square = tuple[int, int]
SQUARE_MM = 4_000
# A shape in more squares than this is asked for everywhere.
MOST_SQUARES = 64


class Squares(Generic[Shape]):
    """Shapes under their keys, found by place. What is put again takes the place of the one
    before it."""

    def __init__(self) -> None:
        self._shapes: dict[Hashable, tuple[Box, Shape, list[Square] | None]] = {}
        self._squares: dict[Square, set[Hashable]] = {}
        self._everywhere: set[Hashable] = set()

    def __len__(self) -> int:
        return len(self._shapes)

    def put(self, key: Hashable, box: Box, shape: Shape) -> None:
        self.remove(key)
        squares = _squares(box)
        self._shapes[key] = (box, shape, squares)
        if squares is None:
            self._everywhere.add(key)
        else:
            for square in squares:
                self._squares.setdefault(square, set()).add(key)

    def remove(self, key: Hashable) -> None:
        if key not in self._shapes:
            return
        _box, _shape, squares = self._shapes.pop(key)
        self._everywhere.discard(key)
        for square in squares or ():
            self._squares[square].discard(key)

    def box(self, key: Hashable) -> Box | None:
        known = self._shapes.get(key)
        return None if known is None else known[0]

    def get(self, key: Hashable) -> Shape | None:
        known = self._shapes.get(key)
        return None if known is None else known[1]

    def within(self, box: Box) -> list[Shape]:
        """The shapes whose box meets this one."""
        squares = _squares(box)
        if squares is None:
            keys = set(self._shapes)
        else:
            keys = set(self._everywhere)
            for square in squares:
                keys |= self._squares.get(square, set())
        left, bottom, right, top = box
        found = []
        for key in keys:
            (a, b, c, d), shape, _squares_in = self._shapes[key]
            if a <= right and c >= left and b <= top and d >= bottom:
                found.append(shape)
        return found


def _squares(box: Box) -> list[Square] | None:
    left, bottom, right, top = [int(part // SQUARE_MM) for part in box]
    if (right - left + 1) * (top - bottom + 1) > MOST_SQUARES:
        return None
    return [(x, y) for x in range(left, right + 1) for y in range(bottom, top + 1)]

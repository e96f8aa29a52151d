"""Of which blocks a piece of furniture consists, seen from afar.

Places are shares of the width from the left and of the depth from the back, as in the pictures of
the catalogue, so that a thing that is made bigger keeps its shape. Heights are millimetres.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.floorplans.catalogue import Item

Box = tuple[float, float, float, float]
WHOLE: Box = (0.0, 0.0, 1.0, 1.0)
SEAT_MM, BACK_MM, TOP_MM = 450, 850, 40


@dataclass(frozen=True)
class Block:
    """A block over a box (left, back, right, front). `foot` is what it rests on, from the floor
    up to it; `has_picture`: the lines of the picture are drawn on its top; `is_round`: it is the
    ellipse in its box."""

    box: Box
    low_mm: float
    high_mm: float
    foot: Box | None = None
    has_picture: bool = False
    is_round: bool = False

    @property
    def floor(self) -> Box:
        """The box over all of it."""
        if self.foot is None:
            return self.box
        left, back, right, front = zip(self.box, self.foot, strict=True)
        return min(left), min(back), max(right), max(front)


def blocks_of(item: Item) -> tuple[Block, ...]:
    """The blocks of a thing: of a known shape, or one block with its picture on top."""
    special = _SHAPES.get(item.key)
    if special is not None:
        return special
    return (Block(WHOLE, 0, item.height_mm, has_picture=True),)


def _sofa(arm: float, back: float) -> tuple[Block, ...]:
    return (
        Block((0, 0, 1, back), 0, BACK_MM),
        Block((0, back, arm, 1), 0, 620),
        Block((1 - arm, back, 1, 1), 0, 620),
        Block((arm, back, 1 - arm, 1), 0, SEAT_MM),
    )


def _chair(left: float, back: float, right: float, front: float, faces: str) -> tuple[Block, ...]:
    """A chair whose sitter looks to the front, the back, the left or the right of the picture."""
    wide, deep = (right - left) * 0.16, (front - back) * 0.16
    backs = {
        "front": (left, back, right, back + deep),
        "back": (left, front - deep, right, front),
        "right": (left, back, left + wide, front),
        "left": (right - wide, back, right, front),
    }
    seats = {
        "front": (left, back + deep, right, front),
        "back": (left, back, right, front - deep),
        "right": (left + wide, back, right, front),
        "left": (left, back, right - wide, front),
    }
    return Block(backs[faces], 0, BACK_MM), Block(seats[faces], 0, SEAT_MM)


def _table(box: Box, chairs: int, chair_wide: float, chair_deep: float) -> tuple[Block, ...]:
    """A table with chairs on its two long sides."""
    left, back, right, front = box
    middles = [(left + (right - left) * (n + 0.5) / chairs) for n in range(chairs)]
    blocks: list[Block] = []
    for middle in middles:
        sides = middle - chair_wide / 2, middle + chair_wide / 2
        blocks += _chair(sides[0], 0, sides[1], min(chair_deep, back), "front")
        blocks += _chair(sides[0], max(1 - chair_deep, front), sides[1], 1, "back")
    return (*blocks, _top(box))


def _top(box: Box, high_mm: float = 750, is_round: bool = False) -> Block:
    left, back, right, front = box
    wide, deep = (right - left) * 0.3, (front - back) * 0.3
    foot = (left + wide, back + deep, right - wide, front - deep)
    return Block(box, high_mm - TOP_MM, high_mm, foot, is_round=is_round)


_SHAPES: dict[str, tuple[Block, ...]] = {
    "sofa": _sofa(0.08, 0.22),
    "sofa-two": _sofa(0.1, 0.22),
    "armchair": _sofa(0.2, 0.24),
    "sofa-corner": (
        Block((0, 0, 1, 0.12), 0, BACK_MM),
        Block((0, 0.12, 0.08, 1), 0, BACK_MM),
        Block((0.93, 0.12, 1, 0.52), 0, 620),
        Block((0.08, 0.12, 0.93, 0.52), 0, SEAT_MM),
        Block((0.08, 0.52, 0.35, 1), 0, SEAT_MM),
    ),
    "chair": _chair(0, 0, 1, 1, "front"),
    "table": _table((0, 0.25, 1, 0.75), 2, 0.32, 0.25),
    "table-six": _table((0, 0.25, 1, 0.75), 3, 0.22, 0.25),
    "table-two": _table((0, 0.24, 1, 0.76), 1, 0.56, 0.25),
    "garden-table": _table((0, 0.25, 1, 0.75), 2, 0.28, 0.25),
    "table-round": (
        *_chair(0.38, 0, 0.62, 0.22, "front"),
        *_chair(0.38, 0.78, 0.62, 1, "back"),
        *_chair(0, 0.38, 0.22, 0.62, "right"),
        *_chair(0.78, 0.38, 1, 0.62, "left"),
        _top((0.2, 0.2, 0.8, 0.8), is_round=True),
    ),
    "coffee-table": (_top(WHOLE, 420),),
    "coffee-table-round": (_top(WHOLE, 420, is_round=True),),
    "desk": (*_chair(0.33, 0.63, 0.67, 1, "back"), _top((0, 0, 1, 0.6))),
    "tv-unit": (Block((0.12, 0.25, 0.88, 0.4), 450, 1_050, WHOLE),),
    "toilet": (
        Block((0.02, 0, 0.98, 0.24), 0, 900),
        Block((0.06, 0.24, 0.94, 1), 0, 420),
    ),
    "toilet-accessible": (
        Block((0.28, 0, 0.72, 0.25), 0, 900),
        Block((0.29, 0.25, 0.71, 1), 0, 480),
        Block((0.04, 0, 0.11, 0.93), 760, 800),
        Block((0.89, 0, 0.96, 0.93), 760, 800),
    ),
    "plant": (Block(WHOLE, 350, 900, (0.3, 0.3, 0.7, 0.7), is_round=True),),
    "bicycle": (
        Block((0.02, 0.46, 0.37, 0.54), 0, 660),
        Block((0.37, 0.47, 0.63, 0.53), 450, 520),
        Block((0.63, 0.46, 0.98, 0.54), 0, 660),
        Block((0.69, 0.05, 0.74, 0.46), 900, 960),
        Block((0.69, 0.54, 0.74, 0.95), 900, 960),
    ),
    "bar-stool": (Block(WHOLE, 700, 750, (0.4, 0.4, 0.6, 0.6), is_round=True),),
    "wheelchair": (
        Block((0.16, 0.83, 0.84, 0.92), 0, 950),
        Block((0.16, 0.45, 0.84, 0.83), 0, 500),
        Block((0.28, 0.1, 0.72, 0.45), 0, 150),
    ),
}

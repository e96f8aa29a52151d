from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from desktop.floorplans.dollhouse.angle import Angle
from desktop.floorplans.dollhouse.faces import Column, Slab, Surface
from desktop.floorplans.dollhouse.order import from_the_back
from desktop.floorplans.dollhouse.turned import box_at
from desktop.floorplans.plan import Point

CELL = 2_000
TURNS = st.floats(0, 360).map(Angle)


def block(cell: int, width: int, depth: int, turned: int) -> Column:
    """A block that stands alone in its square of a sheet of 5 by 5 squares."""
    middle = Point(cell % 5 * CELL, cell // 5 * CELL)
    ring = box_at((-width / 2, -depth / 2, width / 2, depth / 2), middle, turned)
    return Column(ring, (Slab(ring, 0, 1_000, Surface.WOOD),))


BLOCKS = st.lists(
    st.builds(
        block,
        st.integers(0, 24),
        st.integers(100, 1_400),
        st.integers(100, 1_400),
        st.integers(0, 359),
    ),
    max_size=25,
    unique_by=lambda column: (
        round(column.ring[0][0] + column.ring[2][0]) // CELL * 100
        + round(column.ring[0][1] + column.ring[2][1]) // CELL
    ),
)


def stretch(column: Column, across: float, angle: Angle) -> list[float]:
    """How far away the sides of a column are that one looks at, so far to the right."""
    ring = column.ring
    found = []
    for start, end in zip(ring, (*ring[1:], ring[0]), strict=True):
        one, other = angle.across(*start), angle.across(*end)
        if min(one, other) <= across <= max(one, other) and one != other:
            part = (across - one) / (other - one)
            found.append(angle.far(*start) * (1 - part) + angle.far(*end) * part)
    return found


@given(BLOCKS, TURNS)
def test_what_is_behind_comes_first(columns: list[Column], angle: Angle) -> None:
    order = from_the_back(columns, angle)
    place = {id(column): number for number, column in enumerate(order)}
    for one, other in permutations(columns, 2):
        low, high = (
            pick(pick2(angle.across(x, y) for x, y in c.ring) for c in (one, other))
            for pick, pick2 in ((max, min), (min, max))
        )
        if high - low < 10:
            continue
        mine = stretch(one, (low + high) / 2, angle)
        theirs = stretch(other, (low + high) / 2, angle)
        if min(mine) > max(theirs) and max(mine) - min(theirs) < 2_500:
            assert place[id(one)] < place[id(other)]


@given(BLOCKS, TURNS)
def test_every_column_is_painted_once(columns: list[Column], angle: Angle) -> None:
    painted = from_the_back(columns, angle)
    assert sorted(map(id, painted)) == sorted(map(id, columns))


def test_furniture_that_stands_in_furniture_is_painted_all_the_same() -> None:
    columns = [block(12, size, size, turned) for size in (400, 900) for turned in (0, 45)]
    assert len(from_the_back(columns, Angle())) == len(columns)

"""What the rulers along the drawing say, and where the lines of the grid are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from desktop.floorplans.canvas.grid import GRID_PX, RULER_PX, left_ruler, step_mm, upper_ruler
from desktop.floorplans.canvas.inks import LIGHT
from desktop.floorplans.canvas.view import View
from desktop.floorplans.plan import Plan
from desktop.language import in_language
from tests.floorplans.conftest import Opener

SIZE = QSize(600, 400)
# A pixel is a centimetre; the upper left corner of the widget is at (-1 m, 3 m).
VIEW = View(0.1, -1_000, 3_000)


def test_the_upper_ruler_says_metres_to_the_right() -> None:
    assert list(upper_ruler(VIEW, SIZE)) == [
        (100, "0"),
        (200, "1"),
        (300, "2"),
        (400, "3"),
        (500, "4"),
        (600, "5"),
    ]


def test_the_left_ruler_says_metres_up() -> None:
    assert list(left_ruler(VIEW, SIZE)) == [
        (400, "-1"),
        (300, "0"),
        (200, "1"),
        (100, "2"),
    ]


@pytest.mark.parametrize(("language", "half"), [("nl", "0,5"), ("en", "0.5")])
def test_halves_are_written_as_people_write_them(language: str, half: str) -> None:
    with in_language(language):
        assert (150, half) in list(upper_ruler(View(0.2, -250, 3_000), SIZE))


@pytest.mark.parametrize("scale", [0.003, 0.01, 0.04, 0.1, 0.4, 1.5])
def test_marks_are_round_and_never_nearer_than_can_be_read(scale: float) -> None:
    view = View(scale, 0, 3_000)
    for pixels in (GRID_PX, RULER_PX):
        step = step_mm(view, pixels)
        assert step * scale >= pixels
        assert int(str(step).rstrip("0")) in (1, 2, 5)
    places = [x for x, _words in upper_ruler(view, SIZE)]
    assert all(b - a >= RULER_PX - 1 for a, b in pairwise(places))


def test_the_words_of_both_rulers_keep_out_of_their_corner() -> None:
    corner = View(0.1, -200, 200)
    assert min(x for x, _words in upper_ruler(corner, SIZE)) > 32
    assert min(y for y, _words in left_ruler(corner, SIZE)) > 32


def test_a_line_of_the_grid_is_where_its_length_is(draw: Opener) -> None:
    canvas, _drawing = draw(Plan())
    canvas.sharpen()
    image = canvas.picture.drawing.toImage()
    step = step_mm(canvas.view, GRID_PX)
    beside = step // 2

    def colour(x_mm: int, y_mm: int) -> str:
        at = canvas.view.to_screen(x_mm, y_mm)
        return QColor(image.pixel(round(at.x()), round(at.y()))).name()

    for n in range(1, 5):
        assert colour(n * step, beside) == colour(beside, n * step) == LIGHT.grid
    assert colour(beside, beside) == LIGHT.ground

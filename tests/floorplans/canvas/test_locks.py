"""What belongs to the building has a lock on it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QColor, QImage

from desktop.floorplans.canvas.canvas import Canvas
from desktop.floorplans.canvas.inks import LIGHT
from desktop.floorplans.canvas.locks import lock_sign
from desktop.floorplans.edits import add_opening, lock
from desktop.floorplans.plan import Furniture, OpeningKind, Point
from tests.floorplans.conftest import Opener
from tests.support.drawing import on_screen
from tests.support.plans import labelled_home

# The shell at the left of `labelled_home` goes down from its upper corner.
LEFT = 4


def pixel(canvas: Canvas, place: tuple[float, float], right_px: int = 0) -> str:
    canvas.sharpen()
    at = on_screen(canvas, place)
    picture: QImage = canvas.picture.drawing.toImage()
    return QColor(picture.pixel(at.x() + right_px, at.y())).name()


def test_a_locked_wall_has_a_sign_and_another_has_none(draw: Opener) -> None:
    free, _drawing = draw(labelled_home())
    assert pixel(free, (0, 3_350), 6) == LIGHT.shell
    locked, _other = draw(lock(labelled_home(), [LEFT], True))
    assert pixel(locked, (0, 3_350), 6) != LIGHT.shell


def test_the_sign_comes_and_goes_with_the_lock(draw: Opener) -> None:
    canvas, drawing = draw(labelled_home())
    drawing.commit("", lock(drawing.plan, [LEFT], True))
    assert pixel(canvas, (0, 3_350), 6) != LIGHT.shell
    drawing.undo()
    assert pixel(canvas, (0, 3_350), 6) == LIGHT.shell


def test_the_sign_of_a_wall_stands_beside_its_windows() -> None:
    plan = lock(labelled_home(), [LEFT], True)
    before = lock_sign(plan, LEFT)
    assert before is not None
    assert before[1].at == (0, 3_350)
    plan, _id = add_opening(plan, LEFT, OpeningKind.WINDOW, 1_000, 3_000)
    after = lock_sign(plan, LEFT)
    assert after is not None
    # The wall goes down from 6,700: from 4,000 along it to its end is free.
    assert after[1].at == (0, 1_350)


def test_what_is_painted_step_by_step_is_what_is_painted_at_once(draw: Opener) -> None:
    plan, window = add_opening(
        lock(labelled_home(), [LEFT], True), LEFT, OpeningKind.WINDOW, 1_000, 3_000
    )
    canvas, drawing = draw(plan)
    moved = replace(plan.openings[window], at_mm=3_000)
    drawing.commit("", replace(plan, openings=plan.openings.set(window, moved)))
    fresh, _same = draw(drawing.plan)
    assert fresh.picture.drawing.toImage() == canvas.picture.drawing.toImage()


def test_locked_furniture_has_a_sign() -> None:
    bed = Furniture("bed-double", Point(7_000, 1_500), 1_700, 2_100)
    plan = replace(labelled_home(), furniture=labelled_home().furniture.set(90, bed))
    assert lock_sign(plan, 90) is None
    there = lock_sign(lock(plan, [90], True), 90)
    assert there is not None
    assert there[1].at == (7_000, 1_500)

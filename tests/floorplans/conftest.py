"""A canvas to draw on, with a drawing in hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.floorplans.canvas.canvas import Canvas
from desktop.floorplans.editing import Editing
from desktop.floorplans.plan import Plan
from tests.support.drawing import editing, open_canvas
from tests.support.screens import dress

Opener = Callable[[Plan], tuple[Canvas, Editing]]


@pytest.fixture
def draw(qapp: QApplication) -> Iterator[Opener]:
    """Opens a plan on a canvas."""
    dress(qapp)
    opened: list[Canvas] = []

    def open_plan(plan: Plan) -> tuple[Canvas, Editing]:
        drawing = editing(plan)
        canvas = open_canvas(drawing)
        opened.append(canvas)
        return canvas, drawing

    yield open_plan
    for canvas in opened:
        canvas.close()
        canvas.deleteLater()

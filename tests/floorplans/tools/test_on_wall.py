"""Deur and Raam, tapped and dragged with a real mouse."""

from __future__ import annotations

import pytest

from desktop.floorplans.plan import Hinge, OpeningKind, Side
from desktop.floorplans.tools import door, window
from desktop.floorplans.tools.tool import Tool
from desktop.language import _
from tests.floorplans.conftest import Opener
from tests.support.drawing import begin_drag, click, drag, let_go
from tests.support.plans import rectangle


@pytest.mark.parametrize(
    ("tool", "kind", "width_mm"),
    [(door.TOOL, OpeningKind.DOOR, 930), (window.TOOL, OpeningKind.WINDOW, 1_200)],
)
def test_a_tap_puts_it_in_the_wall(
    draw: Opener, tool: Tool, kind: OpeningKind, width_mm: int
) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 300))
    canvas.use(tool)
    click(canvas, (2_500, 60))
    [opening] = drawing.kept_plan.openings.values()
    assert (opening.kind, opening.width_mm, opening.wall) == (kind, width_mm, 1)
    assert abs(opening.at_mm + width_mm / 2 - 2_500) <= 50


def test_it_slides_along_the_wall_until_it_is_let_go(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 300))
    canvas.use(door.TOOL)
    begin_drag(canvas, (1_000, 0), (3_000, 800))
    assert drawing.undo_name is None
    let_go(canvas, (3_000, 800))
    [made] = drawing.kept_plan.openings.values()
    assert abs(made.at_mm + 465 - 3_000) <= 50


def test_a_second_tap_lets_the_door_open_another_way(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 300))
    canvas.use(door.TOOL)
    ways = []
    for _tap in range(5):
        click(canvas, (2_500, 0))
        [made] = drawing.kept_plan.openings.values()
        ways.append((made.hinge, made.swing))
    assert len(set(ways)) == 4
    assert ways[0] == ways[4] == (Hinge.NEAR, Side.LEFT)


def test_a_second_tap_makes_the_window_wider(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 300))
    canvas.use(window.TOOL)
    click(canvas, (2_500, 0))
    click(canvas, (2_500, 0))
    [made] = drawing.kept_plan.openings.values()
    assert made.width_mm == 1_300


def test_a_door_over_another_is_red_and_not_kept(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 300))
    said: list[str] = []
    canvas.said.connect(said.append)
    canvas.use(door.TOOL)
    click(canvas, (2_500, 0))
    begin_drag(canvas, (1_000, 0), (2_400, 0))
    assert [outline.possible for outline in canvas.hand.overlay().outlines] == [False]
    let_go(canvas, (2_400, 0))
    assert len(drawing.kept_plan.openings) == 1
    assert len(said) == 1


def test_a_wall_that_is_too_short_for_a_door_says_so(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(800, 4_000, 100))
    said: list[str] = []
    canvas.said.connect(said.append)
    canvas.use(door.TOOL)
    click(canvas, (400, 0))
    assert not drawing.kept_plan.openings
    assert said == ["Deze deur is 93 cm, de muur is hier 80 cm. Kies een plek met meer ruimte."]


def test_a_tap_beside_the_walls_says_what_to_do(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 300))
    said: list[str] = []
    canvas.said.connect(said.append)
    canvas.use(door.TOOL)
    drag(canvas, (2_500, 2_000), (2_500, 2_100))
    assert said == [_("Tap a wall: doors and windows go in a wall.")]
    assert not drawing.kept_plan.openings

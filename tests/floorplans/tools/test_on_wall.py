"""Deur and Raam, tapped and dragged with a real mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from immutables import Map

from desktop.floorplans.edits import add_wall
from desktop.floorplans.plan import Hinge, Opening, OpeningKind, Plan, Point, Side
from desktop.floorplans.tools import door, window
from desktop.floorplans.tools.tool import Tool
from desktop.language import _
from tests.floorplans.conftest import Opener
from tests.support.drawing import begin_drag, click, drag, let_go
from tests.support.plans import rectangle, with_opening


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


def building() -> Plan:
    """Locked outer walls of 5 by 4 metres; the lower one is a facade, with a window."""
    plan = rectangle(5_000, 4_000, 300)
    walls = Map({id: replace(wall, locked=True) for id, wall in plan.walls.items()})
    plan = replace(plan, walls=walls)
    return with_opening(plan, Opening(1, OpeningKind.WINDOW, 500, 1_200, 900, locked=True))


@pytest.mark.parametrize("tool", [door.TOOL, window.TOOL])
def test_a_wall_with_the_neighbours_behind_it_takes_no_opening(draw: Opener, tool: Tool) -> None:
    canvas, drawing = draw(building())
    said: list[str] = []
    canvas.said.connect(said.append)
    canvas.use(tool)
    begin_drag(canvas, (5_000, 2_000), (5_000, 2_100))
    assert [outline.possible for outline in canvas.hand.overlay().outlines] == [False]
    let_go(canvas, (5_000, 2_100))
    assert len(drawing.kept_plan.openings) == 1
    assert "buren" in said[0]


def test_a_facade_takes_another_window(draw: Opener) -> None:
    canvas, drawing = draw(building())
    canvas.use(window.TOOL)
    click(canvas, (3_500, 0))
    assert len(drawing.kept_plan.openings) == 2


def test_a_wall_that_the_tenant_drew_takes_a_door(draw: Opener) -> None:
    plan, id = add_wall(building(), Point(2_500, 0), Point(2_500, 4_000))
    canvas, drawing = draw(plan)
    canvas.use(door.TOOL)
    click(canvas, (2_500, 2_000))
    assert id in {opening.wall for opening in drawing.kept_plan.openings.values()}


def test_a_building_that_shows_no_facade_yet_takes_its_first_window(draw: Opener) -> None:
    plan = building()
    canvas, drawing = draw(replace(plan, openings=Map()))
    canvas.use(window.TOOL)
    click(canvas, (2_500, 0))
    assert len(drawing.kept_plan.openings) == 1

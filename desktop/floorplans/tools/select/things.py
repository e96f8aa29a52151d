"""Moving and turning what stands free: furniture, stairs, names of rooms, texts, measures."""

from __future__ import annotations

from dataclasses import replace
from math import atan2, cos, degrees, radians, sin

from desktop.floorplans.edits import change, move_things
from desktop.floorplans.geometry.stairs import box, footprint
from desktop.floorplans.plan import Furniture, Plan, Point, Stair, StairShape
from desktop.floorplans.snapping import COARSE_STEP_MM, Onto, Snapper
from desktop.floorplans.tools.overlay import Handle, Measure, Overlay
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.select.dragging import Dragging
from desktop.floorplans.tools.select.hit import turned
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State
from desktop.language import _

ANGLE_STEP = 15
FINE_MM = COARSE_STEP_MM // 10
# How far behind a thing the handle is by which it turns.
TURN_HANDLE_MM = 350


class MovingThings(Dragging):
    """What is chosen goes along with the pointer; furniture goes against a wall it comes near."""

    def __init__(self, sheet: Sheet, id: int, pressed: Pointer, back_to: State) -> None:
        super().__init__(sheet, _("Moved"), back_to)
        self._id, self._pressed = id, pressed
        self._ids = list(sheet.chosen)
        move_things(sheet.plan, self._ids, 0, 0)  # refuses what is locked at once
        self._snapper = Snapper(sheet.plan.walls.values(), Onto.FACE)

    def move(self, pointer: Pointer) -> State:
        dx, dy = pointer.x - self._pressed.x, pointer.y - self._pressed.y
        thing = self.sheet.plan.furniture.get(self._id)
        if thing is not None and len(self._ids) == 1:
            moved = replace(thing, at=Point(round(thing.at.x + dx), round(thing.at.y + dy)))
            stands = against_wall(self._snapper, moved, pointer)
            return self.show(change(self.sheet.plan, self._id, stands))
        step = 1 if pointer.free else FINE_MM
        by = (round(dx / step) * step, round(dy / step) * step)
        return self.show(move_things(self.sheet.plan, self._ids, *by))


class Turning(Dragging):
    """A thing turns around its middle, by steps of 15 degrees; with Alt freely."""

    def __init__(self, sheet: Sheet, id: int, back_to: State) -> None:
        super().__init__(sheet, _("Turned"), back_to)
        self._id = id

    def move(self, pointer: Pointer) -> State:
        thing = _turnable(self.sheet.plan, self._id)
        pointed = degrees(atan2(pointer.y - thing.at.y, pointer.x - thing.at.x)) - 90
        step = 1 if pointer.free else ANGLE_STEP
        angle = round(pointed / step) * step % 360
        return self.show(change(self.sheet.plan, self._id, replace(thing, angle=angle)))

    def overlay(self) -> Overlay:
        thing = _turnable(self.sheet.shown, self._id)
        words = _("{degrees}°").format(degrees=thing.angle)
        handle = turn_handle(thing)
        return Overlay(
            handles=(Handle(handle, turns=True),), measures=(Measure(thing.at, handle, words),)
        )


def _turnable(plan: Plan, id: int) -> Furniture | Stair:
    return plan.furniture[id] if id in plan.furniture else plan.stairs[id]


def turn_handle(thing: Furniture | Stair) -> Point:
    """Where a thing is taken to turn it: behind its back."""
    half = thing.depth_mm / 2 if isinstance(thing, Furniture) else 0.0
    x, y = turned(thing.at, 0, half + TURN_HANDLE_MM, thing.angle)
    return Point(round(x), round(y))


def standing(snapper: Snapper, thing: Furniture | Stair, pointer: Pointer) -> Furniture | Stair:
    """The thing where the pointer holds it by its middle: furniture with its back to a near wall,
    a stair with its side along one."""
    if isinstance(thing, Furniture):
        return against_wall(snapper, replace(thing, at=pointer.at), pointer)
    return _along_wall(snapper, thing, pointer)


def _along_wall(snapper: Snapper, stair: Stair, pointer: Pointer) -> Stair:
    """A stair that one would walk up along the wall it is near, and that turns away from it; with
    Alt where it is. A spiral one stands beside the wall as it is."""
    if stair.shape is StairShape.SPIRAL:
        return _beside_wall(snapper, stair, pointer)
    (x, y), angle = pointer.place, stair.angle
    left, bottom, right, top = box(stair)
    middle_x, middle_y = (left + right) / 2, (bottom + top) / 2
    near = stair.width_mm / 2 + pointer.reach_mm
    face = None if pointer.free else snapper.face_near(x, y, near)
    if face is not None:
        (face_x, face_y), (into_x, into_y) = face
        x, y = face_x + into_x * stair.width_mm / 2, face_y + into_y * stair.width_mm / 2
        along = degrees(atan2(into_x, -into_y))
        # Of the two ways along the wall the one in which it goes up already.
        turn = (stair.angle - along + 90) // 180 * 180
        angle = round(along + turn) % 360
        middle_y = 0
        if stair.shape is StairShape.QUARTER:
            left_x, left_y = -sin(radians(angle)), cos(radians(angle))
            stair = replace(stair, mirrored=left_x * into_x + left_y * into_y < 0)
    foot_x, foot_y = turned(Point(round(x), round(y)), -middle_x, -middle_y, angle)
    return replace(stair, at=Point(round(foot_x), round(foot_y)), angle=angle)


def _beside_wall(snapper: Snapper, stair: Stair, pointer: Pointer) -> Stair:
    left, bottom, right, top = footprint(replace(stair, at=Point(0, 0))).bounds
    x, y = pointer.place
    half = (right - left) / 2
    face = None if pointer.free else snapper.face_near(x, y, half + pointer.reach_mm)
    if face is not None:
        (face_x, face_y), (into_x, into_y) = face
        x, y = face_x + into_x * half, face_y + into_y * half
    return replace(stair, at=Point(round(x - (left + right) / 2), round(y - (bottom + top) / 2)))


def against_wall(snapper: Snapper, thing: Furniture, pointer: Pointer) -> Furniture:
    """The thing with its back to the wall it is near, if any, and its sides within the room; with
    Alt where it is."""
    if pointer.free:
        return thing
    face = snapper.face_near(*thing.at, thing.depth_mm / 2 + pointer.reach_mm)
    if face is None:
        rounded = (round(part / FINE_MM) * FINE_MM for part in thing.at)
        return _within_walls(snapper, replace(thing, at=Point(*rounded)))
    (x, y), (into_x, into_y) = face
    half = thing.depth_mm / 2
    at = Point(round(x + into_x * half), round(y + into_y * half))
    angle = round(degrees(atan2(into_y, into_x)) + 90) % 360
    return _within_walls(snapper, replace(thing, at=at, angle=angle))


def _within_walls(snapper: Snapper, thing: Furniture) -> Furniture:
    """The thing pushed out of the walls beside it, where between them there is room for it."""
    x, y = thing.at
    sides = ((thing.angle, thing.width_mm / 2), (thing.angle + 90, thing.depth_mm / 2))
    for angle, half in sides:
        ux, uy = cos(radians(angle)), sin(radians(angle))
        ahead, behind = snapper.free_mm(x, y, (ux, uy)), snapper.free_mm(x, y, (-ux, -uy))
        if ahead + behind >= 2 * half:
            push = min(ahead - half, 0.0) - min(behind - half, 0.0)
            x, y = round(x + ux * push), round(y + uy * push)
    return replace(thing, at=Point(x, y))

"""What one click does with what is chosen: the buttons beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from desktop.floorplans.edits import (
    change,
    flip_door,
    is_locked,
    lock,
    merge_walls,
    split_wall,
    turn,
)
from desktop.floorplans.plan import (
    DimensionLine,
    Furniture,
    LowCeiling,
    Opening,
    OpeningKind,
    Plan,
    Point,
    RoomLabel,
    RoomType,
    Stair,
    StairShape,
    Text,
    Thing,
    Wall,
    WallKind,
)
from desktop.floorplans.tools.naming import room_choices
from desktop.floorplans.tools.overlay import Choice
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.select.hit import corners
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State
from desktop.language import N_, _

# Usual inner walls: plasterboard, sand-lime brick, load-bearing.
THICKNESSES_MM = (70, 100, 150, 200, 300)
WIDTH_STEP_MM = 100
# What one click makes of each kind of wall for who prepares the building, and how thick it then is.
_OTHER_KIND = {
    WallKind.PARTITION: (N_("Make it an outer wall"), WallKind.SHELL),
    WallKind.SHELL: (N_("Make it a wall that carries"), WallKind.LOAD_BEARING),
    WallKind.LOAD_BEARING: (N_("Make it an inner wall"), WallKind.PARTITION),
}
_USUAL_MM = {WallKind.PARTITION: 100, WallKind.SHELL: 300, WallKind.LOAD_BEARING: 200}


def choices(sheet: Sheet, state: State, pressed: Pointer | None) -> tuple[Choice, ...]:
    """The buttons for what is chosen; `state` is the state after each. What is locked belongs to
    the building: who prepares that can unlock it, for tenants it has none."""
    chosen = sheet.chosen
    if not chosen:
        return ()
    if any(is_locked(thing) for thing in chosen.values()):
        return _of_building(sheet, state, locked=False)
    made: list[Choice] = []
    if len(chosen) == 1:
        [(id, thing)] = chosen.items()
        made = _of_one(sheet, state, id, thing, pressed)
    elif len(chosen) == 2 and all(isinstance(thing, Wall) for thing in chosen.values()):
        made = [_edit(sheet, state, _("Make one wall"), "merge", _merged)]
    if any(isinstance(thing, Wall | Opening | Furniture | Stair) for thing in chosen.values()):
        made += _of_building(sheet, state, locked=True)
    return (*made, Choice(_("Remove"), state.delete, "trash"))


def _of_building(sheet: Sheet, state: State, locked: bool) -> tuple[Choice, ...]:
    if not sheet.shafts:
        return ()
    words, icon = (_("Lock"), "lock") if locked else (_("Unlock"), "unlock")
    return (_edit(sheet, state, words, icon, lambda s: lock(s.plan, s.chosen, locked)),)


def _of_one(
    sheet: Sheet, state: State, id: int, thing: Thing, pressed: Pointer | None
) -> list[Choice]:
    match thing:
        case Wall():
            made = [
                _edit(sheet, state, _("Split"), "split", lambda s: _split(s, id, pressed)),
                _edit(sheet, state, _("Other thickness"), "thickness", lambda s: _thicker(s, id)),
            ]
            if sheet.shafts:
                words, other = _OTHER_KIND[thing.kind]
                kind = replace(thing, kind=other, thickness_mm=_USUAL_MM[other])
                made.append(
                    _edit(sheet, state, _(words), "wall", lambda s: change(s.plan, id, kind))
                )
            return made
        case Opening():
            return _of_opening(sheet, state, id, thing)
        case Furniture():
            return [
                _edit(sheet, state, _("Turn"), "turn", lambda s: turn(s.plan, [id])),
                _edit(sheet, state, _("Mirror"), "mirror", lambda s: _mirrored(s, id)),
            ]
        case Stair():
            made = [_edit(sheet, state, _("Turn"), "turn", lambda s: turn(s.plan, [id]))]
            if thing.shape is not StairShape.STRAIGHT:
                made.append(_edit(sheet, state, _("Mirror"), "mirror", lambda s: _mirrored(s, id)))
            return made
        case RoomLabel():
            return list(room_choices(sheet, lambda type: _name(sheet, state, id, type)))
    return []


def _of_opening(sheet: Sheet, state: State, id: int, opening: Opening) -> list[Choice]:
    made = []
    if opening.kind is OpeningKind.DOOR:
        made += [
            _edit(sheet, state, _("Open the other way"), "swing", lambda s: flip_door(s.plan, id)),
            _edit(sheet, state, _("Front door"), "home", lambda s: _with_front_door(s.plan, id)),
        ]
    made += [
        _edit(sheet, state, _("Wider"), "plus", lambda s: wider(s.plan, id, WIDTH_STEP_MM)),
        _edit(sheet, state, _("Narrower"), "minus", lambda s: wider(s.plan, id, -WIDTH_STEP_MM)),
    ]
    other = {OpeningKind.DOOR: OpeningKind.PASSAGE, OpeningKind.PASSAGE: OpeningKind.DOOR}
    if opening.kind in other:
        kind = other[opening.kind]
        words = _("Without a door") if kind is OpeningKind.PASSAGE else _("With a door")
        made.append(_edit(sheet, state, words, "passage", lambda s: _of_kind(s.plan, id, kind)))
    return made


def _edit(
    sheet: Sheet, state: State, words: str, icon: str, make: Callable[[Sheet], Plan]
) -> Choice:
    def do() -> State:
        sheet.commit(words, make(sheet))
        return state

    return Choice(words, do, icon)


def _merged(sheet: Sheet) -> Plan:
    first, second = sheet.chosen
    return merge_walls(sheet.plan, first, second)


def _split(sheet: Sheet, id: int, pressed: Pointer | None) -> Plan:
    """Where the wall was tapped, or in its middle when it was chosen by keys."""
    wall = sheet.plan.walls[id]
    at = wall.length_mm / 2 if pressed is None else wall.beside(pressed.place)[0]
    return split_wall(sheet.plan, id, round(at))[0]


def _thicker(sheet: Sheet, id: int) -> Plan:
    """The next thickness up; after the last the first again."""
    wall = sheet.plan.walls[id]
    thicker = [mm for mm in THICKNESSES_MM if mm > wall.thickness_mm]
    return change(
        sheet.plan, id, replace(wall, thickness_mm=thicker[0] if thicker else THICKNESSES_MM[0])
    )


def wider(plan: Plan, id: int, by_mm: int) -> Plan:
    """Wider at both sides, as far as the wall goes. Refused: no room for it."""
    opening = plan.openings[id]
    wall = plan.walls[opening.wall]
    width = opening.width_mm + by_mm
    at = max(0, min(opening.at_mm - by_mm // 2, int(wall.length_mm) - width))
    return change(plan, id, replace(opening, at_mm=at, width_mm=width))


def _of_kind(plan: Plan, id: int, kind: OpeningKind) -> Plan:
    return change(plan, id, replace(plan.openings[id], kind=kind, front=False))


def _with_front_door(plan: Plan, id: int) -> Plan:
    """This door is the front door and no other is; asked again, none is."""
    is_front = plan.openings[id].front
    for key, other in plan.openings.items():
        if other.front and key != id and not other.locked:
            plan = change(plan, key, replace(other, front=False))
    return change(plan, id, replace(plan.openings[id], front=not is_front))


def _mirrored(sheet: Sheet, id: int) -> Plan:
    thing = sheet.plan.furniture.get(id) or sheet.plan.stairs[id]
    return change(sheet.plan, id, replace(thing, mirrored=not thing.mirrored))


def _name(sheet: Sheet, state: State, id: int, type: RoomType) -> State:
    label = replace(sheet.plan.labels[id], type=type)
    sheet.commit(_("Room named"), change(sheet.plan, id, label))
    return state


def box_of(plan: Plan, things: Iterable[Thing]) -> tuple[Point, Point]:
    """The lower left and upper right corner around things."""
    points = [point for thing in things for point in _points(plan, thing)]
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    return Point(round(min(xs)), round(min(ys))), Point(round(max(xs)), round(max(ys)))


def _points(plan: Plan, thing: Thing) -> Iterable[tuple[float, float]]:
    match thing:
        case Wall() | DimensionLine():
            return thing.start, thing.end
        case Opening():
            wall = plan.walls[thing.wall]
            return wall.along(thing.at_mm), wall.along(thing.until_mm)
        case Furniture() | Stair():
            return corners(thing)
        case LowCeiling():
            return thing.corners
        case RoomLabel() | Text():
            return (thing.at,)

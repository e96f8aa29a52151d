"""The home as JSON: the program's own file, and the steps of a sketch's journal.

`resources/floorplans/schema.json` describes the file. What is read is held to it: a number that
is no whole number of millimetres, a word that does not exist or a door without its wall is
refused, and nothing is guessed.

A patch says what one storey after another became: for each kind of thing the numbers that
changed, with their new value, or null where the thing went. A patch of a change, and the patch
back, are a few hundred bytes for a home of any size.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from enum import Enum
from itertools import pairwise
from typing import Any, get_origin, get_type_hints

from immutables import Map

from desktop.floorplans.plan import (
    FARTHEST_MM,
    MOST_WALLS,
    ROOM_OF,
    THINGS,
    Background,
    Home,
    Plan,
    Point,
)
from desktop.language import _
from desktop.refused import Refused

FORMAT = "samenspraak-floorplan"
VERSION = 1
Json = dict[str, Any]

_KIND_OF = {room: kind for kind, room in ROOM_OF.items()}
_LEVEL_FACTS = ("name", "ceiling_mm", "next_id")


def to_json(home: Home) -> Json:
    """The whole home as plain JSON values."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "north": home.north,
        "floor_mm": home.floor_mm,
        "wish": home.wish,
        "levels": [_level_to_json(level) for level in home.levels],
    }


def from_json(data: object) -> Home:
    """The home of such a file. Refused, in words for people: what is not one."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise unreadable()
    if data.get("version") != VERSION:
        raise Refused(
            _("This drawing was made with a newer version of the program. Ask for an update.")
        )
    try:
        home = Home(
            tuple(_level_from_json(level) for level in data["levels"]),
            _whole(data.get("north", 90)),
            _whole(data.get("floor_mm", 300)),
            _word(data.get("wish", "")),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise unreadable() from error
    if not home.levels:
        raise unreadable()
    return home


def unreadable() -> Refused:
    """The refusal of a file that holds no drawing."""
    return Refused(
        _("This file cannot be read: there is no drawing in it. Your drawing has not changed.")
    )


# Patches ------------------------------------------------------------------------------------


def difference(before: Home, after: Home) -> Json:
    """The patch that makes `after` of `before`."""
    patch: Json = {
        name: getattr(after, name)
        for name in ("north", "floor_mm", "wish")
        if getattr(after, name) != getattr(before, name)
    }
    if len(before.levels) != len(after.levels):
        patch["levels"] = [_level_to_json(level) for level in after.levels]
        return patch
    changed = {
        str(number): _level_difference(old, new)
        for number, (old, new) in enumerate(zip(before.levels, after.levels, strict=True))
        if old is not new and old != new
    }
    if changed:
        patch["changed"] = changed
    return patch


def patched(home: Home, patch: Json) -> Home:
    """The home after a patch. `ValueError` or `KeyError`: the patch is not one of this home."""
    plain = {name: patch[name] for name in ("north", "floor_mm", "wish") if name in patch}
    if "levels" in patch:
        levels = [_level_from_json(level) for level in patch["levels"]]
    else:
        levels = list(home.levels)
        for number, changed in patch.get("changed", {}).items():
            levels[int(number)] = _level_patched(levels[int(number)], changed)
    return replace(home, levels=tuple(levels), **plain)


def _level_difference(before: Plan, after: Plan) -> Json:
    patch: Json = {}
    for name in _LEVEL_FACTS:
        if getattr(before, name) != getattr(after, name):
            patch[name] = getattr(after, name)
    if before.background != after.background:
        patch["background"] = after.background and _to_plain(after.background)
    for room in THINGS:
        old, new = getattr(before, room), getattr(after, room)
        if old is new:
            continue
        changed: Json = {str(id): _to_plain(x) for id, x in new.items() if old.get(id) is not x}
        changed |= {str(id): None for id in old if id not in new}
        if changed:
            patch[room] = changed
    return patch


def _level_patched(level: Plan, patch: Json) -> Plan:
    changed: dict[str, Any] = {name: patch[name] for name in _LEVEL_FACTS if name in patch}
    if "background" in patch:
        changed["background"] = patch["background"] and _from_plain(Background, patch["background"])
    for room in THINGS:
        if room not in patch:
            continue
        with getattr(level, room).mutate() as things:
            for id, value in patch[room].items():
                if value is None:
                    del things[int(id)]
                else:
                    things[int(id)] = _from_plain(_KIND_OF[room], value)
            changed[room] = things.finish()
    return replace(level, **changed)


# One storey ---------------------------------------------------------------------------------


def _level_to_json(level: Plan) -> Json:
    made: Json = {name: getattr(level, name) for name in _LEVEL_FACTS}
    for room in THINGS:
        things = getattr(level, room)
        if things:
            made[room] = {str(id): _to_plain(things[id]) for id in sorted(things)}
    if level.background is not None:
        made["background"] = _to_plain(level.background)
    return made


def _level_from_json(data: Json) -> Plan:
    rooms = {room: _things(_KIND_OF[room], data.get(room, {})) for room in THINGS}
    numbers = [id for things in rooms.values() for id in things]
    if len(numbers) != len(set(numbers)):
        raise ValueError("a number is used twice")
    level = Plan(
        name=_word(data.get("name", "")),
        ceiling_mm=_whole(data.get("ceiling_mm", 2_600)),
        background=_from_plain(Background, data["background"]) if data.get("background") else None,
        next_id=max([_whole(data.get("next_id", 1)), *(id + 1 for id in numbers)]),
        **rooms,
    )
    if len(level.walls) > MOST_WALLS:
        raise Refused(_("This drawing has more than 5,000 walls. Keep only the layer with walls."))
    for opening in level.openings.values():
        wall = level.walls[opening.wall]
        if opening.at_mm < 0 or opening.until_mm > wall.length_mm + 1 or opening.width_mm <= 0:
            raise ValueError("an opening lies beyond its wall")
    _must_not_overlap(level)
    if any(len(low.corners) < 3 for low in level.low_ceilings.values()):
        raise ValueError("a low ceiling without a floor under it")
    sizes = [(one.width_mm, one.depth_mm) for one in level.furniture.values()]
    sizes += [(one.width_mm, one.run_mm) for one in level.stairs.values()]
    if any(min(size) <= 0 for size in sizes):
        raise ValueError("a thing without a size")
    if any(wall.start == wall.end or wall.thickness_mm <= 0 for wall in level.walls.values()):
        raise ValueError("a wall without length or thickness")
    return level


def _must_not_overlap(level: Plan) -> None:
    """Refuses openings that lie over each other in one wall."""
    ordered = sorted((o.wall, o.at_mm, o.until_mm) for o in level.openings.values())
    for (wall, _at, until), (next_wall, next_at, _until) in pairwise(ordered):
        if wall == next_wall and next_at < until:
            raise Refused(
                _(
                    "This file cannot be read: two doors or windows lie over each other in one "
                    "wall. Your drawing has not changed."
                )
            )


def _things(kind: type, data: Mapping[str, Json]) -> Map[int, Any]:
    return Map({_number(id): _from_plain(kind, value) for id, value in data.items()})


def _number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(f"{text} is no number of a thing")
    return number


# One thing ----------------------------------------------------------------------------------


def _to_plain(thing: Any) -> Json:
    return {
        name: write(value)
        for name, write, default in _WRITERS[type(thing)]
        if (value := getattr(thing, name)) != default
    }


def _writer(hint: Any) -> Callable[[Any], Any]:
    if hint is Point:
        return list
    if get_origin(hint) is tuple:
        return lambda corners: [list(corner) for corner in corners]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda member: member.value
    return lambda value: value


def _from_plain(kind: type, data: Json) -> Any:
    """Refuses (`ValueError`, `TypeError`, `KeyError`) what is missing, unknown or of another
    type."""
    readers = _READERS[kind]
    return kind(**{name: readers[name](data[name]) for name in data})


def _reader(hint: Any) -> Callable[[Any], Any]:
    if hint is Point:
        return _point
    if get_origin(hint) is tuple:
        return lambda corners: tuple(_point(corner) for corner in corners)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__
    return {int: _whole, str: _word, bool: _truth}[hint]


def _point(value: Any) -> Point:
    x, y = value
    return Point(_whole(x), _whole(y))


def _whole(value: Any) -> int:
    """A whole number within a kilometre; a bool, a fraction, NaN and infinity are none."""
    if type(value) is not int:
        raise TypeError(f"{value!r} is no whole number")
    if abs(value) > FARTHEST_MM:
        raise ValueError(f"{value} is beyond a kilometre")
    return value


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false")
    return value


_HINTS = {kind: get_type_hints(kind) for kind in (*ROOM_OF, Background)}
_WRITERS = {
    kind: [(f.name, _writer(hints[f.name]), f.default) for f in fields(kind)]
    for kind, hints in _HINTS.items()
}
_READERS = {
    kind: {f.name: _reader(hints[f.name]) for f in fields(kind)} for kind, hints in _HINTS.items()
}

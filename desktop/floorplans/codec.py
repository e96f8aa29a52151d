"""The home as JSON: the program's own file, and the steps of a sketch's journal.

`resources/floorplans/schema.json` describes the file. What is read is held to it: a number that
is no whole number of millimetres, a word that does not exist or a door without its wall is
refused, and nothing is guessed.

A patch says what one storey after another became: for each kind of thing the numbers that
changed, with their new value, or null where the thing went. A patch of a change, and the patch
back, are a few hundred bytes for a home of any size.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from enum import Enum
from itertools import pairwise
from typing import Any, get_origin, get_type_hints

from immutables import Map

from desktop.floorplans.bounds import must_be_a_dwelling, must_be_few, must_have_few_corners
from desktop.floorplans.plan import (
    FARTHEST_MM,
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
        must_be_a_dwelling(len(data["levels"]))
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


def patched(home: Home, patches: Iterable[Json]) -> Home:
    """The home after these patches, one after the other. They are laid over each other first: a
    wall that was moved a hundred times is read once. `ValueError`, `KeyError`, `IndexError` or
    `TypeError`: a patch is not one of this home."""
    levels = list(home.levels)
    facts: Json = {}
    changed: dict[int, Json] = {}
    for patch in patches:
        facts |= {name: patch[name] for name in ("north", "floor_mm", "wish") if name in patch}
        if "levels" in patch:
            levels, changed = [_level_from_json(level) for level in patch["levels"]], {}
        for number, of_level in patch.get("changed", {}).items():
            _lay_over(changed.setdefault(int(number), {}), of_level)
    for number, of_level in changed.items():
        levels[number] = _level_patched(levels[number], of_level)
    return replace(home, levels=tuple(levels), **facts)


def _lay_over(patch: Json, later: Json) -> None:
    """Make of the patch of a storey one that does what a later one does as well."""
    for name, value in later.items():
        if name in THINGS:
            patch.setdefault(name, {}).update(value)
        else:
            patch[name] = value


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
        changed["background"] = patch["background"] and _background(patch["background"])
    for room in THINGS:
        if room not in patch:
            continue
        there = {id: value for id, value in patch[room].items() if value is not None}
        with getattr(level, room).mutate() as things:
            for id in patch[room].keys() - there.keys():
                things.pop(int(id), None)  # what came and went again was never there
            things.update(_things(_KIND_OF[room], there))
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
    for kind, room in ROOM_OF.items():
        must_be_few(kind, len(data.get(room, {})))
    rooms = {room: _things(_KIND_OF[room], data.get(room, {})) for room in THINGS}
    numbers = [id for things in rooms.values() for id in things]
    if len(numbers) != len(set(numbers)):
        raise ValueError("a number is used twice")
    level = Plan(
        name=_word(data.get("name", "")),
        ceiling_mm=_whole(data.get("ceiling_mm", 2_600)),
        background=_background(data["background"]) if data.get("background") else None,
        next_id=max([_whole(data.get("next_id", 1)), *(id + 1 for id in numbers)]),
        **rooms,
    )
    for opening in level.openings.values():
        wall = level.walls[opening.wall]
        if opening.at_mm < 0 or opening.until_mm > wall.length_mm + 1 or opening.width_mm <= 0:
            raise ValueError("an opening lies beyond its wall")
    _must_not_overlap(level)
    for low in level.low_ceilings.values():
        must_have_few_corners(low)
        if len(low.corners) < 3:
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


def _background(data: Json) -> Background:
    (background,) = _from_plain(Background, [data])
    return background  # type: ignore[no-any-return]


def _things(kind: type, data: Mapping[str, Json]) -> Map[int, Any]:
    return Map(zip(map(_number, data), _from_plain(kind, data.values()), strict=True))


def _number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(f"{text} is no number of a thing")
    return number


# Things of one kind ------------------------------------------------------------------------


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


def _from_plain(kind: type, rows: Collection[Json]) -> list[Any]:
    """Things of one kind, read a field of all at a time, which is twice as quick as a thing at a
    time. Refuses (`ValueError`, `TypeError`, `KeyError`) what is missing, unknown or of another
    type."""
    given = set[str]().union(*rows)
    if not given <= _READERS[kind].keys():
        raise TypeError(f"{given} is more than a {kind.__name__} has")
    columns = []
    for name, (read, default) in _READERS[kind].items():
        if default is MISSING:
            columns.append(read([row[name] for row in rows]))
        elif name in given:
            columns.append(read([row.get(name, default) for row in rows]))
        else:
            columns.append(read([default] * len(rows)))
    return list(map(kind, *columns))


def _reader(hint: Any) -> Callable[[Sequence[Any]], Sequence[Any]]:
    if hint is Point:
        return _points
    if get_origin(hint) is tuple:
        return lambda polygons: [tuple(_points(corners)) for corners in polygons]
    if isinstance(hint, type) and issubclass(hint, Enum):
        member = {member.value: member for member in hint}.__getitem__
        return lambda values: list(map(member, values))
    return {int: _all_whole, str: _all_words, bool: _all_truths}[hint]


def _points(pairs: Sequence[Any]) -> list[Point]:
    if not pairs:
        return []
    xs, ys = zip(*pairs, strict=True)
    return list(map(Point, _all_whole(xs), _all_whole(ys)))


def _all_whole(values: Sequence[Any]) -> Sequence[int]:
    """Whole numbers within a kilometre; a bool, a fraction, NaN and infinity are none."""
    _must_be(int, values)
    if values and not -FARTHEST_MM <= min(values) <= max(values) <= FARTHEST_MM:
        raise ValueError(f"{values} go beyond a kilometre")
    return values


def _all_words(values: Sequence[Any]) -> Sequence[str]:
    return _must_be(str, values)


def _all_truths(values: Sequence[Any]) -> Sequence[bool]:
    return _must_be(bool, values)


def _must_be(kind: type, values: Sequence[Any]) -> Sequence[Any]:
    """Exactly of this type: a bool is no whole number."""
    if not {kind}.issuperset(map(type, values)):
        raise TypeError(f"one of {values} is no {kind.__name__}")
    return values


def _whole(value: Any) -> int:
    return _all_whole([value])[0]


def _word(value: Any) -> str:
    return _all_words([value])[0]


_HINTS = {kind: get_type_hints(kind) for kind in (*ROOM_OF, Background)}
_WRITERS = {
    kind: [(f.name, _writer(hints[f.name]), f.default) for f in fields(kind)]
    for kind, hints in _HINTS.items()
}
# How each field is read, and what stands for it, in JSON, when it is not there.
_READERS = {
    kind: {
        name: (_reader(_HINTS[kind][name]), default if default is MISSING else write(default))
        for name, write, default in writers
    }
    for kind, writers in _WRITERS.items()
}

"""What rooms are called: by the label that lies in them, and by what they were before.

A label names the room around its point. When a wall moves past that point the room keeps its
label all the same; both parts of a room that is split keep its type; when rooms become one, the
label of the largest stays. `settled` writes in the plan what followed from that, so that the plan
says by itself what each room is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import compress, count

import numpy as np
import shapely

from desktop.floorplans.geometry.rooms import Room
from desktop.floorplans.plan import Plan, Point, RoomLabel, RoomType


def named(
    rooms: Sequence[Room],
    before: Sequence[Room],
    labels: Mapping[int, RoomLabel],
    said: Collection[int],
    others: Sequence[Room],
) -> list[Room]:
    """These rooms with what they are called.

    `before` are the rooms that were here; `labels` those that no other room is called by, of which
    those `said` are new or different: what was said last counts most. `others` are the rooms
    that stay, whose names are not given again.
    """
    held = {
        room.label: room
        for room in before
        if room.label is not None and room.label in labels and room.label not in said
    }
    label_of = _labels_of(rooms, labels, said, held)
    called: list[Room] = []
    for at, room in enumerate(rooms):
        if at in label_of:
            id = label_of[at]
            called.append(room.called(id, labels[id].type, labels[id].name))
        else:
            names = [label.name for label in labels.values()]
            names += [other.name for other in (*others, *called)]
            called.append(_called_as_before(room, before, labels, names))
    return called


def _called_as_before(
    room: Room,
    before: Sequence[Room],
    labels: Mapping[int, RoomLabel],
    names: Collection[str],
) -> Room:
    """A room without a label: it is what the room was that it is a part of, unless the label of
    that is gone."""
    origin = next((old for old in before if _is_still(old, room)), None)
    if origin is None or not (origin.label is None or origin.label in labels):
        return room.called(None, RoomType.OTHER, "")
    return room.called(None, origin.type, _another(origin.name, names))


def _labels_of(
    rooms: Sequence[Room],
    labels: Mapping[int, RoomLabel],
    said: Collection[int],
    held: Mapping[int, Room],
) -> dict[int, int]:
    """The label by which each room is called, by its place in the list; `held` are the rooms that
    were called by a label before."""
    claims = _claims(rooms, labels)
    label_of = {}
    for at, ids in claims.items():
        stayed = [id for id in ids if id not in held or _is_still(held[id], rooms[at])]
        if stayed:
            label_of[at] = _strongest(stayed, rooms[at], held, said)
    for id in sorted(held.keys() - label_of.values()):
        place = _mostly(held[id], {at: r for at, r in enumerate(rooms) if at not in label_of})
        if place is not None:
            label_of[place] = id
    for at in [at for at in claims if at not in label_of]:
        left = [id for id in claims[at] if id not in label_of.values()]
        if left:
            label_of[at] = _strongest(left, rooms[at], held, said)
    return label_of


def settled(plan: Plan, rooms: Sequence[Room]) -> Plan:
    """The plan with a label in each room that is called something: labels that walls have moved
    past go back to their room, parts of a room get their own, and a label that lies in a room
    with another name is taken away."""
    labels, next_id = plan.labels, plan.next_id
    for id, room in _strayed(plan, rooms):
        labels = labels.set(id, replace(labels[id], at=_middle(room)))
    for room in rooms:
        if room.label is None and (room.type, room.name) != (RoomType.OTHER, ""):
            labels = labels.set(next_id, RoomLabel(_middle(room), room.type, room.name))
            next_id += 1
    used = {room.label for room in rooms}
    unused = {id: label for id, label in plan.labels.items() if id not in used}
    for claims in _claims(rooms, unused).values():
        for id in claims:
            labels = labels.delete(id)
    return plan if labels is plan.labels else replace(plan, labels=labels, next_id=next_id)


def _strayed(plan: Plan, rooms: Sequence[Room]) -> Iterable[tuple[int, Room]]:
    """The labels that do not lie in the room that is called by them, with that room."""
    called = [(room.label, room) for room in rooms if room.label is not None]
    axes = [room.axes for _id, room in called]
    points = np.array([plan.labels[id].at for id, _room in called]).reshape(-1, 2)
    return compress(called, ~shapely.contains_xy(axes, points[:, 0], points[:, 1]))


def _claims(rooms: Sequence[Room], labels: Mapping[int, RoomLabel]) -> dict[int, list[int]]:
    """The labels whose point lies in each room, by its place in the list."""
    if not rooms or not labels:
        return {}
    ids = sorted(labels)
    points = shapely.points([labels[id].at for id in ids])
    within, found = shapely.STRtree(points).query([r.axes for r in rooms], predicate="contains")
    rooms_of: dict[int, list[int]] = {}
    for at, row in zip(within.tolist(), found.tolist(), strict=True):
        rooms_of.setdefault(row, []).append(at)
    claims: dict[int, list[int]] = {}
    for row, ats in rooms_of.items():
        # More than one when thick walls part the space.
        nearest = min(ats, key=lambda at: rooms[at].polygon.distance(points[row]))
        claims.setdefault(nearest, []).append(ids[row])
    return claims


def _strongest(
    claims: Sequence[int], room: Room, held: Mapping[int, Room], said: Collection[int]
) -> int:
    """Of the labels that lie in a room, the one that it is called by."""
    if len(claims) == 1:
        return claims[0]
    return max(claims, key=lambda label: (label in said, _share_mm2(held.get(label), room), label))


def _share_mm2(before: Room | None, now: Room) -> float:
    return 0.0 if before is None else float(before.polygon.intersection(now.polygon).area)


def _is_still(before: Room, now: Room) -> bool:
    """Whether a room is one that was there before: between the same walls, or mostly the same
    floor."""
    return now.walls == before.walls or _share_mm2(before, now) > now.area_mm2 / 2


def _mostly(before: Room, rooms: Mapping[int, Room]) -> int | None:
    """Which of these rooms was for its larger part the one before."""
    shares = {at: _share_mm2(before, room) for at, room in rooms.items()}
    likely = {at: share for at, share in shares.items() if share > rooms[at].area_mm2 / 2}
    return max(likely, key=lambda at: (likely[at], -at), default=None)


def _another(name: str, taken: Collection[str]) -> str:
    """A name that is not taken: "Noor", "Noor 2", "Noor 3"."""
    if not name:
        return ""
    return next(new for new in (f"{name} {n}" for n in count(2)) if new not in taken)


def _middle(room: Room) -> Point:
    middle = room.polygon.centroid
    if not room.polygon.contains(middle):
        middle = room.polygon.representative_point()
    return Point(round(middle.x), round(middle.y))

"""What there is to know of a home, as plain values for other programs and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from desktop.floorplans import wording
from desktop.floorplans.checks import Finding, Grade, check_home, rules_on
from desktop.floorplans.drawing.storey import storey_word
from desktop.floorplans.geometry import Derived, derive_home, usable_area_mm2
from desktop.floorplans.geometry.width import clear_width_mm
from desktop.floorplans.plan import Home
from desktop.language import _

Json = dict[str, Any]
MM2 = 1_000_000


def values(home: Home, day: date) -> Json:
    """Rooms, usable area and checks by the rules of a day. Areas are square metres with three
    decimals; the level of a room counts from the lowest storey, 0; that of a check is "good",
    "warn" or "fail"."""
    storeys = derive_home(home)
    return {
        "rooms": list(_rooms(storeys)),
        "usable_area_m2": round(usable_area_mm2(storeys) / MM2, 3),
        "checks": [_check(finding) for finding in check_home(home, storeys, rules_on(day))],
    }


def _rooms(storeys: Sequence[Derived]) -> Iterator[Json]:
    for level, derived in enumerate(storeys):
        for room in derived.rooms:
            yield {
                "name": wording.room_name(room) if room.label is not None else "",
                "type": room.type.value,
                "level": level,
                "area_m2": round(room.area_mm2 / MM2, 3),
                "width_mm": clear_width_mm(room.polygon),
            }


def _check(finding: Finding) -> Json:
    return {
        "id": finding.check,
        "level": finding.grade.value,
        "numbers": dict(finding.numbers),
        "sentence": wording.sentence(finding),
    }


def lines(home: Home, day: date) -> Iterator[str]:
    """The same for people: each room, the usable area, and what does not fit."""
    storeys = derive_home(home)
    for level, derived in enumerate(storeys):
        if len(storeys) > 1:
            yield storey_word(home, level)
        for room in derived.rooms:
            yield _("{room}: {area}, {width} wide").format(
                room=wording.room_name(room),
                area=wording.floor_area(room.area_mm2),
                width=wording.metres(clear_width_mm(room.polygon)),
            )
    yield _("Usable area: {area}").format(area=wording.floor_area(usable_area_mm2(storeys)))
    findings = check_home(home, storeys, rules_on(day))
    for finding in findings:
        if finding.grade is not Grade.GOOD:
            grade = wording.grade_word(finding.grade)
            yield f"{grade}: {wording.title(finding)}"
            yield f"  {wording.sentence(finding)}"
    yield wording.good_ones(sum(finding.grade is Grade.GOOD for finding in findings))
    yield wording.disclaimer()

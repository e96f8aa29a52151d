"""The words for what is found of a home and what can be done about it."""

from __future__ import annotations

from math import ceil, floor

from desktop.floorplans import catalogue
from desktop.floorplans.checks.findings import Finding, Grade, Mend
from desktop.floorplans.plan import RoomType
from desktop.floorplans.wording.sentences import SENTENCES
from desktop.floorplans.wording.sizes import floor_area_m2, metres, room_word
from desktop.language import N_, _, ngettext
from desktop.language.format import area, number

MENDS = {
    "front-door": N_("Make this the front door"),
    "new-door": N_("Put a door"),
    "move-door": N_("Put the door elsewhere"),
    "move-wall": N_("Move a wall"),
    "more-light": N_("Make the window bigger"),
    "widen-door": N_("Make it wider"),
    "clear-door": N_("Let the door open freely"),
    "move-furniture": N_("Move the furniture"),
    "merge-walls": N_("Make one wall"),
    "better-stair": N_("Change the stair"),
    "put-washing-machine": N_("Put a washing machine"),
}

_GRADES = {
    Grade.GOOD: N_("Good"),
    Grade.WARN: N_("Take note"),
    Grade.FAIL: N_("Cannot be"),
}


def title(finding: Finding) -> str:
    """What is the matter, in a few words: `Badkamer is smal`."""
    return _(SENTENCES[finding.check, finding.case][0]).format(**_shown(finding))


def sentence(finding: Finding) -> str:
    """Why, and what to do, in one or two short sentences."""
    return _(SENTENCES[finding.check, finding.case][1]).format(**_shown(finding))


def grade_word(grade: Grade) -> str:
    """The grade as a word: colour is never the only sign."""
    return _(_GRADES[grade])


def source(finding: Finding) -> str:
    """Where the number comes from."""
    return finding.article or _("Advice, not a rule")


def mend_words(mend: Mend) -> str:
    """What the button does, and what the step is called in the history."""
    return _(MENDS[mend.name])


def good_ones(count: int) -> str:
    """The heading over what is good, which is folded."""
    return ngettext("{n} thing is good", "{n} things are good", count).format(n=count)


def disclaimer() -> str:
    """What always stands below a list of checks."""
    return _("This is a sketch, not an assessment. The architect checks everything.")


def _shown(finding: Finding) -> dict[str, str]:
    """The numbers of a finding as they are written: `width_mm` as `width` (1,40 m) and as
    `width_cm` (140 cm), `area_m2` as `area`, the room by its name or else by its type - by its area
    before it has one - and the furniture by its word in the catalogue."""
    shown = {}
    for name, value in finding.numbers.items():
        if isinstance(value, str):
            continue
        if name.endswith("_mm"):
            length = _rounded(name, value / 10) * 10
            shown[name.removesuffix("_mm")] = metres(length)
            shown[name.removesuffix("_mm") + "_cm"] = _centimetres(name, value)
        elif name.endswith("_m2"):
            shown[name.removesuffix("_m2")] = _area(name, value)
        else:
            shown[name] = number(value)
    if "type" in finding.numbers:
        shown["room"] = _room(finding, shown.get("unlabelled"))
        shown["rooms"] = _with_others(shown["room"], int(finding.numbers.get("more", 0)))
    if "item" in finding.numbers:
        shown["item"] = _thing(str(finding.numbers["item"]))
    return shown


def _room(finding: Finding, area: str | None) -> str:
    if area is not None:
        return _("Room of {area}").format(area=area)
    return str(finding.numbers["room"]) or room_word(RoomType(finding.numbers["type"]))


def _thing(key: str) -> str:
    """What a piece of furniture is called within a sentence."""
    known = catalogue.item(key)
    return _("a piece of furniture") if known is None else known.title[0].lower() + known.title[1:]


def _with_others(room: str, more: int) -> str:
    if more == 0:
        return room
    return ngettext("{room} and {n} other room", "{room} and {n} other rooms", more).format(
        room=room, n=more
    )


def _centimetres(name: str, length_mm: float) -> str:
    return _("{length} cm").format(length=number(_rounded(name, length_mm) / 10))


def _area(name: str, square_metres: float) -> str:
    if name.startswith("needed"):
        return area(_rounded(name, square_metres * 10) / 10)
    return floor_area_m2(square_metres)


def _rounded(name: str, value: float) -> int:
    """To a whole number on the side where what falls short still reads as short: what is measured
    down, what is needed up. The height of a step is measured to be low enough."""
    exact = round(value, 3)
    return ceil(exact) if name.startswith(("needed", "riser", "wider")) else floor(exact)

"""Adding and removing a storey of the home in hand, and what runs through all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.floorplans.drawing.storey import storey_word
from desktop.floorplans.editing import Editing
from desktop.floorplans.edits import (
    Along,
    below_the_roof,
    put,
    run_through,
    stair_that_fits,
    storey_above,
)
from desktop.floorplans.plan import Home, Stair
from desktop.floorplans.tools.furniture import STAIRS
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

# The least and the most, in centimetres.
CEILING_CM, FLOOR_CM = (150, 600), (10, 100)


def add_storey(desk: Desk, editing: Editing, near: QWidget) -> None:
    """Ask how the storey is called, above which one it comes, what goes on up, and which stair
    leads there; a roof stays on top unless somebody says otherwise."""
    home = editing.kept
    usual = below_the_roof(home)
    form = Form()
    form.text("name", _("What is this storey called?"), _("Storey {n}").format(n=usual + 1))
    if len(home.levels) > 1:
        words = _("Above which storey does it come?")
        storeys = [(n, storey_word(home, n)) for n in range(len(home.levels))]
        form.choice("above", words, storeys, usual)
    form.choice(
        "along",
        _("Which walls stand there too?"),
        [
            (Along.BEARING, _("Outer walls, shafts and walls that carry")),
            (Along.ALL, _("All walls, also the inner walls")),
            (Along.SHELL, _("Only the outer walls and shafts")),
        ],
        Along.BEARING,
    )
    form.check("windows", _("The windows of the storey below stand there too"), True)
    form.choice(
        "stair",
        _("Which stair goes up to it?"),
        [
            ("", _("None, or there is one already")),
            ("stair-straight", _("Straight stair")),
            ("stair-quarter", _("Stair with a turn")),
            ("stair-spiral", _("Spiral stair")),
        ],
        "" if home.levels[usual].stairs else "stair-quarter",
        hint=_("The program looks for a place. You can move it afterwards."),
    )

    def work() -> None:
        name = " ".join(form.value("name").split())
        if not name:
            raise Refused(_("What is this storey called? For example: Upstairs."), "name")
        level = form.value("above") if len(home.levels) > 1 else 0
        added = storey_above(home, level, name, form.value("along"), form.value("windows"))
        stair = STAIRS.get(form.value("stair"))
        made = added if stair is None else _with_stair(added, level, stair)
        editing.commit_home(_("Storey added"), made)
        editing.show_level(level + 1)
        if made is added and stair is not None:
            desk.said.emit(
                _("There is no free place for this stair. Put one in yourself with Furniture.")
            )

    Dialog(desk, _("Add a storey"), form, _("Add"), work, near).open()


def _with_stair(home: Home, level: int, stair: Stair) -> Home:
    """The home with a stair up from this storey; as it was when there is no place for one."""
    below, above = home.levels[level : level + 2]
    placed = stair_that_fits(below, above, stair)
    if placed is None:
        return home
    levels = (*home.levels[:level], put(below, placed)[0], *home.levels[level + 1 :])
    return replace(home, levels=levels)


def change_storey(desk: Desk, editing: Editing, near: QWidget) -> None:
    """Ask how the storey on view is called and how high it is, and of the home how thick its floors
    are and where north lies."""
    home, level = editing.kept, editing.level
    form = Form()
    form.text("name", _("What is this storey called?"), storey_word(home, level))
    form.number(
        "ceiling",
        _("From floor to ceiling, in centimetres"),
        round(home.levels[level].ceiling_mm / 10),
        *CEILING_CM,
    )
    form.number(
        "floor",
        _("How thick a floor is between two storeys, in centimetres"),
        round(home.floor_mm / 10),
        *FLOOR_CM,
    )
    ways = {
        90: _("At the top"),
        45: _("At the top right"),
        0: _("At the right"),
        315: _("At the bottom right"),
    }
    ways |= {
        270: _("At the bottom"),
        225: _("At the bottom left"),
        180: _("At the left"),
        135: _("At the top left"),
    }
    if home.north not in ways:
        ways[home.north] = _("{degrees}°").format(degrees=home.north)
    form.choice("north", _("Where is north on the drawing?"), list(ways.items()), home.north)

    def work() -> None:
        plan = replace(
            home.levels[level],
            name=" ".join(form.value("name").split()),
            ceiling_mm=_mm(form.value("ceiling"), home.levels[level].ceiling_mm),
        )
        levels = (*home.levels[:level], plan, *home.levels[level + 1 :])
        changed = replace(
            home,
            levels=levels,
            floor_mm=_mm(form.value("floor"), home.floor_mm),
            north=form.value("north"),
        )
        editing.commit_home(_("Heights and north"), changed)

    Dialog(desk, _("Heights and north"), form, _("Save"), work, near).open()


def _mm(centimetres: int, before_mm: int) -> int:
    """What was filled in; what was left as it stood keeps its millimetres."""
    return before_mm if centimetres == round(before_mm / 10) else centimetres * 10


def remove_storey(desk: Desk, editing: Editing, near: QWidget) -> None:
    """Take away the storey on view. It comes back with undo."""
    home, level = editing.kept, editing.level
    levels = home.levels[:level] + home.levels[level + 1 :]
    desk.did(lambda: editing.commit_home(_("Storey removed"), replace(home, levels=levels)), near)


def let_run_through(
    desk: Desk, editing: Editing, chosen: Iterable[int], through: bool, near: QWidget
) -> None:
    """Say whether the walls and shafts that are chosen run through all storeys."""
    ids = list(chosen)
    if not ids:
        desk.said.emit(_("First choose the walls or the shaft."))
        return
    name = _("Runs through all storeys") if through else _("On this storey alone")

    def let() -> None:
        home = run_through(editing.kept, editing.level, ids, through)
        editing.commit_home(name, home)

    if desk.did(let, near):
        desk.said.emit(name)

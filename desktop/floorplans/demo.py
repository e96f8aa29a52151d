"""Plattegronden in the demo world: an evening at which eight households drew, and one this week.

Each sketch is the home of the picture in the manual, or an example, changed as people change
things: a wall moved, an open kitchen, a wish. Everybody in it is made up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from desktop.floorplans import actions, edits, templates
from desktop.floorplans.actions import EveningFacts, NewSketch
from desktop.floorplans.editing import Editing
from desktop.floorplans.journal import SketchJournal, write_wish
from desktop.floorplans.model import SketchRole
from desktop.floorplans.plan import Home, OpeningKind, Plan, Wall, WallKind
from desktop.language import _
from desktop.language.format import AMSTERDAM
from desktop.store import Actor, Store

DAYS_AGO, DAYS_AHEAD = 19, 2


@dataclass(frozen=True)
class Drawn:
    """A household at the evening: how it calls its drawing, what it changed, and its wish."""

    title: str
    moves: tuple[tuple[int, int], ...]
    wish: str
    open_kitchen: bool = False


HOUSEHOLDS = (
    Drawn("fam. Jansen", ((0, -200),), "Een grote tafel waar iedereen aan past."),
    Drawn("Sara en Ali", ((0, -300),), "Licht in de keuken in de ochtend.", open_kitchen=True),
    Drawn("nr. 12", ((0, -400), (1, 200)), "Plek voor de scootmobiel."),
    Drawn("Mevrouw De Boer", ((1, -150),), "Dat ik vanuit bed naar buiten kan kijken."),
    Drawn("Tessa", ((0, -50), (1, 300)), "", open_kitchen=True),
    Drawn("Yusuf", ((0, -100), (1, -200)), "Een eigen kamer voor mijn dochter."),
    Drawn("Piet en Ria", (), "Een bad."),
    Drawn("nr. 31", ((0, -700), (1, 400)), "Een grote slaapkamer.", open_kitchen=True),
    Drawn("Wim", ((0, -250),), "Mijn werkbank binnen."),
    Drawn("fam. El Amrani", ((0, -500), (1, 100)), "Een kamer voor logees.", open_kitchen=True),
    Drawn("Hannah", ((1, 250),), "Een plek om te studeren."),
    Drawn("nr. 7", ((0, -350), (1, -100)), "Zonder drempels."),
    Drawn("Loes en Jan", ((0, -450),), "De keuken aan de tuin.", open_kitchen=True),
    Drawn("Ibrahim", ((0, -150), (1, 150)), "Een wasmachine buiten de badkamer."),
    Drawn("mevr. Li", ((1, -250),), "Een stille slaapkamer."),
    Drawn("fam. Bakker", ((0, -600), (1, 200)), "Twee kinderkamers.", open_kitchen=True),
    Drawn("nr. 19", (), ""),
)


def make(store: Store, who: Actor, today: date) -> None:
    """Fill a store with the two evenings, as they stand on a day."""
    clock = store.now
    try:
        _past_evening(store, who, today - timedelta(days=DAYS_AGO))
        store.now = clock
        _coming_evening(store, who, today + timedelta(days=DAYS_AHEAD))
    finally:
        store.now = clock
    store.forget_undo()


def _past_evening(store: Store, who: Actor, day: date) -> None:
    store.now = lambda: datetime.combine(day, time(19, 30), AMSTERDAM).astimezone(UTC)
    facts = EveningFacts("Nieuwbouw De Werf", "woning type B", day)
    evening = actions.plan_evening(store, who, facts)
    home = templates.demonstration()
    shell = NewSketch("Woning type B", _emptied(home), SketchRole.SHELL, evening)
    shell_id = actions.begin_sketch(store, who, shell)
    first = None
    for household in HOUSEHOLDS:
        new = NewSketch(household.title, home, evening_id=evening, origin_id=shell_id)
        sketch = actions.begin_sketch(store, who, new)
        _draw(store, who, sketch, home, household)
        actions.finish_sketch(store, who, sketch)
        first = first or sketch
    assert first is not None
    for _variant in range(2):
        actions.begin_variant(store, who, first)
    actions.close_evening(store, who, evening)


def _coming_evening(store: Store, who: Actor, day: date) -> None:
    facts = EveningFacts("Nieuwbouw De Wending", "rijtjeshuis", day)
    evening = actions.plan_evening(store, who, facts)
    row_house = templates.shells()[0]
    shell = NewSketch("Rijtjeshuis", row_house.home, SketchRole.SHELL, evening)
    actions.begin_sketch(store, who, shell)


def _draw(store: Store, who: Actor, sketch: int, home: Home, household: Drawn) -> None:
    """The changes of a household, step by step in the journal as if it drew them."""
    editing = Editing(home, SketchJournal(store, who, sketch))
    inner = _inner_walls(home.levels[0])
    for at, by_mm in household.moves:
        wall = inner[at]
        dx, dy = (by_mm, 0) if _is_upright(editing.plan.walls[wall]) else (0, by_mm)
        editing.commit(_("Wall moved"), edits.move_wall(editing.plan, wall, dx, dy))
    if household.open_kitchen:
        editing.commit(_("Passage made"), _open_up(editing.plan, inner[0]))
    if household.wish:
        write_wish(store, who, sketch, household.wish)


def _emptied(home: Home) -> Home:
    """Only what belongs to the building: the shell that tenants began with."""
    plan = home.levels[0]
    own = [id for id, wall in plan.walls.items() if wall.kind is WallKind.PARTITION]
    furniture = list(plan.furniture)
    labels = list(plan.labels)
    return replace(home, levels=(edits.remove(plan, [*own, *furniture, *labels]),))


def _inner_walls(plan: Plan) -> list[int]:
    """The walls that people move, the longest first."""
    inner = [id for id, wall in plan.walls.items() if wall.kind is WallKind.PARTITION]
    return sorted(inner, key=lambda id: -plan.walls[id].length_mm)


def _is_upright(wall: Wall) -> bool:
    return wall.start.x == wall.end.x


def _open_up(plan: Plan, wall: int) -> Plan:
    """A wide passage in place of the last door of a wall: the one into the kitchen."""
    id, door = max(plan.openings_of(wall), key=lambda opening: opening[1].at_mm)
    passage = replace(door, kind=OpeningKind.PASSAGE, at_mm=door.at_mm - 200, width_mm=1_400)
    return edits.change(plan, id, passage)

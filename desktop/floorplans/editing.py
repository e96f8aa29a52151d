"""One drawing in hand: what it is now, what it was, and what follows from it.

The screen asks for edits here and paints what stands here; nothing of Qt is known. A preview is
what a tool shows while it drags: it is not written and not undone. `listeners` are told after
each change of what is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.floorplans.edits import on_all_storeys
from desktop.floorplans.geometry import Derived, derive_home, settle
from desktop.floorplans.plan import Home, Plan


class Journal(Protocol):
    """Where the steps of a drawing are kept. Each refuses (`Refused`) what cannot be written."""

    def append(self, cursor: int, name: str, before: Home, after: Home) -> None: ...

    def move(self, start: int, end: int) -> None: ...

    def home_at(self, home: Home, start: int, end: int) -> Home: ...


@dataclass(frozen=True)
class Step:
    """An edit in the history; `home` is what it led to, when that was needed in this run."""

    name: str
    home: Home | None = None


class Editing:
    """A home in hand, at step `cursor` of its `steps`; `level` is the storey on view."""

    def __init__(
        self,
        home: Home,
        journal: Journal,
        cursor: int = 0,
        names: tuple[str, ...] = (),
    ) -> None:
        self.listeners: list[Callable[[], object]] = []
        self._journal = journal
        self._steps = [Step(name) for name in names]
        self._begin: Home | None = home if cursor == 0 else None
        self.cursor = cursor
        self.level = 0
        self._home = self._shown = home
        self._follows: tuple[Home, tuple[Derived, ...]] | None = None
        if cursor:
            self._steps[cursor - 1] = replace(self._steps[cursor - 1], home=home)

    # What is shown -------------------------------------------------------------------------

    @property
    def home(self) -> Home:
        """The home as it is shown: with the preview in it."""
        return self._shown

    @property
    def kept(self) -> Home:
        """The home as it is written down."""
        return self._home

    @property
    def plan(self) -> Plan:
        """The storey on view."""
        return self._shown.levels[self.level]

    @property
    def kept_plan(self) -> Plan:
        """The storey on view as it is written down."""
        return self._home.levels[self.level]

    @property
    def below(self) -> Plan | None:
        """The storey under the one on view."""
        return self._home.levels[self.level - 1] if self.level else None

    def derived(self, level: int | None = None) -> Derived:
        """What follows from a storey, the one on view by default. Only what changed since it was
        last asked is worked out again."""
        return self.storeys[self.level if level is None else level]

    @property
    def storeys(self) -> tuple[Derived, ...]:
        """What follows from each storey."""
        if self._follows is None:
            self._follows = self._shown, derive_home(self._shown)
        elif self._follows[0] is not self._shown:
            self._follows = self._shown, derive_home(self._shown, self._follows[1])
        return self._follows[1]

    def show_level(self, level: int) -> None:
        self._shown = self._home
        self.level = max(0, min(level, len(self._home.levels) - 1))
        self._tell()

    # Editing -------------------------------------------------------------------------------

    def preview(self, plan: Plan | None) -> None:
        """Show the storey as it would become; None shows what is."""
        home = self._home if plan is None else _with_level(self._home, self.level, plan)
        if home is not self._shown:
            self._shown = home
            self._tell()

    def commit(self, name: str, plan: Plan) -> None:
        """Make an edit of the storey on view; an edit that changes nothing is none."""
        self.commit_home(name, _with_level(self._home, self.level, plan))

    def commit_home(self, name: str, home: Home) -> None:
        """Make an edit of the whole home; its labels go along with their rooms, and what runs
        through is changed on all storeys. It is written before it is shown; when it cannot be
        written, the home stays what it was."""
        if home == self._home:
            self.preview(None)
            return
        home = settle(on_all_storeys(self._home, home), self.storeys)
        self._shown = self._home
        self._journal.append(self.cursor, name, self._home, home)
        if self.cursor == 0:
            self._begin = self._home
        self._steps = [*self._steps[: self.cursor], Step(name, home)]
        self.cursor += 1
        self._become(home)

    # Undo ----------------------------------------------------------------------------------

    @property
    def steps(self) -> tuple[str, ...]:
        """The names of all edits, those that are undone among them."""
        return tuple(step.name for step in self._steps)

    @property
    def undo_name(self) -> str | None:
        """What undo would undo."""
        return self._steps[self.cursor - 1].name if self.cursor else None

    @property
    def redo_name(self) -> str | None:
        """What redo would do again."""
        return self._steps[self.cursor].name if self.cursor < len(self._steps) else None

    def undo(self) -> None:
        """Go back one step; at the beginning nothing happens."""
        self.go_to(self.cursor - 1)

    def redo(self) -> None:
        """Do again what was undone last; when there is nothing, nothing happens."""
        self.go_to(self.cursor + 1)

    def go_to(self, step: int) -> None:
        """Show the drawing as it was after so many edits."""
        if not 0 <= step <= len(self._steps) or step == self.cursor:
            return
        home = self.home_at(step)
        self._journal.move(self.cursor, step)
        self.cursor = step
        self._look_where_it_changed(home)
        self._become(home)

    def home_at(self, step: int) -> Home:
        """The home after so many edits."""
        if step == self.cursor:
            return self._home
        known = self._begin if step == 0 else self._steps[step - 1].home
        if known is None:
            known = self._journal.home_at(self._home, self.cursor, step)
            if step == 0:
                self._begin = known
            else:
                self._steps[step - 1] = replace(self._steps[step - 1], home=known)
        return known

    # ---------------------------------------------------------------------------------------

    def _look_where_it_changed(self, home: Home) -> None:
        """Go to the storey that becomes another one, when the one on view does not."""
        pairs = enumerate(zip(self._home.levels, home.levels, strict=False))
        changed = [n for n, (before, after) in pairs if before != after]
        if changed and self.level not in changed:
            self.level = changed[0]

    def _become(self, home: Home) -> None:
        self._home = self._shown = home
        self.level = min(self.level, len(home.levels) - 1)
        self._tell()

    def _tell(self) -> None:
        for listener in list(self.listeners):
            listener()


def _with_level(home: Home, level: int, plan: Plan) -> Home:
    if home.levels[level] is plan:
        return home
    return replace(home, levels=(*home.levels[:level], plan, *home.levels[level + 1 :]))

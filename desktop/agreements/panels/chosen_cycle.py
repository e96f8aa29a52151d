"""The cycle that all parts of the tab are about, chosen once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.agreements.queries.cycles import CycleChoice, cycle_of_today, cycles
from desktop.refused import Refused
from desktop.store import Changed
from desktop.widgets.desk import Desk


class ChosenCycle(QObject):
    """`id` is the chosen cycle, None while there is none. `chosen` tells that it is another one,
    `listed` that there are others to choose from."""

    chosen = Signal()
    listed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.choices: Sequence[CycleChoice] = ()
        self.id: int | None = None
        self._read()
        desk.changed.connect(self._changed)

    @property
    def number(self) -> int:
        """The chosen cycle, on a screen that is shown only when there is one."""
        assert self.id is not None, "this screen is shown with a cycle only"
        return self.id

    @property
    def year_after(self) -> CycleChoice | None:
        """The next year of the same municipality; None while there is none."""
        here = next((c for c in self.choices if c.id == self.id), None)
        if here is None:
            return None
        later = (
            c
            for c in self.choices
            if c.municipality == here.municipality and c.applies_in > here.applies_in
        )
        return min(later, key=lambda c: c.applies_in, default=None)

    def choose(self, cycle_id: int) -> None:
        """Be about this cycle from here on."""
        if cycle_id != self.id and any(c.id == cycle_id for c in self.choices):
            self.id = cycle_id
            self.chosen.emit()

    def _changed(self, changed: Changed) -> None:
        if changed.tables & {"cycle", "party"}:
            self._read()

    def _read(self) -> None:
        with self._desk.reading() as session:
            self.choices = cycles(session)
        self.listed.emit()
        if not any(choice.id == self.id for choice in self.choices):
            self.id = cycle_of_today(self.choices)
            self.chosen.emit()


class KeepingUp(QObject):
    """Has a part read again when another cycle is chosen, when something changed, and when it
    comes on view after that. A part that is not on view reads nothing. One that comes `later`
    lets the others read first when something changed: nobody waits for it."""

    def __init__(
        self,
        part: QWidget,
        desk: Desk,
        cycle: ChosenCycle,
        read: Callable[[], object],
        later: bool = False,
    ) -> None:
        super().__init__(part)
        self._part, self._desk, self._cycle, self._read = part, desk, cycle, read
        self._behind = True
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._when_on_view)
        part.installEventFilter(self)
        cycle.chosen.connect(self.read)
        desk.changed.connect(self.read_later if later else self.read)

    def read(self, _changed: object = None) -> None:
        """Read now when the part is on view, else when it comes on view."""
        self._behind = True
        self._when_on_view()

    def read_later(self, _changed: object = None) -> None:
        """Read when what others do now is done."""
        self._behind = True
        self._turn.start()

    def _when_on_view(self) -> None:
        if self._part.isVisible():
            self._catch_up()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._part and event.type() is QEvent.Type.Show:
            self._catch_up()
        return False

    def _catch_up(self) -> None:
        if not self._behind or self._cycle.id is None:
            return
        self._behind = False
        try:
            self._read()
        except Refused as refused:
            self._desk.show_refusal(refused)

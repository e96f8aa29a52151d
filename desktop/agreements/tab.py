"""The tab Beleid: the agreements of a year, from the bid to the look back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from sqlalchemy.orm import Session

from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.deadline_band import DeadlineBand
from desktop.agreements.panels.dialogs.new_cycle import new_cycle
from desktop.agreements.panels.parts import MANUAL_OF_PAGE, PARTS
from desktop.agreements.queries.cycles import CycleChoice
from desktop.agreements.queries.places import cycle_of, place_of_clause
from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.over import Over
from desktop.widgets.screen import Prints, ShowsPlaces, TellsPlace
from desktop.widgets.segments import Segments
from desktop.widgets.stack import Stack

if TYPE_CHECKING:
    from desktop.agreements.panels.meeting.evening import EveningScreen

MEASURING = "measuring"  # the part of a place where measurements are entered


class AgreementsTab(QWidget):
    """The parts at the top, under them the cycle and what must be done soon, and then the part
    that is on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._built: dict[str, QWidget] = {}
        self.setObjectName("canvas")
        self.cycle = ChosenCycle(desk, self)
        self.picker = ChoiceInput([])
        self.picker.setAccessibleName(_("Year of the agreements"))
        self.picker.inner.setMinimumWidth(theme.scaled(190))
        add = secondary("", lambda: new_cycle(desk, self, self.cycle.choose))
        add.show_icon("plus", _("New yearly cycle…"))
        # For who kept the agreements in a workbook until now.
        self.read_in = secondary(_("Read in a file…"), self._begin_with_file)
        self.parts = Segments(
            _words_of(is_step=False), _("Parts of this tab"), others=_words_of(is_step=True)
        )
        self.band = DeadlineBand(desk, self.cycle)
        self._no_cycle = Empty(
            _("No yearly cycle yet"),
            _(
                "In a yearly cycle you make agreements with the municipality and the tenants about "
                "the next year: from the bid to the look back."
            ),
            _("New yearly cycle…"),
            lambda: new_cycle(desk, self, self.cycle.choose),
        )
        self._stack = Stack()
        self._stack.addWidget(self._no_cycle)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self.picker)
        row.addWidget(add)
        row.addWidget(self.read_in)
        row.addWidget(self.band, 1)
        self.evening: EveningScreen | None = None
        self._over = Over(self)
        column = QVBoxLayout(self._over.under)
        # The window leaves room for messages under it.
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.TIGHT)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.parts)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self._offer_cycles()
        self.picker.changed.connect(self._pick)
        self.cycle.listed.connect(self._offer_cycles)
        self.cycle.chosen.connect(self._cycle_chosen)
        self.parts.chosen.connect(self._show)
        self._show(self.parts.current)

    @property
    def panel(self) -> QWidget:
        """The part on view; the first step while there is no cycle."""
        shown = self._stack.currentWidget()
        assert shown is not None, "the first step is always there"
        return shown

    # The cycle ---------------------------------------------------------------------------------

    def _offer_cycles(self) -> None:
        choices = self.cycle.choices
        several = len({choice.municipality for choice in choices}) > 1
        blocked = self.picker.blockSignals(True)
        self.picker.set_options(
            [(choice.id, _cycle_words(choice, several)) for choice in choices], self.cycle.id
        )
        self.picker.blockSignals(blocked)
        self.picker.setVisible(bool(choices))
        self.read_in.setVisible(not choices)

    def _begin_with_file(self) -> None:
        from desktop.agreements.panels.importing import ask_import

        ask_import(self._desk, None, self)

    def _pick(self) -> None:
        chosen = self.picker.value()
        if chosen is not None:
            self.cycle.choose(chosen)

    def _cycle_chosen(self) -> None:
        blocked = self.picker.blockSignals(True)
        self.picker.set_value(self.cycle.id)
        self.picker.blockSignals(blocked)
        self._show(self.parts.current)

    # Parts and places ----------------------------------------------------------------------------

    def _show(self, key: str) -> None:
        part = PARTS[key]
        if self.cycle.id is None and not part.without_cycle:
            self._stack.setCurrentWidget(self._no_cycle)
            return
        if key not in self._built:
            self._built[key] = part.build(self._desk, self.cycle)
            self._stack.addWidget(self._built[key])
        self._stack.setCurrentWidget(self._built[key])

    def show_place(self, place: Place) -> None:
        """Show a cycle, or something of one in its part. A place without a thing is a part of
        this tab: `Place("agreements", part="bid")`."""
        try:
            with self._desk.reading() as session:
                if place.kind == "clause" and place.id is not None:
                    place = place_of_clause(session, place.id)
                cycle_id = cycle_of(session, place.kind, place.id)
        except Refused as refused:
            self._desk.show_refusal(refused)
            return
        if cycle_id is not None:
            self.cycle.choose(cycle_id)
        # An agreement has a page of that name too.
        is_evening = place.part == MEASURING and place.kind in ("cycle", "meeting")
        if is_evening and self.cycle.id is not None:
            self.open_evening(self.cycle.id, place.id if place.kind == "meeting" else None)
            return
        self.close_evening()
        part = place.part or ("agreements" if place.kind == "cycle" else "")
        key = next((k for k, p in PARTS.items() if place.kind in p.kinds), part)
        if key not in PARTS:
            return
        self.parts.choose(key)
        if place.id is not None and place.kind != "cycle" and isinstance(self.panel, ShowsPlaces):
            try:
                self.panel.show_place(place)
            except Refused as refused:
                self._desk.show_refusal(refused)

    # The evening of measuring lies over all parts -----------------------------------------------

    def open_evening(self, cycle_id: int, meeting_id: int | None = None) -> None:
        """Enter the measurements of a meeting, or of a cycle without one."""
        from desktop.agreements.panels.meeting.evening import EveningScreen

        self.evening = EveningScreen(self._desk, cycle_id, meeting_id)
        self.evening.left.connect(self.close_evening)
        self._over.lay(self.evening)

    def close_evening(self) -> None:
        """Back to the parts."""
        self._over.lift()
        self.evening = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.evening is not None:
            self.evening.setFocus(event.reason())

    # What the window asks ------------------------------------------------------------------------

    def part_places(self) -> Sequence[tuple[str, Place]]:
        """Every part, in their order, and the evening of measuring."""
        parts = [(part.words(), Place("agreements", part=key)) for key, part in PARTS.items()]
        if self.cycle.id is None:
            return parts
        return [*parts, (_("Enter measurements"), _evening_place(self.cycle.id, None))]

    def place_on_view(self) -> Place:
        """The thing that is on view, or else the part of this cycle."""
        if self.evening is not None:
            return _evening_place(self.evening.cycle_id, self.evening.meeting_id)
        if isinstance(self.panel, TellsPlace):
            return self.panel.place_on_view()
        kind = "cycle" if self.cycle.id is not None else ""
        return Place("agreements", kind, self.cycle.id, self.parts.current)

    def manual_page(self) -> str:
        """The page about the part on view, or about the page of an agreement that is on."""
        place = self.place_on_view()
        return MANUAL_OF_PAGE.get(place.part, PARTS[self.parts.current].manual)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The paper of what is on view; None when the part has none."""
        if self.evening is not None:
            return self.evening.print_what()
        return self.panel.print_what() if isinstance(self.panel, Prints) else None

    def tenant_screen(self) -> QWidget | None:
        """What tenants at the table of the chosen year get in hand; None when there are none."""
        from desktop.agreements.panels.tenants.screen import tenant_screen

        return tenant_screen(self._desk, self.cycle.id) if self.cycle.id is not None else None


def _evening_place(cycle_id: int, meeting_id: int | None) -> Place:
    if meeting_id is not None:
        return Place("agreements", "meeting", meeting_id, MEASURING)
    return Place("agreements", "cycle", cycle_id, MEASURING)


def _words_of(is_step: bool) -> list[tuple[str, str]]:
    return [(key, part.words()) for key, part in PARTS.items() if part.is_step is is_step]


def _cycle_words(choice: CycleChoice, several: bool) -> str:
    words = _("Agreements {year}").format(year=choice.applies_in)
    return f"{words} · {choice.municipality}" if several else words

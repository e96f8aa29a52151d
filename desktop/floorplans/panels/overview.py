"""The evenings at the left, the drawings of the chosen one at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.floorplans import queries
from desktop.floorplans.panels.dialogs import new_evening
from desktop.floorplans.panels.evening import EveningScreen
from desktop.language import _, ngettext, pgettext
from desktop.language.fold import fold
from desktop.language.format import day_year
from desktop.store import Changed
from desktop.widgets.beside import lay_beside
from desktop.widgets.buttons import secondary
from desktop.widgets.choice_list import ChoiceList, ListRow
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.theme import Tone

SHOWN_TABLES = {"design_evening", "sketch", "sketch_step", "sketch_version"}


class Overview(QWidget):
    """Every evening at which tenants draw. `opened` tells the drawing that somebody opens."""

    opened = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stale = False
        self.list = ChoiceList(
            self._matching,
            _("Search project or type of home"),
            _("Drawing evenings"),
            empty=Empty(
                _("No drawing evenings yet"),
                _("At a drawing evening tenants draw their own home, on a shell that you prepare."),
                _("New drawing evening"),
                self._add,
            ),
            nothing_found=_("Nothing found. Try fewer letters."),
        )
        self.list.add_at_foot(secondary(_("New drawing evening"), self._add))
        self.evening = EveningScreen(desk)
        self.evening.opened.connect(self.opened)
        lay_beside(self, self.list, self.evening, _("Choose an evening at the left"))
        self.list.chosen.connect(self.evening.show_evening)
        desk.changed.connect(self._changed)
        self.list.choose_first()

    def show_evening(self, evening_id: int) -> None:
        self.list.choose(evening_id)

    def reload(self) -> None:
        """Read again what stands here."""
        self._stale = False
        self.list.reload()
        with self._desk.reading() as session:
            there = [line.id for line in queries.evenings(session)]
        if self.list.chosen_id in there:
            self.evening.reload()
        elif there:
            self.list.choose(there[0])
        else:
            self.list.choose(None)
            self.evening.forget()

    def print_what(self) -> Callable[[Session], Paper] | None:
        """All drawings of the evening, one sheet each."""
        return self.evening.print_what()

    def tenant_screen(self) -> QWidget | None:
        """Where the tenants of this evening begin."""
        return self.evening.tenant_screen()

    def _changed(self, changed: Changed) -> None:
        if not changed.tables & SHOWN_TABLES:
            return
        # While somebody draws, nobody sees this; it is read again when it comes back.
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._stale:
            self.reload()

    def _add(self) -> None:
        new_evening(self._desk, self, self._made)

    def _made(self, evening_id: int) -> None:
        self.list.filter.clear()
        self.list.reload()
        self.list.choose(evening_id)

    def _matching(self, words: str) -> Sequence[ListRow]:
        asked = fold(words).split()
        with self._desk.reading() as session:
            lines = queries.evenings(session)
        return [_row(line) for line in lines if all(word in fold(line.title) for word in asked)]


def _row(line: queries.EveningLine) -> ListRow:
    counted = ngettext("{n} drawing", "{n} drawings", line.sketches).format(n=line.sketches)
    return ListRow(
        line.id,
        line.project,
        _("Open") if line.open else pgettext("drawing evening", "Closed"),
        Tone.GREEN if line.open else Tone.GREY,
        line.home_type or day_year(line.held_on),
        counted,
    )

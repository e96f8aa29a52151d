"""Gastheren: left all hosts by complex, right the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.language.fold import fold
from desktop.store import Changed
from desktop.viewings.panels.hosts.cards import turns
from desktop.viewings.panels.hosts.host import SHOWN_TABLES, HostScreen
from desktop.viewings.panels.hosts.person import new_host
from desktop.viewings.panels.tones import tone
from desktop.viewings.queries.hosts import HostRow, all_hosts
from desktop.viewings.wording import word
from desktop.widgets.beside import lay_beside
from desktop.widgets.buttons import secondary
from desktop.widgets.choice_list import ChoiceList, ListRow
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty


class HostsPanel(QWidget):
    """Everybody who receives, or will."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[HostRow] = []
        self._read()
        self.list = ChoiceList(
            self._matching,
            _("Search name or complex"),
            _("Hosts"),
            empty=Empty(
                _("No hosts yet"),
                _("Hosts are residents who show the dwelling and explain how people live here."),
                _("New host"),
                self._add,
            ),
            nothing_found=_("Nothing found. Try fewer letters."),
        )
        self.list.add_at_foot(secondary(_("New host"), self._add))
        self.host_screen = HostScreen(desk)
        lay_beside(self, self.list, self.host_screen, _("Choose a host at the left"))
        self.list.chosen.connect(self._show)
        desk.changed.connect(self._changed)
        self.list.choose_first()

    def show_place(self, place: Place) -> None:
        """Show a host."""
        if place.id is not None:
            self.list.choose(place.id)

    def place_on_view(self) -> Place:
        """The chosen host."""
        chosen = self.list.chosen_id
        if chosen is None:
            return Place("viewings", part="hosts")
        return Place("viewings", "host", chosen)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The statement of the host on view."""
        return self.host_screen.statement() if self.list.chosen_id is not None else None

    def _add(self) -> None:
        new_host(self._desk, self, self._made)

    def _made(self, host_id: int) -> None:
        self.list.filter.clear()
        self.list.choose(host_id)

    def _read(self) -> None:
        with self._desk.reading() as session:
            self._rows = all_hosts(session, self._desk.now())

    def _changed(self, changed: Changed) -> None:
        if changed.tables & (SHOWN_TABLES | {"complex"}):
            self._read()
            self.list.reload()

    def _show(self, host_id: int) -> None:
        self.host_screen.show_host(host_id)

    def _matching(self, words: str) -> Sequence[ListRow]:
        asked = fold(words).split()
        return [_list_row(r) for r in self._rows if all(w in r.words for w in asked)]


def _list_row(row: HostRow) -> ListRow:
    where = [row.complex]
    if row.stairwell:
        where.append(_("stairwell {name}").format(name=row.stairwell))
    return ListRow(
        row.id, row.name, word(row.state), tone(row.state), " · ".join(where), turns(row.turns_90)
    )

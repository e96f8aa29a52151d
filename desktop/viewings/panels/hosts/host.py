"""One host: where they stand, the next thing to do, and the cards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.language import _
from desktop.language.format import day_year
from desktop.refused import Refused
from desktop.store import Changed
from desktop.viewings.actions.hosts import set_host_state
from desktop.viewings.documents import printables
from desktop.viewings.panels.hosts.cards import (
    AvailabilityCard,
    AwayCard,
    ContactCard,
    RelationsCard,
    ShiftsCard,
    turns,
)
from desktop.viewings.panels.hosts.instruction import record_instruction
from desktop.viewings.panels.tones import tone
from desktop.viewings.queries.hosts import HostLine, host_line
from desktop.viewings.states import HostState
from desktop.viewings.wording import word
from desktop.widgets import theme
from desktop.widgets.buttons import Button, primary, secondary
from desktop.widgets.card import HeaderCard
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.scroll import Scroll

SHOWN_TABLES = {"host", "host_relation", "shift", "viewing", "household", "invitation"}


class HostScreen(QWidget):
    """The screen at the right of the list; it follows changes itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: int | None = None
        self._host: HostLine | None = None
        self.header = HeaderCard()
        self.contact = ContactCard(desk, lambda: self.host)
        self.availability = AvailabilityCard(desk, lambda: self.host)
        self.away = AwayCard(desk, lambda: self.host)
        self.relations = RelationsCard(desk, lambda: self.host)
        self.shifts = ShiftsCard(desk)
        self._cards = (
            self.contact,
            self.availability,
            self.away,
            self.relations,
            self.shifts,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.header)
        column.addWidget(Scroll(self._two_columns()), 1)
        desk.changed.connect(self._changed)

    def _two_columns(self) -> QWidget:
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.GAP)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(theme.GAP)
            across.addLayout(column, 1)
        for card in (self.contact, self.relations, self.away):
            left.addWidget(card)
        left.addStretch(1)
        right.addWidget(self.availability)
        right.addWidget(self.shifts, 1)
        return inside

    @property
    def host(self) -> HostLine:
        """Who is on view."""
        assert self._host is not None  # the screen shows only with a host
        return self._host

    def show_host(self, host_id: int) -> None:
        """Show this host."""
        self._id = host_id
        self.reload()

    def reload(self) -> None:
        """Read the host again."""
        if self._id is None:
            return
        try:
            with self._desk.reading() as session:
                host = host_line(session, self._id, self._desk.now())
        except Refused as refused:
            self._desk.show_refusal(refused)
            return
        self._host = host
        self.header.set_title(host.name, _subtitle(host))
        self.header.set_actions(
            [Chip(word(host.state), tone(host.state)), self._print_menu(), *self._steps(host)]
        )
        for card in self._cards:
            card.show_host(host)

    def _changed(self, changed: Changed) -> None:
        if self.isVisible() and changed.tables & SHOWN_TABLES:
            self.reload()

    def showEvent(self, event: object) -> None:
        # What changed while another part was shown is read when this one comes back.
        self.reload()

    def _steps(self, host: HostLine) -> list[Button]:
        """What can be done with this host; the one next thing last, as the primary button."""
        desk = self._desk

        def goes(words: str, state: HostState, make: Callable[..., Button]) -> Button:
            return make(
                words,
                lambda: desk.did(
                    lambda: set_host_state(desk.store, desk.who, host.id, state), self
                ),
            )

        stop = goes(_("Stop"), HostState.STOPPED, secondary)
        if host.state is HostState.APPLIED:
            instruct = primary(
                _("Record instruction…"), lambda: record_instruction(desk, host, self)
            )
            return [stop, instruct]
        if host.state is HostState.ACTIVE:
            return [goes(_("Pause"), HostState.PAUSED, secondary), stop]
        if host.state is HostState.STOPPED:
            return [goes(_("Applies again"), HostState.APPLIED, primary)]
        return [stop, goes(_("Make active"), HostState.ACTIVE, primary)]

    # Papers ----------------------------------------------------------------------------------

    def _print_menu(self) -> Button:
        button = secondary(_("Print"))
        menu = QMenu(button)
        by_key = {p.key: p for p in printables()}
        for key in ("host-instruction", "rota"):
            menu.addAction(by_key[key].title()).triggered.connect(
                lambda _checked=False, key=key: self._desk.show_paper(self._paper(key))
            )
        menu.addAction(by_key["host-statement"].title()).triggered.connect(
            lambda: self._desk.show_paper(self.statement())
        )
        button.setMenu(menu)
        return button

    def _paper(self, key: str) -> Callable[[Session], Paper]:
        paper = next(p for p in printables() if p.key == key)
        code, now = self.host.complex_code, self._desk.now()
        return lambda session: paper.make(session, [code], now)

    def statement(self) -> Callable[[Session], Paper]:
        """The secrecy and interests statement of this host alone."""
        host_id, now = self.host.id, self._desk.now()

        def make(session: Session) -> Paper:
            from desktop.viewings.documents.host_letters import statement

            return statement(session, [host_id], now)

        return make


def _subtitle(host: HostLine) -> str:
    parts = [_("complex {name}").format(name=host.complex)]
    if host.stairwell:
        parts.append(_("stairwell {name}").format(name=host.stairwell))
    if host.active_from is not None:
        parts.append(_("host since {day}").format(day=day_year(host.active_from)))
    else:
        parts.append(_("applied {day}").format(day=day_year(host.applied_on)))
    parts.append(_("{turns} in 90 days").format(turns=turns(host.turns_90)))
    return " · ".join(parts)

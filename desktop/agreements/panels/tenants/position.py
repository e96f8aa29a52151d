"""What the tenants' organisation says to a text: tried at the table, settled by its contact."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.agreements.actions.clauses import NEEDS_REMARK, settle_position, take_position
from desktop.agreements.queries.tenants import TenantParty
from desktop.agreements.queries.versions import ClauseLine, PositionLine
from desktop.agreements.states import PositionValue
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.form import Form
from desktop.widgets.swapped import Swapped
from desktop.widgets.tenant_page import large
from desktop.widgets.words import Words


def said_words(value: PositionValue) -> str:
    """A position as the tenants themselves say it."""
    return {
        PositionValue.AGREES: _("We agree"),
        PositionValue.AGREES_IF: _("We agree if …"),
        PositionValue.DISAGREES: _("We do not agree"),
        PositionValue.NO_OPINION: _("We do not know yet"),
    }[value]


class PositionCard(Card):
    """Four answers to one text. `said` tells that something was written; the page then reads it
    again."""

    said = Signal()

    def __init__(self, desk: Desk, clause: ClauseLine, party: TenantParty) -> None:
        super().__init__(_("Our position"))
        self._desk, self._clause, self._party = desk, clause, party
        self._position = next((p for p in clause.positions if p.party_id == party.id), None)
        self._value = self._position.value if self._position is not None else None
        self._face = Swapped()
        self.add(self._face)
        if self._position is None:
            self._show_answers()
        elif self._position.settled_on is None:
            self._show_draft(self._position)
        else:
            self._show_settled(self._position)

    # Three faces ---------------------------------------------------------------------------------

    def _show_answers(self) -> None:
        self._value_buttons: dict[PositionValue, Button] = {}
        grid = QGridLayout()
        grid.setSpacing(theme.SMALL)
        for place, value in enumerate(PositionValue):
            button = large(said_words(value), partial(self._choose, value))
            button.setCheckable(True)
            self._value_buttons[value] = button
            grid.addWidget(button, place // 2, place % 2)
        self.form = Form()
        before = self._position.remark if self._position is not None else ""
        field = self.form.lines("remark", _("What should change, or why not?"), before)
        # The menu of Qt speaks the language of the staff.
        field.input.inner.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.save = large(_("Save as a draft"), self._save, "primary")
        self._fill(grid, self.form, self.save)
        self._mark()

    def _show_draft(self, position: PositionLine) -> None:
        settle = large(_("Settle"), self._ask_contact, "primary")
        again = large(_("Change"), self._show_answers)
        words = _("This is a draft. It counts when the contact of {party} settles it.")
        self._fill(
            Words(said_words(position.value), "section", wraps=True),
            Words(position.remark, wraps=True),
            Words(words.format(party=self._party.called), "soft", wraps=True),
            _beside(again, settle),
        )

    def _show_settled(self, position: PositionLine) -> None:
        assert position.settled_on is not None
        words = _("Settled on {day}.").format(day=day_plain(position.settled_on))
        again = large(_("We say something else"), self._show_answers)
        self._fill(
            Words(said_words(position.value), "section", wraps=True),
            Words(position.remark, wraps=True),
            Words(words, "soft", wraps=True),
            _beside(again),
        )

    def _ask_contact(self) -> None:
        """A tap is made quickly: whoever settles says that they may."""
        words = _("Are you the contact of {party}? What you settle counts for all its members.")
        yes = large(_("Yes, settle it"), self._settle, "primary")
        no = large(_("No, not yet"), self._leave_draft)
        self._fill(
            Words(words.format(party=self._party.name), "section", wraps=True), _beside(no, yes)
        )

    def _leave_draft(self) -> None:
        if self._position is not None:
            self._show_draft(self._position)

    def _fill(self, *parts: QWidget | QLayout) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        self._face.show_content(content)

    # What is said --------------------------------------------------------------------------------

    def _choose(self, value: PositionValue) -> None:
        self._value = value
        self._mark()

    def _mark(self) -> None:
        for value, button in self._value_buttons.items():
            button.setChecked(value is self._value)
        self.form.setVisible(self._value in NEEDS_REMARK)
        self.save.set_reason(None if self._value is not None else _("First choose an answer."))

    def _save(self) -> None:
        value = self._value
        if value is None:
            return
        remark = str(self.form.value("remark")) if value in NEEDS_REMARK else ""
        desk, clause, party = self._desk, self._clause.id, self._party.id

        def work() -> None:
            take_position(desk.store, desk.who, clause, party, value, remark, draft=True)

        if desk.did(work, self):
            desk.store.forget_undo()
            self.said.emit()

    def _settle(self) -> None:
        position = self._position
        assert position is not None, "a draft is on view"
        desk = self._desk
        if desk.did(lambda: settle_position(desk.store, desk.who, position.id), self):
            desk.store.forget_undo()
            self.said.emit()


def _beside(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.SMALL)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row

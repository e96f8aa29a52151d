"""Who does what, party by party."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.actions.commitments import commitment_done, remove_commitment
from desktop.agreements.panels.dialogs.commitment import add_commitment_to, change_commitment_of
from desktop.agreements.queries.detail import AgreementView, CommitmentLine
from desktop.agreements.rules.lifecycle import SIGNED
from desktop.agreements.states import CycleState
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_year
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.table import Cell, Column, Table, TableRow
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class CommitmentsPage(QWidget):
    """A table; Enter opens a row, the menu of a row has the rest."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: AgreementView | None = None
        self.table = Table(
            "commitments",
            [
                Column(_("Party"), 170),
                Column(_("What"), 0),
                Column(_("Kind"), 150),
                Column(_("Who looks after it"), 160),
                Column(_("Before"), 110),
                Column(_("Done"), 110),
            ],
            _("Who does what"),
            menu=self._menu,
        )
        self.table.activated_row.connect(self._change)
        self._hint = Words("", "soft", wraps=True)
        self._empty = Empty(
            _("Nobody promised anything yet"),
            _("Write down what each party does, so that everybody can see who it waits for."),
            _("Add…"),
            self._add,
        )
        self.add = secondary(_("Add…"), self._add)
        self.done = secondary(_("Done today"), self._done)
        self._filled = QWidget()
        self._lay_out()
        self.table.chosen.connect(lambda _id: self._offer())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self._hint, 1)
        row.addWidget(self.done)
        row.addWidget(self.add)
        filled = QVBoxLayout(self._filled)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.setSpacing(theme.SMALL)
        filled.addLayout(row)
        filled.addWidget(self.table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._empty)
        whole.addWidget(self._filled)

    def show_view(self, view: AgreementView) -> None:
        """Show what each party does for this agreement."""
        self._view = view
        self._empty.setVisible(not view.commitments)
        self._filled.setVisible(bool(view.commitments))
        self.table.show_rows([self._row(line) for line in view.commitments])
        self.table.choose_first()
        self._offer()

    def _row(self, line: CommitmentLine) -> TableRow:
        late = line.due_on is not None and line.done_on is None and line.due_on < self._desk.today()
        due = day_year(line.due_on) if line.due_on is not None else ""
        done = day_year(line.done_on) if line.done_on is not None else ""
        return TableRow(
            line.id,
            (
                Cell(line.party, bold=True),
                line.what,
                word(line.kind),
                line.owner,
                Cell(due, Tone.RED if late else None, sort=line.due_on),
                Cell(done, Tone.BLUE if done else None, sort=line.done_on),
            ),
        )

    @property
    def chosen(self) -> CommitmentLine | None:
        """The row that the cursor is on."""
        lines = self._view.commitments if self._view is not None else ()
        return next((line for line in lines if line.id == self.table.chosen_id), None)

    def _offer(self) -> None:
        chosen = self.chosen
        self.done.setText(_("Not done after all") if chosen and chosen.done_on else _("Done today"))
        self.done.set_reason(None if chosen is not None else _("Choose a row first."))
        closed = self._view is not None and self._view.cycle_state is CycleState.CLOSED
        signed = self._view is not None and self._view.state in SIGNED
        why_not = _("The parties signed this, so who does what stays.") if signed else None
        self.add.set_reason(_("This year is closed.") if closed else why_not)
        if self._view is not None:
            one_sided = _("Only the corporation does something here. What do the other parties do?")
            hint = one_sided if self._view.is_one_sided else ""
            self._hint.setText(self.add.reason or hint)

    def _add(self) -> None:
        if self._view is not None:
            add_commitment_to(self._desk, self._view, self.window())

    def _change(self, commitment_id: int) -> None:
        if self._view is not None:
            line = next(c for c in self._view.commitments if c.id == commitment_id)
            change_commitment_of(self._desk, self._view, line, self.window())

    def _done(self) -> None:
        chosen, desk = self.chosen, self._desk
        if chosen is not None:
            on = None if chosen.done_on is not None else desk.today()
            desk.did(partial(commitment_done, desk.store, desk.who, chosen.id, on), self)

    def _menu(self, commitment_id: int) -> list[tuple[str, Callable[[], object]]]:
        desk = self._desk
        remove = partial(remove_commitment, desk.store, desk.who, commitment_id)
        return [
            (_("Change…"), partial(self._change, commitment_id)),
            (_("Remove"), partial(desk.did, remove, self)),
        ]

"""What came of a meeting: who was there, what was decided and who does what, a page each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from desktop.agreements.actions.proceedings import (
    remove_action,
    remove_attendance,
    remove_decision,
)
from desktop.agreements.panels.deadline_band import left_words
from desktop.agreements.panels.meetings import line_dialogs
from desktop.agreements.queries.meetings import (
    ActionLine,
    AttendanceLine,
    DecisionLine,
    MeetingView,
)
from desktop.feature import Place
from desktop.language import _
from desktop.language.format import day_short
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage
from desktop.widgets.theme import Tone


class AttendancePage(TablePage):
    """Who was there, by party and function: no names. Enter changes a row."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.view: MeetingView | None = None
        super().__init__(
            "meeting-attendance",
            [
                Column(_("Party"), 260),
                Column(_("Function"), 0),
                Column(_("Is there"), 110),
                Column(_("Expert"), 200),
            ],
            _("Who is there"),
            Empty(
                _("Nobody is written down yet"),
                _("Write down functions, not names."),
                _("Somebody…"),
                self._add,
            ),
            (secondary(_("Change…"), self._change), secondary(_("Remove"), self._remove)),
            (secondary(_("Somebody…"), self._add),),
            lambda _id: [(_("Change…"), self._change), (_("Remove"), self._remove)],
        )
        self.table.activated_row.connect(lambda _id: self._change())

    def show_view(self, view: MeetingView) -> None:
        """Show who was at this meeting."""
        self.view = view
        self.show_rows([_attendance_row(line) for line in view.attendance])

    @property
    def chosen(self) -> AttendanceLine | None:
        """The row that the cursor is on."""
        lines = self.view.attendance if self.view is not None else ()
        return next((line for line in lines if line.id == self.table.chosen_id), None)

    def _add(self) -> None:
        if self.view is not None:
            line_dialogs.note_who(self._desk, self.view.line, self.window())

    def _change(self) -> None:
        if self.view is not None and self.chosen is not None:
            line_dialogs.change_who(self._desk, self.view.line, self.chosen, self.window())

    def _remove(self) -> None:
        line, desk = self.chosen, self._desk
        if line is not None:
            desk.did(partial(remove_attendance, desk.store, desk.who, line.id), self)


class DecisionsPage(TablePage):
    """What was decided. Enter opens the agreement that it is about."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.view: MeetingView | None = None
        super().__init__(
            "meeting-decisions",
            [Column(_("About"), 110), Column(_("Decision"), 0)],
            _("Decisions"),
            Empty(
                _("No decisions yet"),
                _("Write down what was decided, about an agreement or in general."),
                _("Decision of the meeting…"),
                self._add,
            ),
            (secondary(_("Change…"), self._change), secondary(_("Remove"), self._remove)),
            (secondary(_("Decision of the meeting…"), self._add),),
            lambda _id: self._menu(),
        )
        self.table.activated_row.connect(lambda _id: self._open())

    def show_view(self, view: MeetingView) -> None:
        """Show what this meeting decided."""
        self.view = view
        rows = [
            TableRow(one.id, (Cell(one.agreement or _("in general"), bold=True), one.text))
            for one in view.decisions
        ]
        self.show_rows(rows)

    @property
    def chosen(self) -> DecisionLine | None:
        """The decision that the cursor is on."""
        decisions = self.view.decisions if self.view is not None else ()
        return next((one for one in decisions if one.id == self.table.chosen_id), None)

    def _add(self) -> None:
        if self.view is not None:
            line_dialogs.add_decision(self._desk, self.view.line, self.window())

    def _change(self) -> None:
        if self.view is not None and self.chosen is not None:
            line_dialogs.change_decision(self._desk, self.view.line, self.chosen, self.window())

    def _remove(self) -> None:
        decision, desk = self.chosen, self._desk
        if decision is not None:
            desk.did(partial(remove_decision, desk.store, desk.who, decision.id), self)

    def _open(self) -> None:
        if self.chosen is not None and self.chosen.agreement_id is not None:
            self._desk.open(Place("agreements", "agreement", self.chosen.agreement_id))

    def _menu(self) -> Entries:
        entries = [(_("Change…"), self._change), (_("Remove"), self._remove)]
        if self.chosen is not None and self.chosen.agreement_id is not None:
            entries.insert(0, (_("Open the agreement"), self._open))
        return entries


class ActionsPage(TablePage):
    """What parties will do: what this meeting agreed, and under it what is still open of earlier
    ones. Enter says that one is done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.view: MeetingView | None = None
        self._lines: Sequence[ActionLine] = ()
        self.done = secondary(_("Done…"), self._done)
        super().__init__(
            "meeting-actions",
            [
                Column(_("Who"), 170),
                Column(_("What"), 0),
                Column(_("About"), 80),
                Column(_("Agreed on"), 110),
                Column(_("Before"), 110),
                Column("", 140),
            ],
            _("Action points"),
            Empty(
                _("No action points yet"),
                _("Write down who does what, and by when."),
                _("Action point…"),
                self._add,
            ),
            (
                self.done,
                secondary(_("Change…"), self._change),
                secondary(_("Remove"), self._remove),
            ),
            (secondary(_("Action point…"), self._add),),
            lambda _id: [
                (_("Done…"), self._done),
                (_("Change…"), self._change),
                (_("Remove"), self._remove),
            ],
        )
        self.table.activated_row.connect(lambda _id: self._done())

    def show_view(self, view: MeetingView, earlier: Sequence[ActionLine]) -> None:
        """Show the action points of this meeting, and those that earlier ones left open."""
        self.view = view
        self._lines = (*view.actions, *earlier)
        self.show_rows([_action_row(line) for line in self._lines])

    @property
    def chosen(self) -> ActionLine | None:
        """The action point that the cursor is on."""
        return next((line for line in self._lines if line.id == self.table.chosen_id), None)

    def _add(self) -> None:
        if self.view is not None:
            line_dialogs.add_action(self._desk, self.view.line, self.window())

    def _change(self) -> None:
        if self.view is not None and self.chosen is not None:
            line_dialogs.change_action(self._desk, self.view.line, self.chosen, self.window())

    def _done(self) -> None:
        if self.chosen is not None:
            line_dialogs.action_done(self._desk, self.chosen, self.window())

    def _remove(self) -> None:
        line, desk = self.chosen, self._desk
        if line is not None:
            desk.did(partial(remove_action, desk.store, desk.who, line.id), self)


def _attendance_row(line: AttendanceLine) -> TableRow:
    here = Cell(_("yes"), Tone.GREEN) if line.present else Cell(_("no"), Tone.GREY)
    expert = _("yes") if line.expert else ""
    if line.expert and line.notified_on is not None:
        expert = _("announced {day}").format(day=day_short(line.notified_on))
    return TableRow(line.id, (Cell(line.party, bold=True), line.function, here, expert))


def _action_row(line: ActionLine) -> TableRow:
    if line.done_on is not None:
        state = Cell(_("done {day}").format(day=day_short(line.done_on)), Tone.GREEN)
    elif line.days_left is not None:
        state = Cell(left_words(line.days_left), Tone.RED if line.is_late else Tone.BLUE)
    else:
        state = Cell("")
    due = Cell(day_short(line.due_on) if line.due_on else "", sort=line.due_on)
    agreed = Cell(day_short(line.agreed_on), sort=line.agreed_on)
    return TableRow(
        line.id, (Cell(line.party, bold=True), line.text, line.agreement, agreed, due, state)
    )

"""The pages of one meeting: agenda, who was there, decisions, action points and the report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.actions.meetings import accept_item
from desktop.agreements.panels.deadline_band import left_words
from desktop.agreements.panels.meetings import dialogs
from desktop.agreements.panels.table_page import Entries, TablePage
from desktop.agreements.queries.meetings import ActionLine, AttendanceLine, MeetingView, TopicLine
from desktop.feature import Place
from desktop.language import _
from desktop.language.format import day_short
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.scroll import Scroll
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class AgendaPage(TablePage):
    """The topics in their order; those of tenants are marked. Enter accepts one that waits."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.view: MeetingView | None = None
        self.accept = secondary(_("On the agenda"), self._accept)
        self.refuse = secondary(_("Not on the agenda…"), self._refuse)
        super().__init__(
            "meeting-agenda",
            [
                Column("#", 40),
                Column(_("Topic"), 0),
                Column(_("Put up by"), 190),
                Column("", 150),
            ],
            _("Agenda"),
            Empty(
                _("No topics yet"), _("Put the first topic on the agenda."), _("Topic…"), self._add
            ),
            (self.accept, self.refuse),
            (secondary(_("Topic…"), self._add),),
            self._menu,
        )
        self.table.activated_row.connect(lambda _id: self._accept())

    def show_view(self, view: MeetingView) -> None:
        """Show the agenda of this meeting."""
        self.view = view
        self.show_rows([_topic_row(topic) for topic in view.topics])

    @property
    def chosen(self) -> TopicLine | None:
        """The topic that the cursor is on."""
        topics = self.view.topics if self.view is not None else ()
        return next((t for t in topics if t.id == self.table.chosen_id), None)

    def offer(self) -> None:
        super().offer()
        topic = self.chosen
        if topic is not None:
            self.accept.set_reason(_("It is on the agenda.") if topic.accepted else None)

    def _add(self) -> None:
        if self.view is not None:
            dialogs.add_topic(self._desk, self.view.line, self.window())

    def _accept(self) -> None:
        topic, desk = self.chosen, self._desk
        if topic is not None and not topic.accepted:
            desk.did(partial(accept_item, desk.store, desk.who, topic.id), self)

    def _refuse(self) -> None:
        if self.chosen is not None:
            dialogs.refuse_topic(self._desk, self.chosen, self.window())

    def _menu(self, _topic_id: int) -> Entries:
        return [(_("On the agenda"), self._accept), (_("Not on the agenda…"), self._refuse)]


class AttendancePage(TablePage):
    """Who was there, by party and function: no names."""

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
            (),
            (secondary(_("Somebody…"), self._add),),
        )

    def show_view(self, view: MeetingView) -> None:
        """Show who was at this meeting."""
        self.view = view
        self.show_rows([_attendance_row(line) for line in view.attendance])

    def _add(self) -> None:
        if self.view is not None:
            dialogs.note_who(self._desk, self.view.line, self.window())


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
                _("Decision…"),
                self._add,
            ),
            (),
            (secondary(_("Decision…"), self._add),),
        )
        self.table.activated_row.connect(self._open)

    def show_view(self, view: MeetingView) -> None:
        """Show what this meeting decided."""
        self.view = view
        rows = [
            TableRow(one.id, (Cell(one.agreement or _("in general"), bold=True), one.text))
            for one in view.decisions
        ]
        self.show_rows(rows)

    def _add(self) -> None:
        if self.view is not None:
            dialogs.add_decision(self._desk, self.view.line, self.window())

    def _open(self, decision_id: int) -> None:
        decisions = self.view.decisions if self.view is not None else ()
        about = next((d.agreement_id for d in decisions if d.id == decision_id), None)
        if about is not None:
            self._desk.open(Place("agreements", "agreement", about))


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
            (self.done,),
            (secondary(_("Action point…"), self._add),),
            lambda _id: [(_("Done…"), self._done)],
        )
        self.table.activated_row.connect(lambda _id: self._done())

    def show_view(self, view: MeetingView, earlier: Sequence[ActionLine]) -> None:
        """Show the action points of this meeting, and those that earlier ones left open."""
        self.view = view
        self._lines = (*view.actions, *earlier)
        self.show_rows([_action_row(line) for line in self._lines])

    def _add(self) -> None:
        if self.view is not None:
            dialogs.add_action(self._desk, self.view.line, self.window())

    def _done(self) -> None:
        line = next((a for a in self._lines if a.id == self.table.chosen_id), None)
        if line is not None:
            dialogs.action_done(self._desk, line, self.window())


class MinutesPage(QWidget):
    """What was said, as it was written last."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: MeetingView | None = None
        self._words = Words("", wraps=True)
        self._none = Words("", "soft", wraps=True)
        row = QHBoxLayout()
        row.addWidget(self._none, 1)
        row.addWidget(secondary(_("Write the report…"), self._write))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        inside = QWidget()
        said = QVBoxLayout(inside)
        said.setContentsMargins(0, 0, 0, 0)
        said.addWidget(self._words)
        said.addStretch(1)
        column.addLayout(row)
        column.addWidget(Scroll(inside), 1)

    def show_view(self, view: MeetingView) -> None:
        """Show the report of this meeting."""
        self.view = view
        self._words.setText(view.minutes)
        self._none.setText("" if view.minutes else _("There is no report yet."))

    def _write(self) -> None:
        if self.view is not None:
            dialogs.write_minutes(self._desk, self.view, self.window())


def _topic_row(topic: TopicLine) -> TableRow:
    state = {
        True: Cell(_("On the agenda"), Tone.GREEN),
        False: Cell(_("Not on the agenda"), Tone.GREY),
        None: Cell(_("Not decided yet"), Tone.AMBER),
    }[topic.accepted]
    by = Cell(topic.proposed_by, Tone.BRAND if topic.of_tenants else None)
    return TableRow(
        topic.id,
        (
            Cell(str(topic.position), sort=topic.position),
            Cell(" · ".join(filter(None, (topic.title, topic.refusal_reason)))),
            by,
            state,
        ),
    )


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

"""The decision of a vacancy: the order table with each code in words, and what is next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.language.format import day_plain, moment_short
from desktop.viewings.codes import CodeList, shown
from desktop.viewings.panels.dialogs.complaint import add_complaint, close_complaint
from desktop.viewings.panels.dialogs.draft_decision import draft_decision
from desktop.viewings.queries.decisions import OrderLine, order_lines
from desktop.viewings.queries.vacancy import DecisionLine, VacancyView
from desktop.viewings.rules.retention import order_removed_words
from desktop.viewings.states import ComplaintState, DecisionState, OfferAnswer, Want
from desktop.viewings.wording import word
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.table import Align, Cell, Column, Table, TableRow
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class DecisionPart(QWidget):
    """Who gets the dwelling and why, for the author, the second reader and the auditor."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: VacancyView | None = None
        self.table = Table(
            "order",
            [
                Column(_("#"), 44, Align.RIGHT),
                Column(_("Number"), 146),
                Column(_("Priority"), 84),
                Column(_("Invited"), 106),
                Column(_("Came"), 86),
                Column(_("Wants it"), 112),
                Column(_("Offered"), 106),
                Column(_("Why"), 0),
            ],
            _("Order table"),
        )
        self._which = ChoiceInput([])
        self._which.setAccessibleName(_("Decision"))
        self._which.changed.connect(self._show_decision)
        self._state = Chip()
        self._words = Words("", "soft", wraps=True)
        self._motivation = Words("", wraps=True)
        self._removed = Words("", wraps=True)
        self._complaints = QVBoxLayout()
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        head = QHBoxLayout()
        head.setSpacing(theme.SMALL)
        head.addWidget(self._which)
        head.addWidget(self._state)
        head.addWidget(self._words, 1)
        self._change = secondary(_("Change draft…"), self._change_draft)
        head.addWidget(self._change)
        head.addWidget(secondary(_("Add complaint…"), self._add_complaint))
        column.addLayout(head)
        column.addWidget(self._motivation)
        column.addWidget(self.table, 1)
        column.addWidget(self._removed, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._complaints)
        self._empty = Empty(
            _("No decision yet"),
            _("When somebody takes the dwelling, you write the decision and a colleague reads it."),
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(filled)

    def show_view(self, view: VacancyView) -> None:
        """Show the decision of this vacancy."""
        self._view = view
        self._stack.setCurrentIndex(0 if view.decision is None else 1)
        if view.decision is None:
            return
        self._which.set_options(
            [(d.id, _("Decision {number}").format(number=d.number)) for d in view.decisions],
            view.decision.id,
        )
        self._which.setVisible(len(view.decisions) > 1)
        self._show_decision()
        self._show_complaints(view)

    def choose(self, decision_id: int) -> None:
        """Show this one of the decisions about the vacancy."""
        self._which.set_value(decision_id)

    def _show_decision(self) -> None:
        """The decision that is chosen: the last one, or one that lapsed before it."""
        chosen = self._which.value()
        if self._view is None or chosen is None:
            return
        decision = next(d for d in self._view.decisions if d.id == chosen)
        with self._desk.reading() as session:
            lines = order_lines(session, decision.id)
        lapsed = decision.lapsed is not None
        self._state.set(word(decision.state), Tone.AMBER if lapsed else Tone.BLUE)
        self._words.setText(_sentence(decision))
        self._motivation.setText(decision.motivation)
        self._motivation.setVisible(bool(decision.motivation))
        self._change.setVisible(decision.state is DecisionState.DRAFT)
        self.table.show_rows([_row(n, line) for n, line in enumerate(lines)])
        removed_on = decision.order_removed_on
        self.table.setVisible(removed_on is None)
        self._removed.setVisible(removed_on is not None)
        if removed_on is not None:
            self._removed.setText(order_removed_words(removed_on))

    def _change_draft(self) -> None:
        if self._view is not None:
            draft_decision(self._desk, self._view, self)

    def _add_complaint(self) -> None:
        if self._view is not None:
            add_complaint(self._desk, self._view, self)

    def _show_complaints(self, view: VacancyView) -> None:
        while self._complaints.count():
            item = self._complaints.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for complaint in view.complaints:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            is_open = complaint.state is ComplaintState.OPEN
            row.addWidget(Chip(word(complaint.state), Tone.AMBER if is_open else Tone.GREY))
            words = _("Complaint about {about}, {day}: {summary}").format(
                about=word(complaint.about).lower(),
                day=day_plain(complaint.received_on),
                summary=complaint.summary,
            )
            if is_open:
                words += " · " + _("answer before {day}").format(day=day_plain(complaint.answer_by))
            else:
                words += f" · {complaint.outcome}"
            row.addWidget(Words(words, wraps=True), 1)
            if is_open:
                row.addWidget(
                    secondary(
                        _("Close…"),
                        partial(close_complaint, self._desk, complaint, self),
                    )
                )
            self._complaints.addWidget(line)


def _sentence(decision: DecisionLine) -> str:
    parts = [_("written by {name}").format(name=decision.author)]
    if decision.reader and decision.read_at is not None:
        parts.append(
            _("read by {name}, {moment}").format(
                name=decision.reader, moment=moment_short(decision.read_at)
            )
        )
    elif decision.question:
        parts.append(
            _("{name} asks: {question}").format(name=decision.reader, question=decision.question)
        )
    if decision.lapsed is not None:
        parts.append(
            _("lapsed on {day}: {who} ({reason})").format(
                day=day_plain(decision.lapsed.told_on),
                who=_("the chosen candidate backed out")
                if decision.lapsed.by is OfferAnswer.REFUSED
                else _("the dwelling was taken back"),
                reason=shown(CodeList.OFFER_DETAIL, decision.lapsed.code).lower(),
            )
        )
        return " · ".join(parts)
    if decision.complaint_until is not None:
        parts.append(_("complaints until {day}").format(day=day_plain(decision.complaint_until)))
    if decision.wiped_on is not None:
        parts.append(_("personal data wiped on {day}").format(day=day_plain(decision.wiped_on)))
    elif decision.wipe_on is not None:
        parts.append(_("personal data go from {day}").format(day=day_plain(decision.wipe_on)))
    return " · ".join(parts)


def _row(place: int, line: OrderLine) -> TableRow:
    if line.chosen:
        why = Cell(_("Gets the dwelling"), Tone.GREEN)
    elif line.code is None:
        why = Cell(_("No reason yet"), Tone.RED)
    else:
        why = Cell(word(line.code))
    return TableRow(
        place,
        (
            Cell(str(line.rank), sort=line.rank, bold=line.chosen),
            Cell(line.number, bold=line.chosen),
            _yes(line.priority),
            _yes(line.invited),
            "" if line.came is None else _yes(line.came),
            "" if line.wants is None else _wants(line.wants),
            _yes(line.offered),
            why,
        ),
    )


def _wants(want: Want) -> str:
    return {Want.YES: _("yes"), Want.NO: _("no"), Want.THINKS: _("thinks")}[want]


def _yes(value: bool) -> str:
    return _("yes") if value else _("no")

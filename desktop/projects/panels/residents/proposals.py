"""The proposals of tenants: what has no answer comes first, and the list counts down to none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.language import _, ngettext
from desktop.language.format import day_short
from desktop.projects.actions.grouping import take_apart
from desktop.projects.actions.proposals import discuss_proposal, remove_proposal
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.dialogs.grouping import ask_group, counted
from desktop.projects.panels.dialogs.proposals import (
    ask_answer,
    ask_proposal,
    ask_told,
    change_words,
)
from desktop.projects.panels.papers import answers
from desktop.projects.panels.tones import tone
from desktop.projects.queries.grouping import Together, together
from desktop.projects.queries.voices import UNANSWERED, ProposalLine, proposals_of
from desktop.projects.states import ProposalState
from desktop.projects.wording import word
from desktop.projects.wording.dots import dots
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage
from desktop.widgets.theme import Tone

Ask = Callable[[Desk, Sequence[ProposalLine], QWidget], None]


class ProposalsPage(QWidget):
    """One table; under it the answer to the chosen proposal. Several that were selected come
    together under one subject, as on the evening itself, or get one answer."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self.lines: dict[int, ProposalLine] = {}
        self.groups: dict[str, Together] = {}
        self.group = menu_button(_("Bring together"), self._fill_group)
        self.answer = secondary(_("Answer…"), lambda: self._ask(ask_answer))
        self.tell = secondary(_("Told…"), lambda: self._ask(ask_told))
        self.page = TablePage(
            "proposals",
            [
                Column(_("Nr"), 50),
                Column(_("Proposal"), 0),
                Column(_("Subject"), 120),
                Column(_("Dots"), 70),
                Column(_("Raised"), 100),
                Column(_("Answer"), 160),
            ],
            _("Proposals"),
            Empty(
                _("No proposals yet"),
                _("Write down what tenants propose. Each gets an answer with a reason."),
                _("New proposal…"),
                lambda: ask_proposal(desk, project.number, self),
            ),
            of_row=[self.group, self.answer, self.tell],
            others=[primary(_("New proposal…"), lambda: ask_proposal(desk, project.number, self))],
            menu=self._entries,
        )
        table = self.page.table
        table.chosen.connect(lambda _id: self._tell_about())
        table.selectionModel().selectionChanged.connect(lambda _new, _old: self._tell_about())
        table.activated_row.connect(lambda _id: self._ask(ask_answer))
        for keys, do in (
            ("Ctrl+G", self._put_together),
            ("Ctrl+Shift+G", self._take_apart),
            ("F2", self._correct),
            ("Delete", self._remove),
        ):
            QShortcut(QKeySequence(keys), table, do).setContext(Qt.ShortcutContext.WidgetShortcut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        KeepingUp(self, desk, project, self._read)

    def _read(self) -> None:
        with self._desk.reading() as session:
            lines = proposals_of(session, self._project.number, self._desk.today())
        waited = {id for id, line in self.lines.items() if line.state in UNANSWERED}
        chosen = self.page.table.chosen_id
        self.lines = {line.id: line for line in lines}
        self.groups = {group.theme: group for group in together(lines) if group.theme}
        self.page.show_rows([row(line, self.groups.get(line.theme)) for line in lines])
        waiting = [line.id for line in lines if line.state in UNANSWERED]
        if waiting and chosen in waited and chosen not in waiting:
            # Answered just now: on to the next, as who goes through them one after the other wants.
            self.page.table.choose(waiting[0])
        self._tell_about()

    def _tell_about(self) -> None:
        chosen = self._selected()
        self.page.offer()
        left = unanswered(list(self.lines.values()))
        said = [left]
        if len(chosen) == 1:
            [line] = chosen
            said = [story(line), neighbours(line, self.groups.get(line.theme)), left]
        self.page.tell("\n".join(sentence for sentence in said if sentence))
        states = {line.state for line in chosen}
        if ProposalState.REPORTED_BACK in states:
            self.answer.set_reason(_("Tenants heard the answer already."))
        if states and states != {ProposalState.ANSWERED}:
            self.tell.set_reason(_("First comes the answer."))

    def _selected(self) -> list[ProposalLine]:
        return [self.lines[id] for id in self.page.table.selected_ids() if id in self.lines]

    def print_what(self) -> Callable[[Session], Paper] | None:
        """What tenants asked and what is done."""
        return answers(self._desk, self._project.id) if self._project.id is not None else None

    def _ask(self, ask: Ask) -> None:
        chosen = self._selected()
        if chosen:
            ask(self._desk, chosen, self)

    def _correct(self) -> None:
        chosen = self._selected()
        if len(chosen) == 1:
            change_words(self._desk, chosen[0], self)
        else:
            self._desk.said.emit(_("Choose one proposal."))

    # Groups --------------------------------------------------------------------------------------

    def _put_together(self) -> None:
        chosen = self._selected()
        if chosen:
            ask_group(self._desk, chosen, list(self.groups.values()), self)

    def _take_apart(self) -> None:
        desk, grouped = self._desk, [line.id for line in self._selected() if line.theme]
        if grouped:
            desk.did(lambda: take_apart(desk.store, desk.who, grouped), self)

    def _fill_group(self, menu: QMenu) -> None:
        grouped = any(line.theme for line in self._selected())
        add_entry(menu, _("Group under…") + "\tCtrl+G", self._put_together)
        add_entry(
            menu,
            _("Take out of the group") + ("\tCtrl+Shift+G" if grouped else ""),
            self._take_apart,
            grouped,
            _("it stands in no group"),
        )
        waiting = self._group_to_answer()
        add_entry(
            menu,
            _("Answer the whole group…"),
            lambda: ask_answer(self._desk, waiting, self),
            bool(waiting),
            _("it stands alone, or tenants heard the answer already"),
        )

    def _group_to_answer(self) -> list[ProposalLine]:
        """All of the group of the chosen proposal that can get one answer; nothing for one that
        stands alone."""
        chosen = self._selected()
        group = self.groups.get(chosen[0].theme) if chosen else None
        lines = group.lines if group is not None else ()
        waiting = [line for line in lines if line.state is not ProposalState.REPORTED_BACK]
        return waiting if len(waiting) > 1 else []

    def _remove(self) -> None:
        chosen, desk = self._selected(), self._desk
        if len(chosen) == 1:
            desk.did(lambda: remove_proposal(desk.store, desk.who, chosen[0].id), self)
        else:
            desk.said.emit(_("Choose one proposal."))

    def _entries(self, proposal_id: int) -> Entries:
        line, desk = self.lines[proposal_id], self._desk
        chosen = self._selected()
        entries: list[tuple[str, Callable[[], object]]] = [(_("Group under…"), self._put_together)]
        if any(one.theme for one in chosen):
            entries.append((_("Take out of the group"), self._take_apart))
        if (group := self._group_to_answer()) and len(chosen) == 1:
            entries.append((_("Answer the whole group…"), lambda: ask_answer(desk, group, self)))
        if self.answer.isEnabled():
            entries.append((_("Answer…"), lambda: self._ask(ask_answer)))
        if self.tell.isEnabled():
            entries.append((_("Told…"), lambda: self._ask(ask_told)))
        if len(chosen) > 1:
            return entries
        if line.state is ProposalState.RAISED:
            entries.append(
                (
                    _("It was discussed"),
                    lambda: desk.did(lambda: discuss_proposal(desk.store, desk.who, line.id), self),
                )
            )
        if line.state in UNANSWERED:
            entries.append((_("Correct the words…"), self._correct))
            entries.append((_("Remove"), self._remove))
        return entries


def row(line: ProposalLine, group: Together | None) -> TableRow:
    """One proposal as a row of the table, with the group in which it stands."""
    if line.answer is None:
        answer = Cell(word(line.state), Tone.RED if line.late else tone(line.state))
    else:
        answer = Cell(word(line.answer), tone(line.answer))
    return TableRow(
        line.id,
        (
            Cell(str(line.number), sort=line.number),
            Cell(line.text, bold=True),
            Cell(counted(group) if group is not None else ""),
            Cell(str(line.support) if line.support else "", sort=line.support),
            Cell(day_short(line.raised_on), sort=line.raised_on),
            answer,
        ),
    )


def neighbours(line: ProposalLine, group: Together | None) -> str:
    """`Onder “Keuken” staan 2 voorstellen met samen 21 stippen.` Nothing for one that stands
    alone."""
    if group is None or len(group.lines) == 1:
        return ""
    sentence = _("Under “{subject}” stand {n} proposals, with {dots} together.")
    return sentence.format(subject=line.theme, n=len(group.lines), dots=dots(group.support))


def unanswered(lines: Sequence[ProposalLine]) -> str:
    """How many proposals still wait for an answer; that none does is said too."""
    waiting = sum(line.state in UNANSWERED for line in lines)
    if not lines:
        return ""
    if not waiting:
        return _("Every proposal has an answer.")
    return ngettext(
        "{n} proposal still waits for an answer.",
        "{n} proposals still wait for an answer.",
        waiting,
    ).format(n=waiting)


def story(line: ProposalLine) -> str:
    """What was done with a proposal so far."""
    parts = []
    if line.answered_on is not None:
        parts.append(
            _("{who}, {day}: {reason}").format(
                who=line.answered_by, day=day_short(line.answered_on), reason=line.reason
            )
        )
    if line.task:
        parts.append(_("Task: {task}.").format(task=line.task))
    if line.told_on is not None:
        parts.append(
            _("Tenants heard it on {day}: {via}.").format(
                day=day_short(line.told_on), via=line.told_via
            )
        )
    return " ".join(parts)

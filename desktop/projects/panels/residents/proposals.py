"""The proposals of tenants: what has no answer comes first, and the list counts down to none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.language import _, ngettext
from desktop.language.format import day_short
from desktop.projects.actions.proposals import discuss_proposal, remove_proposal
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.dialogs.proposals import (
    ask_answer,
    ask_proposal,
    ask_told,
    change_words,
)
from desktop.projects.panels.papers import answers
from desktop.projects.panels.tones import tone
from desktop.projects.queries.voices import UNANSWERED, ProposalLine, proposals_of
from desktop.projects.states import ProposalState
from desktop.projects.wording import word
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage
from desktop.widgets.theme import Tone

Ask = Callable[[Desk, ProposalLine, QWidget], None]


class ProposalsPage(QWidget):
    """One table; under it the answer to the chosen proposal."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self.lines: dict[int, ProposalLine] = {}
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
            of_row=[self.answer, self.tell],
            others=[primary(_("New proposal…"), lambda: ask_proposal(desk, project.number, self))],
            menu=self._entries,
        )
        self.page.table.chosen.connect(self._tell_about)
        self.page.table.activated_row.connect(lambda _id: self._ask(ask_answer))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        KeepingUp(self, desk, project, self._read)

    def _read(self) -> None:
        with self._desk.reading() as session:
            lines = proposals_of(session, self._project.number, self._desk.today())
        self.lines = {line.id: line for line in lines}
        self.page.show_rows([row(line) for line in lines])
        self._tell_about(self.page.table.chosen_id)

    def _tell_about(self, proposal_id: int | None) -> None:
        line = self.lines.get(proposal_id) if proposal_id is not None else None
        self.page.offer()
        left = counted(list(self.lines.values()))
        self.page.tell(left if line is None else "\n".join((story(line), left)).strip())
        if line is None:
            return
        if line.state is ProposalState.REPORTED_BACK:
            self.answer.set_reason(_("Tenants heard the answer already."))
        if line.state is not ProposalState.ANSWERED:
            self.tell.set_reason(_("First comes the answer."))

    def print_what(self) -> Callable[[Session], Paper] | None:
        """What tenants asked and what is done."""
        return answers(self._desk, self._project.id) if self._project.id is not None else None

    def _ask(self, ask: Ask) -> None:
        chosen = self.page.table.chosen_id
        if chosen is not None and chosen in self.lines:
            ask(self._desk, self.lines[chosen], self)

    def _entries(self, proposal_id: int) -> Entries:
        line, desk = self.lines[proposal_id], self._desk
        entries: list[tuple[str, Callable[[], object]]] = []
        if line.state is ProposalState.RAISED:
            entries.append(
                (
                    _("It was discussed"),
                    lambda: desk.did(lambda: discuss_proposal(desk.store, desk.who, line.id), self),
                )
            )
        if line.state is not ProposalState.REPORTED_BACK:
            entries.append((_("Answer…"), lambda: ask_answer(desk, line, self)))
        if line.state is ProposalState.ANSWERED:
            entries.append((_("Told…"), lambda: ask_told(desk, line, self)))
        if line.state in UNANSWERED:
            entries.append((_("Correct the words…"), lambda: change_words(desk, line, self)))
            entries.append(
                (
                    _("Remove"),
                    lambda: desk.did(lambda: remove_proposal(desk.store, desk.who, line.id), self),
                )
            )
        return entries


def row(line: ProposalLine) -> TableRow:
    """One proposal as a row of the table."""
    if line.answer is None:
        answer = Cell(word(line.state), Tone.RED if line.late else tone(line.state))
    else:
        answer = Cell(word(line.answer), tone(line.answer))
    return TableRow(
        line.id,
        (
            Cell(str(line.number), sort=line.number),
            Cell(line.text, bold=True),
            Cell(line.theme),
            Cell(str(line.support) if line.support else "", sort=line.support),
            Cell(day_short(line.raised_on), sort=line.raised_on),
            answer,
        ),
    )


def counted(lines: Sequence[ProposalLine]) -> str:
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

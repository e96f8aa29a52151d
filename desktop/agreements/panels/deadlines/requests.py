"""The page with the data that parties asked for, and what they got."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.deadlines import request_dialogs
from desktop.agreements.queries.requests import RequestLine
from desktop.language import _
from desktop.language.format import day_short
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import TablePage
from desktop.widgets.theme import Tone


class RequestsPage(TablePage):
    """The requests for data; under them what the party got, or why it did not."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        self._desk, self._cycle = desk, cycle
        self.lines: Sequence[RequestLine] = ()
        self.answer = secondary(_("Answer…"), self._answer)
        super().__init__(
            "information-requests",
            [
                Column(_("Which data"), 0),
                Column(_("Who asks"), 200),
                Column(_("Asked on"), 110),
                Column(_("Answer by"), 110),
                Column("", 170),
            ],
            _("Requests for data"),
            Empty(
                _("No requests for data yet"),
                _(
                    "Municipality and tenants can ask the corporation for data. Whoever asks "
                    "decides that they are needed (Woningwet, art. 44b)."
                ),
                _("New request…"),
                self._ask,
            ),
            (self.answer,),
            (secondary(_("New request…"), self._ask),),
        )
        self.table.activated_row.connect(lambda _id: self._answer())

    def show_requests(self, lines: Sequence[RequestLine]) -> None:
        """Show these requests."""
        self.lines = lines
        today = self._desk.today()
        self.show_rows([_row(line, line.is_late(today)) for line in lines])

    @property
    def chosen(self) -> RequestLine | None:
        """The request that the cursor is on."""
        return next((line for line in self.lines if line.id == self.table.chosen_id), None)

    def offer(self) -> None:
        super().offer()
        line = self.chosen
        if line is not None and line.answered_on is not None:
            self.answer.set_reason(_("This is answered already."))
        self.tell(_told(line) if line is not None else "")

    def _ask(self) -> None:
        request_dialogs.ask(self._desk, self._cycle.number, self.window())

    def _answer(self) -> None:
        line = self.chosen
        if line is not None and line.answered_on is None:
            request_dialogs.answer(self._desk, line, self.window())


def _row(line: RequestLine, late: bool) -> TableRow:
    return TableRow(
        line.id,
        (
            Cell(line.what.replace("\n", " "), bold=True),
            line.party,
            Cell(day_short(line.asked_on), sort=line.asked_on),
            Cell(day_short(line.due_on), sort=line.due_on),
            _state(line, late),
        ),
    )


def _state(line: RequestLine, late: bool) -> Cell:
    if line.answered_on is None:
        return Cell(_("Too late"), Tone.RED) if late else Cell(_("Waits"), Tone.AMBER)
    words = _("given {day}") if line.given else _("not given {day}")
    tone = Tone.AMBER if late or not line.given else Tone.GREEN
    return Cell(words.format(day=day_short(line.answered_on)), tone)


def _told(line: RequestLine) -> str:
    """What was answered; while nothing was, which working agreement sets the day."""
    if line.answered_on is None:
        return _("No article sets a day. The working agreement “{name}” does.").format(
            name=line.rule
        )
    return line.answer

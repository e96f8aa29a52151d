"""The page with the requests for advice of tenants."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu

from desktop.advice.states import AdviceState
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.deadlines import advice_dialogs
from desktop.agreements.queries.advices import AdviceLine
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_plain, day_year
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import TablePage
from desktop.widgets.theme import Tone

ADVICE_TONES = {
    AdviceState.TERM_PASSED: Tone.AMBER,
    AdviceState.ADVICE_RECEIVED: Tone.AMBER,
    AdviceState.SENT: Tone.BLUE,
    AdviceState.REASONS_SENT: Tone.BLUE,
    AdviceState.EXECUTABLE: Tone.GREEN,
}


class AdvicesPage(TablePage):
    """The plans about which tenants advise, and since when each may be carried out."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        self._desk, self._cycle = desk, cycle
        self.lines: Sequence[AdviceLine] = ()
        self.further = menu_button(_("Next step"), self._fill)
        super().__init__(
            "advices",
            [
                Column(_("Which plan"), 0),
                Column(_("Advice of"), 170),
                Column(_("Sent"), 110),
                Column(_("Advice at the latest"), 110),
                Column("", 150),
                Column(_("May start on"), 130),
            ],
            _("Advice"),
            Empty(
                _("No advice asked yet"),
                _("Tenants advise about plans that change the policy (Overlegwet, art. 3 to 5)."),
                _("Ask for advice…"),
                self._ask,
            ),
            (self.further,),
            (secondary(_("Ask for advice…"), self._ask),),
            lambda _id: [(words, do) for words, do, possible in self._steps() if possible],
        )

    def show_advices(self, lines: Sequence[AdviceLine]) -> None:
        """Show these requests."""
        self.lines = lines
        self.show_rows([_advice_row(line) for line in lines])

    @property
    def chosen(self) -> AdviceLine | None:
        """The request that the cursor is on."""
        return next((line for line in self.lines if line.id == self.table.chosen_id), None)

    def offer(self) -> None:
        super().offer()
        line = self.chosen
        self.tell(_terms(line) if line is not None else "")

    def _ask(self) -> None:
        advice_dialogs.ask(self._desk, self._cycle.number, self.window())

    def _steps(self) -> list[tuple[str, partial[None], bool]]:
        line = self.chosen
        if line is None:
            return []
        desk, parent, open_ = self._desk, self.window(), line.decided_on is None
        consent = _("Consent…") if line.consent_required else _("No objection…")
        return [
            (_("Advice received…"), partial(advice_dialogs.came, desk, line, parent), open_),
            (consent, partial(advice_dialogs.not_against, desk, line, parent), open_),
            (_("Decide…"), partial(advice_dialogs.decide, desk, line, parent), open_),
            (
                _("Tenants have the reasons…"),
                partial(advice_dialogs.have_reasons, desk, line, parent),
                bool(line.decision_reasons) and line.reasons_received_on is None,
            ),
        ]

    def _fill(self, menu: QMenu) -> None:
        for words, do, possible in self._steps():
            add_entry(menu, words, do, possible)


def _advice_row(line: AdviceLine) -> TableRow:
    start = day_year(line.starts_on) if line.starts_on is not None else _("not yet")
    return TableRow(
        line.id,
        (
            Cell(line.subject, bold=True),
            line.party,
            Cell(day_year(line.sent_on), sort=line.sent_on),
            Cell(day_year(line.due_on), sort=line.due_on),
            Cell(word(line.state), ADVICE_TONES.get(line.state, Tone.GREY)),
            start,
        ),
    )


def _terms(line: AdviceLine) -> str:
    """How the terms came to their day, and by when tenants get the reasons."""
    parts = list(line.due_why)
    if line.reasons_by is not None and line.reasons_received_on is None:
        words = _("Reasons to the tenants by {day} (Overlegwet, art. 5(2)).")
        parts = [words.format(day=day_plain(line.reasons_by)), *line.reasons_why]
    return " ".join(parts)

"""What the minister thinks of the bid: one line under the papers of December."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.agreements.actions.bids import judge_bid
from desktop.agreements.queries.judgement import JudgementLine, judgement_of
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.words import Words


class Judgement(QWidget):
    """Hidden while the minister does not have the bid, and so is `ask`, which stands elsewhere."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.line: JudgementLine | None = None
        self._words = Words("", wraps=True)
        self.ask = secondary(_("Judgement…"), self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)

    def show_cycle(self, cycle_id: int) -> None:
        """Show the judgement on the bid of this cycle as it stands now."""
        with self._desk.reading() as session:
            self.line = judgement_of(session, cycle_id)
        for part in (self, self.ask):
            part.setVisible(self.line is not None)
        if self.line is not None:
            self._words.setText(_told(self.line))

    def _ask(self) -> None:
        if self.line is not None:
            ask_judgement(self._desk, self.line, self.window())


def ask_judgement(desk: Desk, line: JudgementLine, parent: QWidget) -> None:
    """Ask when the judgement came and what it says."""
    form = Form()
    form.date("on", _("Received on"), line.judged_on or desk.today())
    form.lines("judgement", _("What does the judgement say?"), line.words)

    def work(seen: int | None = line.version) -> None:
        values = form.values()
        judge_bid(
            desk.store, desk.who, line.bid_id, values["judgement"], values["on"], version=seen
        )

    Dialog(
        desk,
        _("Judgement of the minister"),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        explanation=_("The minister judges the bid (Woningwet, art. 44a(2))."),
    ).open()


def _told(line: JudgementLine) -> str:
    if line.judged_on is None:
        return _(
            "Judgement of the minister on the bid (Woningwet, art. 44a(2)): not here yet. The law "
            "names no day."
        )
    words = _("Judgement of the minister on the bid, received on {day}: {words}")
    return words.format(day=day_plain(line.judged_on), words=line.words)

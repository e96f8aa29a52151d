"""The pages of the monitor: what must be explained, what changed, what is not known, and what was
reported before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.charts import rounds_chart
from desktop.agreements.panels.dialogs.light import explain_light
from desktop.agreements.panels.papers import paper_of
from desktop.agreements.panels.tones import tone
from desktop.agreements.panels.values import SIGNS, light_words
from desktop.agreements.queries.detail import agreement_view
from desktop.agreements.queries.history import Round
from desktop.agreements.queries.kept_reports import KeptReport
from desktop.agreements.queries.monitor import Explained, Monitor, MonitorRow
from desktop.agreements.rules.changes import ChangeKind
from desktop.agreements.states import Light
from desktop.agreements.wording import counts_words, reason_sentence, word
from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.language.format import day_plain, day_short, local
from desktop.widgets.buttons import secondary
from desktop.widgets.chart import Chart
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.scroll import Scroll
from desktop.widgets.swapped import Swapped
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage
from desktop.widgets.theme import Tone

CHANGE_TONES = {ChangeKind.BETTER: Tone.GREEN, ChangeKind.WORSE: Tone.RED}


class AmissPage(TablePage):
    """What does not go as agreed, with its explanation or that nobody gave it yet. Enter asks
    it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._rows: Sequence[MonitorRow] = ()
        self.explain = secondary(_("Explain…"), self._explain)
        self.look = secondary(_("Open the agreement"), self._open)
        super().__init__(
            "monitor-amiss",
            [
                Column(_("Code"), 76),
                Column(_("Agreement"), 0),
                Column(_("Light"), 130),
                Column(_("Why and what now"), 330),
            ],
            _("To explain"),
            Empty(_("Nothing to explain"), _("Everything that is measured goes as agreed.")),
            (self.look, self.explain),
            (),
            lambda _id: [(_("Explain…"), self._explain), (_("Open the agreement"), self._open)],
        )
        self.table.activated_row.connect(lambda _id: self._explain())

    def show_monitor(self, shown: Monitor) -> None:
        """Show what is amber or red on this day."""
        self._rows = shown.amiss
        self.show_rows([_amiss_row(row) for row in shown.amiss])

    def offer(self) -> None:
        super().offer()
        row = next((r for r in self._rows if r.agreement_id == self.table.chosen_id), None)
        said = row.explained if row is not None else None
        self.tell(_told(said) if said is not None and said.cause else "")

    def _explain(self) -> None:
        chosen = self.table.chosen_id
        if chosen is not None:
            with self._desk.reading() as session:
                view = agreement_view(session, chosen, self._desk.today())
            explain_light(self._desk, view, self.window())

    def _open(self) -> None:
        if self.table.chosen_id is not None:
            self._desk.open(Place("agreements", "agreement", self.table.chosen_id, "measuring"))


class ChangedPage(TablePage):
    """Which lights changed since the report before. Enter opens the agreement."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        super().__init__(
            "monitor-changed",
            [
                Column(_("Code"), 76),
                Column(_("Agreement"), 0),
                Column(_("Was"), 130),
                Column(_("Is now"), 130),
                Column(_("What it means"), 170),
            ],
            _("What changed"),
            Empty(_("No colour changed"), _("Compared with the report before.")),
        )
        self.table.activated_row.connect(self._open)

    def show_monitor(self, shown: Monitor) -> None:
        """Show what changed since the report before this day."""
        of_code = {row.code: row for row in shown.rows}
        self.show_rows(
            [
                TableRow(
                    of_code[change.code].agreement_id,
                    (
                        Cell(change.code, bold=True),
                        of_code[change.code].title,
                        _light_cell(change.before),
                        _light_cell(change.now),
                        Cell(word(change.kind), CHANGE_TONES.get(change.kind, Tone.GREY)),
                    ),
                )
                for change in shown.changes
            ]
        )
        since = shown.previous_on
        self.tell(_("Since the report of {day}").format(day=day_plain(since)) if since else "")

    def _open(self, agreement_id: int) -> None:
        self._desk.open(Place("agreements", "agreement", agreement_id, "measuring"))


class UnknownPage(TablePage):
    """What is not known, why, and who measures it. Enter opens the agreement."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        super().__init__(
            "monitor-unknown",
            [
                Column(_("Code"), 76),
                Column(_("Agreement"), 260),
                Column(_("Why"), 0),
                Column(_("Who measures"), 180),
            ],
            _("Not measurable"),
            Empty(_("Everything is measured"), _("Of every agreement is known how it goes.")),
        )
        self.table.activated_row.connect(self._open)

    def show_monitor(self, shown: Monitor) -> None:
        """Show what is not known on this day."""
        self.show_rows([_unknown_row(row) for row in shown.not_measurable])

    def _open(self, agreement_id: int) -> None:
        self._desk.open(Place("agreements", "agreement", agreement_id, "measuring"))


class ReportsPage(TablePage):
    """The reports that were kept. Enter prints one again, as it was."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.again = secondary(_("Print again"), self._print)
        super().__init__(
            "monitor-reports",
            [
                Column(_("As it was on"), 150),
                Column(_("Lights"), 0),
                Column(_("Kept on"), 150),
                Column(_("Kept by"), 140),
                Column(_("Hash"), 100),
            ],
            _("Kept reports"),
            Empty(
                _("No report kept yet"),
                _("A report that is kept stays as it was. You can print it again later."),
            ),
            (self.again,),
            (),
            self._menu,
        )
        self.table.activated_row.connect(lambda _id: self._print())

    def show_reports(self, reports: Sequence[KeptReport]) -> None:
        """Show these reports."""
        self.show_rows([_report_row(report) for report in reports])

    def _print(self) -> None:
        if self.table.chosen_id is not None:
            self._desk.show_paper(again(self._desk, self.table.chosen_id))

    def _menu(self, _report_id: int) -> Entries:
        return [(_("Print again"), self._print)]


class RoundsPage(QWidget):
    """The lights of every agreement in the last rounds, and now."""

    def __init__(self) -> None:
        super().__init__()
        self._place = Swapped()
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._place)
        whole.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroll(inside))

    def show_rounds(self, rounds: Sequence[Round], shown: Monitor) -> None:
        """Show these rounds; the last one is how it goes on the day of the monitor."""
        if not rounds:
            self._place.show_content(
                Empty(_("No rounds yet"), _("Keep a report, and it comes here as a round."))
            )
            return
        now = Round(0, shown.on, {row.code: row.light.light for row in shown.rows})
        several = [*(one for one in rounds if one.on != shown.on), now]
        labels = {row.code: f"{row.code}  {row.title}" for row in shown.rows}
        self._place.show_content(Chart(rounds_chart(several, labels), _("Lights of each round")))


def again(desk: Desk, snapshot_id: int) -> Callable[[Session], Paper]:
    """A kept report on paper, as it was."""
    return paper_of(
        desk,
        lambda papers: lambda session, id, _now: papers.monitor.again(session, id),
        snapshot_id,
    )


def _light_cell(light: Light) -> Cell:
    return Cell(light_words(light), tone(light))


def _amiss_row(row: MonitorRow) -> TableRow:
    said = row.explained
    if row.is_open or said is None:
        words = Cell(_("Not explained yet"), Tone.AMBER)
    else:
        words = Cell(_told(said).replace("\n", " "))
    return TableRow(
        row.agreement_id,
        (Cell(row.code, bold=True), row.title, _light_cell(row.light.light), words),
    )


def _told(said: Explained) -> str:
    """The cause and what is done about it, by whom and by when."""
    due = _("before {day}").format(day=day_plain(said.due_on)) if said.due_on is not None else ""
    who = ", ".join(part for part in (said.who, due) if part)
    return f"{said.cause} {said.measure}" + (f" ({who})" if who else "")


def _unknown_row(row: MonitorRow) -> TableRow:
    unknown = [one.light for one in row.indicators if one.light.light is Light.NM]
    why = " ".join(
        dict.fromkeys(reason_sentence(one.reckoned, one.target, one.unit) for one in unknown)
    )
    owners = ", ".join(dict.fromkeys(one.owner for one in unknown if one.owner))
    why = why or _("Nothing is measured for this agreement.")
    return TableRow(row.agreement_id, (Cell(row.code, bold=True), row.title, why, owners))


def _counts(report: KeptReport) -> str:
    return "   ".join(f"{sign} {report.counts.of(light)}" for light, sign in SIGNS.items())


def _report_row(report: KeptReport) -> TableRow:
    return TableRow(
        report.id,
        (
            Cell(day_plain(report.on), bold=True, sort=report.on),
            Cell(_counts(report), note=counts_words(report.counts)),
            Cell(day_short(local(report.made_at).date()), sort=report.made_at),
            report.made_by,
            report.digest[:8],
        ),
    )

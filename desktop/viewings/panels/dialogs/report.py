"""Entering the tour report from the card: a row for each visitor, defects and questions. There is
no field for a word about a person."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.store import Actor
from desktop.viewings.actions.reports import Report, save_report
from desktop.viewings.actions.texts import WordsFound
from desktop.viewings.panels.dialogs.reader import ask_reader, proven_reader
from desktop.viewings.panels.dialogs.report_notes import DefectRows, QuestionRows
from desktop.viewings.panels.dialogs.report_visitor import VisitorRow
from desktop.viewings.queries.reports import report_form
from desktop.viewings.queries.vacancy import VacancyView, ViewingLine
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.words import Words


class ReportSheet(QWidget):
    """The whole card. `report()` is what stands in it."""

    def __init__(self, desk: Desk, view: VacancyView, line: ViewingLine) -> None:
        super().__init__()
        self._desk = desk
        with desk.reading() as session:
            asked = report_form(session, line.id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.LARGE)
        self.visitors = [VisitorRow(visitor, asked) for visitor in asked.visitors]
        for row in self.visitors:
            column.addWidget(row)
        if not self.visitors:
            column.addWidget(Words(_("Nobody was invited to this viewing."), "soft", wraps=True))
        column.addWidget(Words(_("Defects of the dwelling"), "section"))
        self.defects = DefectRows(asked.defects)
        column.addWidget(self.defects)
        column.addWidget(Words(_("Questions to answer"), "section"))
        self.questions = QuestionRows(
            [(v.candidate_id, f"{v.rank}. {v.name}") for v in asked.visitors], asked.questions
        )
        column.addWidget(self.questions)
        self.form = Form()
        self.form.text(
            "incident_number",
            _("Number of an incident report"),
            asked.incident_number,
            hint=_("Only a number. What happened goes to staff in a report of its own."),
        )
        column.addWidget(self.form)
        self._reading: Form | None = None

    def ask_colleague(self) -> None:
        """Add the fields for a colleague who lets a checked word stand."""
        if self._reading is None:
            self._reading = Form()
            ask_reader(self._desk, self._reading, self._desk.who.id)
            layout = self.layout()
            assert layout is not None  # made above
            layout.addWidget(self._reading)

    def report(self) -> Report:
        """What stands on the card. Refuses a wrong PIN of the colleague."""
        reader: Actor | None = None
        if self._reading is not None and self._reading.value("reader") is not None:
            reader = proven_reader(self._desk, self._reading)
        return Report(
            visits=tuple(row.visit() for row in self.visitors),
            defects=tuple(self.defects.notes()),
            questions=tuple(self.questions.notes()),
            incident_number=self.form.value("incident_number"),
            reader=reader,
        )


def enter_report(desk: Desk, view: VacancyView, line: ViewingLine, parent: QWidget) -> None:
    """Open the card of a viewing; saving again within 24 hours replaces it."""
    sheet = ReportSheet(desk, view, line)

    def work() -> None:
        try:
            save_report(desk.store, desk.who, line.id, sheet.report())
        except WordsFound:
            sheet.ask_colleague()
            raise

    Dialog(
        desk,
        _("Tour report of {address}").format(address=view.address),
        sheet,
        _("Save"),
        work,
        parent,
        explanation=_(
            "Enter what stands on the card: who came, what was explained and the visitor's own "
            "answer. Nothing about how somebody looks, lives or believes."
        ),
        width=760,
    ).open()

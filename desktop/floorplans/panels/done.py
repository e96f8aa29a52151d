"""The end of a tenant's drawing: look at it from above, say one wish, take it home on paper."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.floorplans import journal, queries
from desktop.floorplans.canvas.dollhouse import DollHouse
from desktop.floorplans.editing import Editing
from desktop.floorplans.journal import SketchJournal
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.form import Form
from desktop.widgets.job import Progress
from desktop.widgets.printing import print_pages
from desktop.widgets.words import Words


class DonePage(QWidget):
    """`back`: the tenant draws on; `next_asked`: the screen is for somebody else."""

    back = Signal()
    next_asked = Signal()

    def __init__(self, desk: Desk, sketch_id: int) -> None:
        super().__init__()
        self._desk, self._sketch_id = desk, sketch_id
        with desk.reading() as session:
            view = queries.sketch(session, sketch_id)
            opened = journal.opened(session, sketch_id)
        journal_of = SketchJournal(desk.store, desk.who, sketch_id)
        self._editing = Editing(opened.home, journal_of, opened.cursor, opened.steps)
        self.house = DollHouse()
        self.house.show_home(opened.home)
        self.form = Form()
        self.form.lines(
            "wish",
            _("What is most important to you in your new home?"),
            opened.home.wish,
            _("In your own words. It comes on your paper."),
        )
        self.said = Words("", "soft", wraps=True)
        self.print_button = secondary(_("Print my drawing"), self.print)
        self.ready_button = primary(_("Ready"), self._ready)
        for button in (self.print_button, self.ready_button):
            button.setMinimumHeight(theme.scaled(52))
        card = Card()
        card.setFixedWidth(theme.scaled(380))
        card.add(self.form)
        card.body.addStretch(1)
        card.add(self.said)
        card.add(secondary(_("Draw on"), self._draw_on))
        card.add(self.print_button)
        card.add(self.ready_button)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.house, 1)
        row.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.LARGE)
        column.addWidget(
            Words(_("This is your home, {name}").format(name=view.line.title), "figure")
        )
        column.addLayout(row, 1)

    def show_refusal(self, sentence: str) -> None:
        self.said.setText(sentence)

    def keep_wish(self) -> bool:
        """Write the wish into the drawing; False when it could not be."""
        wish = str(self.form.value("wish"))
        home = replace(self._editing.home, wish=wish)
        return self._desk.did(lambda: self._editing.commit_home(_("Wish written"), home), self)

    def _draw_on(self) -> None:
        if self.keep_wish():
            self.back.emit()

    def _ready(self) -> None:
        if self.keep_wish():
            self.next_asked.emit()

    def print(self) -> None:
        """Print on the printer of this computer; without one, staff print it later."""
        if not self.keep_wish():
            return
        if QPrinterInfo.defaultPrinter().isNull():
            self.said.setText(
                _("There is no printer here. Your drawing is kept; the staff print it for you.")
            )
            return
        desk, sketch_id, now = self._desk, self._sketch_id, self._desk.now()

        def work(progress: Progress) -> int:
            from desktop.floorplans.documents.papers import sketches_paper

            with desk.reading() as session:
                paper = sketches_paper(session, [sketch_id], now)
            return print_pages(paper.pdf, QPrinter(QPrinter.PrinterMode.HighResolution), progress)

        self.said.setText(_("Your drawing goes to the printer."))
        desk.run(_("Your drawing is being printed"), work, self._printed, self)

    def _printed(self, _pages: int) -> None:
        self.said.setText(_("Your drawing lies in the printer."))

"""The end of a tenant's drawing: look at it from above, say one wish, take it home on paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.floorplans import journal, queries
from desktop.floorplans.canvas.dollhouse import DollHouse
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.form import Form
from desktop.widgets.job import Progress
from desktop.widgets.printing import print_pages
from desktop.widgets.words import Words

# The wish is kept so long after the last key.
KEEP_WISH_MS = 600


class DonePage(QWidget):
    """`back`: the tenant draws on; `next_asked`: the screen is for somebody else. The wish is kept
    while it is typed: staff may take the computer back at any moment."""

    back = Signal()
    next_asked = Signal()

    def __init__(self, desk: Desk, sketch_id: int) -> None:
        super().__init__()
        self._desk, self._sketch_id = desk, sketch_id
        with desk.reading() as session:
            view = queries.sketch(session, sketch_id)
        self._kept_wish = view.home.wish
        self.house = DollHouse()
        self.house.show_home(view.home)
        self.form = Form()
        field = self.form.lines(
            "wish",
            _("What is most important to you in your new home?"),
            view.home.wish,
            _("In your own words. It comes on your paper."),
        )
        # The menu of Qt speaks the language of the staff.
        field.input.inner.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_WISH_MS)
        self._keeping.timeout.connect(self.keep_wish)
        self.form.changed.connect(self._keeping.start)
        self.said = Words("", "soft", wraps=True)
        self.print_button = secondary(_("Print my drawing"), self.print)
        self.ready_button = primary(_("Ready"), self._ready)
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
        """Write the wish as it is now; False when it could not be."""
        self._keeping.stop()
        desk, sketch_id, wish = self._desk, self._sketch_id, str(self.form.value("wish"))
        if wish == self._kept_wish:
            return True
        if not desk.did(lambda: journal.write_wish(desk.store, desk.who, sketch_id, wish), self):
            return False
        self._kept_wish = wish
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        if self._keeping.isActive():
            self.keep_wish()
        super().hideEvent(event)

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

"""The paper before it is printed, with the printer, save and mail beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.documents.paper import Paper
from desktop.language import _, ngettext
from desktop.language.lists import listed
from desktop.widgets import theme
from desktop.widgets.buttons import Button, primary, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.mail import mail, write
from desktop.widgets.pages import Pages
from desktop.widgets.printing import print_pages
from desktop.widgets.words import Words


class Preview(QDialog):
    """A window of its own for one paper; Esc closes it."""

    def __init__(self, desk: Desk, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.paper = desk, paper
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(paper.title)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.pages = Pages(paper.pdf)
        self.pages.setAccessibleName(paper.title)
        self._where = Words("", "soft")
        self._told = Words("", wraps=True)
        self._told.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        self._told.hide()
        # The message bar is in the window behind this one.
        desk.said.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self._told)
        column.addWidget(self.pages, 1)
        self.resize(theme.scaled(900), 700)
        self.pages.verticalScrollBar().valueChanged.connect(self._tell_where)
        for keys, do in (
            ("Ctrl+P", self.print),
            ("Ctrl+S", self.save),
            ("Ctrl++", self.closer),
            ("Ctrl+=", self.closer),
            ("Ctrl+-", self.further),
            ("Ctrl+0", self.fit),
        ):
            QShortcut(QKeySequence(keys), self, do)
        self._tell_where()
        if paper.gaps:
            self._tell(_gaps_words(paper.gaps))
        self.pages.setFocus()

    def _bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("topBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        row.setSpacing(theme.SMALL)
        row.addWidget(Words(self.paper.title, "section", wraps=True), 1)
        row.addWidget(self._where)
        for name, words, do in (
            ("minus", _("Smaller"), self.further),
            ("plus", _("Larger"), self.closer),
        ):
            button = Button("", do, "plain")
            button.show_icon(name, words)
            row.addWidget(button)
        row.addWidget(secondary(_("Page width"), self.fit))
        row.addWidget(secondary(_("Mail…"), self.mail))
        row.addWidget(secondary(_("Save…"), self.save))
        row.addWidget(primary(_("Print…"), self.print))
        return bar

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.show()

    def _tell_where(self) -> None:
        self._where.setText(
            _("page {page} of {count}").format(
                page=self.pages.page_on_view + 1, count=self.pages.count
            )
        )

    def closer(self) -> None:
        self.pages.set_zoom(self.pages.zoom * 1.2)

    def further(self) -> None:
        self.pages.set_zoom(self.pages.zoom / 1.2)

    def fit(self) -> None:
        self.pages.set_zoom(None)

    def save(self) -> None:
        """Ask where, and write the file."""
        path = self._desk.save_file(self, _("Save the paper"), self.paper.file_name, "PDF (*.pdf)")
        if path is not None and self._desk.did(lambda: write(path, self.paper), self):
            self._desk.said.emit(_("Saved: {path}").format(path=path))

    def show_refusal(self, sentence: str) -> None:
        self._desk.said.emit(sentence)

    def mail(self) -> None:
        """Hand the paper to the mail program as an attachment, where the system can."""
        self._desk.did(lambda: self._desk.said.emit(mail(self.paper)), self)

    def print(self) -> None:
        """Ask for the printer and the pages, and print beside the window."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.paper.title)
        asked = QPrintDialog(printer, self)
        asked.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        asked.setMinMax(1, self.pages.count)
        if asked.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print on a printer that was chosen."""
        self._desk.run(
            _("Printing {title}").format(title=self.paper.title),
            lambda progress: print_pages(self.paper.pdf, printer, progress),
            lambda count: self._desk.said.emit(_("Sent to the printer: {n} pages").format(n=count)),
        )


def _gaps_words(pages: Sequence[int]) -> str:
    sentence = ngettext(
        "An open square on page {pages} stands for a sign that cannot be on paper, such as an "
        "emoji or an Arabic letter. Write it there by hand.",
        "Open squares on pages {pages} stand for signs that cannot be on paper, such as an emoji "
        "or an Arabic letter. Write them there by hand.",
        len(pages),
    )
    return sentence.format(pages=listed([str(page) for page in pages]))

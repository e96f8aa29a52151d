"""A question or a wish of tenants: written down without who asks it, with a number to remember."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout

from desktop.agreements.actions.voices import PersonalFound, add_input
from desktop.agreements.queries.overview import ThemeLine
from desktop.agreements.queries.voices import InputLine, input_line
from desktop.agreements.states import InputChannel
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.fields import LinesInput
from desktop.widgets.form import Form
from desktop.widgets.job import Progress
from desktop.widgets.printing import print_pages
from desktop.widgets.tenant_page import Page, large
from desktop.widgets.words import Words

ROWS = 7


class QuestionPage(Page):
    """`asked` tells the number of the question that was written down. Words that may tell who asks
    are pointed out; whoever typed them may say that they stay."""

    asked = Signal(int)

    def __init__(self, desk: Desk, cycle_id: int, themes: Sequence[ThemeLine]) -> None:
        super().__init__(
            _("Question or wish"),
            _("To the start"),
            _("Write no names, addresses or phone numbers. Your question is kept without them."),
        )
        self._desk, self._cycle_id = desk, cycle_id
        self.form = Form()
        self.form.field("text", _("What do you want to ask or say?"), LinesInput(rows=ROWS))
        self.form.row()
        self.form.text("place", _("About which street or building? (not needed)"))
        self.form.choice(
            "theme_id",
            _("What is it about?"),
            [(None, _("I do not know")), *((one.id, one.name) for one in themes)],
        )
        self.form.end_row()
        for key in ("text", "place"):
            # The menu of Qt speaks the language of the staff.
            inner = self.form.fields[key].input.inner
            inner.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.warning = Words("", "amber", wraps=True)
        self.warning.hide()
        self.send = large(_("Send"), self._send, "primary")
        self.stays = large(_("It may stay: send it like this"), self._send_as_it_is)
        self.stays.hide()
        self.form.changed.connect(self._no_warning)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addStretch(1)
        row.addWidget(self.stays)
        row.addWidget(self.send)
        card = Card()
        card.add(self.form)
        card.add(self.warning)
        card.add_layout(row)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.begins_at = self.form.fields["text"]

    def _no_warning(self) -> None:
        self.warning.hide()
        self.stays.hide()
        self.say("")

    def _send(self) -> None:
        self._write(confirmed=False)

    def _send_as_it_is(self) -> None:
        self._write(confirmed=True)

    def _write(self, confirmed: bool) -> None:
        values = self.form.values()
        desk = self._desk

        def work() -> int:
            return add_input(
                desk.store,
                desk.who,
                self._cycle_id,
                values["text"],
                InputChannel.DESK,
                place=values["place"],
                theme_id=values["theme_id"],
                confirmed=confirmed,
            )

        try:
            made = work()
        except PersonalFound as found:
            self.warning.setText(found.sentence)
            self.warning.show()
            self.stays.show()
            return
        except Refused as refused:
            desk.show_refusal(refused, self)
            return
        # What a tenant asked is not the next one's to undo.
        desk.store.forget_undo()
        self.asked.emit(made)


class ReceiptPage(Page):
    """The number of a question, in large type, and on paper when there is a printer."""

    def __init__(self, desk: Desk, input_id: int) -> None:
        super().__init__(_("Thank you! We wrote down your question."), _("To the start"))
        self._desk, self._input_id = desk, input_id
        with desk.reading() as session:
            line = input_line(session, input_id, desk.today())
        assert line is not None, "it was just written down"
        self.line: InputLine = line
        card = Card()
        card.add(Words(_("Your number is"), "soft"))
        self.number = Words(line.code, "figure")
        card.add(self.number)
        card.add(Words(line.text, "section", wraps=True))
        words = _(
            "You hear from us by {day} at the latest. Remember your number, or take it home on "
            "paper."
        )
        card.add(Words(words.format(day=day_plain(line.due_on)), wraps=True))
        self.print_button = large(_("Print my number"), self.print)
        row = QHBoxLayout()
        row.addWidget(self.print_button)
        row.addStretch(1)
        card.add_layout(row)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def print(self) -> None:
        """Print the slip on the printer of this computer."""
        if QPrinterInfo.defaultPrinter().isNull():
            self.say(_("There is no printer here. Write down your number."), "soft")
            return
        desk, input_id, now = self._desk, self._input_id, self._desk.now()

        def work(progress: Progress) -> int:
            from desktop.agreements.documents.receipt_slip import make

            with desk.reading() as session:
                paper = make(session, input_id, now)
            return print_pages(paper.pdf, QPrinter(QPrinter.PrinterMode.HighResolution), progress)

        self.say(_("Your number goes to the printer."), "soft")
        desk.run(_("A number is being printed"), work, self._printed, self)

    def _printed(self, _pages: int) -> None:
        self.say(_("Your number lies in the printer."), "soft")

"""Answers typed one after another from a pile of cards: "12 j", Enter, "14 n", Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.language import _
from desktop.projects.actions.answers import note_answer, note_visit
from desktop.projects.rules.consent_round import GIVEN, AlreadyAnswered
from desktop.projects.rules.quick_answer import Door, QuickAnswer, read_quick
from desktop.projects.states import AnswerMeans, ConsentAnswer
from desktop.projects.wording import word
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.fields import ChoiceInput, DateInput
from desktop.widgets.words import Words


class QuickEntry(QWidget):
    """A line for a number and a letter, with how and when the answers came. `noted` tells the
    tenancy whose answer was noted."""

    noted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.doors: Sequence[Door] = ()
        self._again: Callable[[], None] | None = None
        self.line = QLineEdit()
        self.line.setObjectName("quick")
        self.line.setPlaceholderText(_("12 j, 14 n, 15 d, 16 b"))
        self.line.setAccessibleName(_("House number and answer"))
        self.line.setToolTip(_("j is yes, n is no, d thinks about it, b: nobody at home"))
        self.means = ChoiceInput([(one, word(one)) for one in AnswerMeans], AnswerMeans.CARD)
        self.means.setAccessibleName(_("How the answer came in"))
        self.on = DateInput(desk.today())
        self.on.setAccessibleName(_("Answered on"))
        self.said = Words("", "soft", wraps=True)
        self.change = primary(_("Change it"), self._change)
        self.leave = secondary(_("Leave it"), self._leave)
        self._lay_out()
        self.line.returnPressed.connect(self._enter)
        self.line.textEdited.connect(lambda _typed: self._clear())
        leaving = QShortcut(QKeySequence("Esc"), self, self._leave)
        leaving.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        typing = QHBoxLayout()
        typing.setSpacing(theme.SMALL)
        typing.addWidget(self.line, 2)
        typing.addWidget(self.means, 2)
        typing.addWidget(self.on, 2)
        telling = QHBoxLayout()
        telling.setSpacing(theme.SMALL)
        telling.addWidget(self.said, 1)
        telling.addWidget(self.leave)
        telling.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addLayout(typing)
        column.addLayout(telling)
        self._tell(_("Type a number and a letter, then Enter: j yes, n no, d thinks, b not home."))

    def show_refusal(self, sentence: str) -> None:
        """Show what cannot be, and stay in the line."""
        self._tell(sentence, "error")
        self.line.selectAll()
        self.line.setFocus()

    def _enter(self) -> None:
        if not self.line.text().strip():
            return
        if self.on.unreadable:
            self.show_refusal(_("This is not a day. Type it as 26-11-2026."))
            return
        try:
            read = read_quick(self.line.text(), self.doors)
        except Refused as refused:
            self.show_refusal(refused.sentence)
            return
        self._note(read, None)

    def _note(self, read: QuickAnswer, instead_of: ConsentAnswer | None) -> None:
        asked: list[AlreadyAnswered] = []

        def work() -> None:
            try:
                self._work(read, instead_of)
            except AlreadyAnswered as already:
                asked.append(already)

        if not self._desk.did(work, self):
            return
        if asked:
            self._again = partial(self._note, read, asked[0].present)
            self._tell(asked[0].sentence, "error")
            self.change.show()
            self.leave.show()
            self.change.setFocus()
            return
        answer = word(read.answer).lower() if read.answer is not None else _("not at home")
        self.line.clear()
        self.line.setFocus()
        self._tell(_("Number {number}: {answer}.").format(number=read.door.number, answer=answer))
        self.noted.emit(read.door.id)

    def _work(self, read: QuickAnswer, instead_of: ConsentAnswer | None) -> None:
        desk, day = self._desk, self.on.value()
        if read.answer is None:
            note_visit(desk.store, desk.who, read.door.id, at_home=False, on=day)
            return
        means = self.means.value() if read.answer in GIVEN else None
        note_answer(desk.store, desk.who, read.door.id, read.answer, means, day, instead_of)

    def _change(self) -> None:
        if self._again is not None:
            again, self._again = self._again, None
            again()

    def _leave(self) -> None:
        self._again = None
        self.line.clear()
        self.line.setFocus()
        self._tell("")

    def _clear(self) -> None:
        self._again = None
        self._tell("")

    def _tell(self, words: str, look: str = "soft") -> None:
        self.said.set_look(look)
        self.said.setText(words)
        self.change.hide()
        self.leave.hide()

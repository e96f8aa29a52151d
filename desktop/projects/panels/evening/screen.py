"""An evening with tenants, over the whole tab: the question, who is there, and what people say.
What somebody says is typed and stands there at once; it is brought together and gets its dots."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.language import _
from desktop.language.format import day_plain
from desktop.projects.actions.grouping import name_subject, put_together, take_apart
from desktop.projects.actions.proposals import raise_proposal, remove_proposal, support_proposal
from desktop.projects.actions.sessions import change_session
from desktop.projects.panels.dialogs.grouping import ask_subject
from desktop.projects.panels.dialogs.proposals import change_words
from desktop.projects.panels.evening.big_screen import show_big
from desktop.projects.panels.evening.present import PresentCard
from desktop.projects.panels.evening.wall import Wall
from desktop.projects.panels.papers import of_gathering
from desktop.projects.queries.evening import EveningView, evening_view
from desktop.projects.queries.voices import ProposalLine
from desktop.projects.wording import word
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.big_type import in_size
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card, HeaderCard
from desktop.widgets.desk import Desk
from desktop.widgets.words import Words

QUESTION, TYPED = 24, 17  # pixels of normal print
COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class EveningScreen(QWidget):
    """`left` tells that the user goes back to the project."""

    left = Signal()

    def __init__(self, desk: Desk, session_id: int) -> None:
        super().__init__()
        self._desk, self.session_id = desk, session_id
        self.view: EveningView | None = None
        self.tonight = secondary(_("Print “you said this tonight”"), self._print)
        self.header = HeaderCard(
            actions=[
                secondary(_("Back"), self.left.emit),
                self.tonight,
                primary(_("Big screen"), self._project),
            ]
        )
        self.question = Words("", wraps=True)
        in_size(self.question, theme.scaled(QUESTION), QFont.Weight.DemiBold)
        self.present = PresentCard()
        self.said = QLineEdit()
        self.said.setPlaceholderText(_("What does somebody say? Enter puts it on the wall."))
        self.said.setAccessibleName(_("What somebody says"))
        self.said.setProperty("finger", "true")
        in_size_of_input(self.said)
        self.wall = Wall()
        self.hint = Words("", "soft", wraps=True)
        self._lay_out()
        self._connect()
        self._read()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # No focus proxy: Tab would come back to what is typed before the buttons above it.
        self.said.setFocus(event.reason())

    def _lay_out(self) -> None:
        asked = Card()
        asked.body.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        asked.add(self.question, 1)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(asked, 1)
        head.addWidget(self.present)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.header)
        column.addLayout(head)
        column.addWidget(self.said)
        # Not under the wall: there the message of the last step would lie over it.
        column.addWidget(self.hint)
        column.addWidget(self.wall, 1)

    def _connect(self) -> None:
        self.present.counted.connect(self._count_people)
        self.said.returnPressed.connect(self._say)
        self.wall.counted.connect(self._count_dots)
        self.wall.joined.connect(self._join)
        self.wall.parted.connect(self._part)
        # Whose hand is on the mouse goes on with what the next one says.
        self.wall.dragged.connect(self.said.setFocus)
        self.wall.named.connect(self._name)
        self.wall.corrected.connect(self._correct)
        self.wall.removed.connect(self._remove)
        self.wall.said.connect(self._hint)
        self._desk.changed.connect(self._changed)

    # Reading -------------------------------------------------------------------------------------

    def _changed(self, _changed: object) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        try:
            with self._desk.reading() as session:
                self.view = evening_view(session, self.session_id, self._desk.today())
        except Refused as refused:
            self._desk.show_refusal(refused)
            self.left.emit()
            return
        line = self.view.gathering
        self.header.set_title(
            f"{line.title or word(line.kind)} · {line.project}",
            ", ".join(part for part in (day_plain(line.held_on), line.place) if part),
        )
        self.question.setText(line.question or _("What do you want to tell us?"))
        self.present.show_present(line.present or 0)
        self.wall.show_groups(self.view.groups)
        self.tonight.set_reason(None if self.view.groups else _("Nothing was said yet."))
        self._hint("")

    def _hint(self, words: str) -> None:
        self.hint.setText(
            words
            or _(
                "Drag a card onto another to put them together. By key: + and − dots, Space takes "
                "a card and puts it down, F2 corrects, Delete removes."
            )
        )

    def _line(self, id: int) -> ProposalLine:
        return self.wall.cards[id].line

    # What is done --------------------------------------------------------------------------------

    def _say(self) -> None:
        """Keep what was typed; it stays in the field when it cannot be kept."""
        view, desk, words = self.view, self._desk, self.said.text().strip()
        if view is None or not words:
            return
        project_id = view.gathering.project_id

        def work() -> None:
            raise_proposal(desk.store, desk.who, project_id, words, self.session_id)

        if desk.did(work, self):
            self.said.clear()
        self.said.setFocus()

    def _count_people(self, present: int) -> None:
        desk = self._desk
        desk.did(
            lambda: change_session(desk.store, desk.who, self.session_id, present=present), self
        )

    def _count_dots(self, id: int, support: int) -> None:
        desk = self._desk
        desk.did(lambda: support_proposal(desk.store, desk.who, id, support), self)

    def _join(self, id: int, onto: int) -> None:
        desk = self._desk
        desk.did(lambda: put_together(desk.store, desk.who, id, onto), self)
        self.wall.focus_card(id)

    def _part(self, id: int) -> None:
        desk = self._desk
        desk.did(lambda: take_apart(desk.store, desk.who, [id]), self)
        self.wall.focus_card(id)

    def _name(self, theme_: str) -> None:
        view, desk = self.view, self._desk
        if view is None:
            return
        project_id = view.gathering.project_id
        ask_subject(
            desk,
            theme_,
            lambda name: name_subject(desk.store, desk.who, project_id, theme_, name),
            self,
        )

    def _correct(self, id: int) -> None:
        change_words(self._desk, self._line(id), self)

    def _remove(self, id: int) -> None:
        desk = self._desk
        desk.did(lambda: remove_proposal(desk.store, desk.who, id), self)

    def _project(self) -> None:
        show_big(self._desk, self.session_id, self.window())

    def _print(self) -> None:
        make = self.print_what()
        if make is not None:
            self._desk.show_paper(make)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """What people said, to take home."""
        return of_gathering(self._desk, self.session_id, lambda papers: papers.sheets.tonight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self._project()
        elif event.key() == Qt.Key.Key_Escape and self.said.text():
            self.said.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isprintable() and event.text() and not event.modifiers() & COMMAND:
            # A card or button has no use for letters: somebody is saying something.
            self.said.setFocus()
            self.said.insert(event.text())
        else:
            super().keyPressEvent(event)


def in_size_of_input(field: QLineEdit) -> None:
    """Letters that are read from behind who types."""
    font = theme.font(TYPED)
    field.setFont(font)
    field.setStyleSheet(f"font-size: {theme.scaled(TYPED)}px;")

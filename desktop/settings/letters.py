"""The texts of letters: read, change, look at, put back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents import letter_texts
from desktop.documents.letter_texts import keys as supplied_letters
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.settings.actions import change_letter_text, reset_letter_text
from desktop.settings.letter_names import letter_name
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.form import Form
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class LettersPanel(QWidget):
    """Choose a letter and a language; the text is Markdown with placeholders."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.choice = Form()
        self.choice.row()
        self.choice.choice(
            "letter", _("Letter"), [(key, letter_name(key)) for key in supplied_letters()]
        )
        self.choice.choice("language", _("Language"), [("nl", "Nederlands"), ("en", "English")])
        self.choice.end_row()
        self._state = Chip()
        self.text = QPlainTextEdit()
        self.text.setObjectName("text")
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Text of the letter"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.refusal = Words("", "error", wraps=True)
        self._known = Words("", "small", wraps=True)
        card = Card(_("Texts of letters"), actions=[self._state])
        card.add(self.choice)
        card.add(self.text, 1)
        card.add(self.refusal)
        card.add(self._known)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        self._reset = secondary(_("Put back the supplied text"), self.reset)
        row.addWidget(self._reset)
        row.addStretch(1)
        row.addWidget(secondary(_("Look at it"), self.preview))
        row.addWidget(primary(_("Save"), self.save))
        card.add_layout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.choice.changed.connect(self.reload)
        self.text.textChanged.connect(lambda: self.refusal.setText(""))
        self.reload()

    @property
    def _key(self) -> str:
        return str(self.choice.value("letter"))

    @property
    def _language(self) -> str:
        supplied = letter_texts.languages(self._key)
        asked = str(self.choice.value("language"))
        return asked if asked in supplied else supplied[0]

    def reload(self) -> None:
        """Show the text that counts."""
        with self._desk.reading() as session:
            text = letter_texts.load(session, self._key, self._language)
        self.text.setPlainText(text.source)
        self._state.set(
            _("Changed by you") if text.changed else _("As supplied"),
            Tone.AMBER if text.changed else Tone.GREY,
        )
        self._reset.set_reason(None if text.changed else _("This is the supplied text."))
        names = ", ".join(sorted(letter_texts.placeholders(self._key).examples))
        words = _("You can use: {names}. Write them as {example}.")
        self._known.setText(words.format(names=names, example="{{ name }}"))
        self._known.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_refusal(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.text.setFocus()

    def save(self) -> None:
        store, who, source = self._desk.store, self._desk.who, self.text.toPlainText()
        key, language = self._key, self._language
        if self._desk.did(lambda: change_letter_text(store, who, key, language, source), self):
            self.reload()

    def reset(self) -> None:
        store, who, key, language = self._desk.store, self._desk.who, self._key, self._language
        if self._desk.did(lambda: reset_letter_text(store, who, key, language), self):
            self.reload()

    def preview(self) -> None:
        """The letter with the text as it stands on the screen and examples filled in."""
        source, key, language = self.text.toPlainText(), self._key, self._language
        if not self._desk.did(lambda: letter_texts.check(key, source), self):
            return

        def make(session: Session) -> Paper:
            from desktop.documents.letter import preview

            return preview(session, key, language, source, self._desk.now())

        self._desk.show_paper(make)

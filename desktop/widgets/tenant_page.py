"""What pages for tenants are made of: big type, a title, and a way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.spoken import Spoken
from desktop.widgets.swapped import Swapped
from desktop.widgets.words import Words

TOUCH = 48  # pixels of normal print: what a finger hits
ROW, CHOICE = 56, 104
TEXT, BIG, TITLE = 17, 21, 30

SHEET = """
QLabel {{ font-size: {text}px; }}
QLabel[look="section"], QLabel[look="heading"] {{ font-size: {big}px; }}
QLabel[look="figure"] {{ font-size: {title}px; }}
QLabel[look="small"] {{ font-size: {small}px; }}
QPushButton {{ font-size: {text}px; min-height: {touch}px; }}
QPushButton:focus {{ min-height: {focused}px; }}
QPushButton[look="large"] {{ font-size: {big}px; }}
QPushButton[row="true"] {{ text-align: left; font-weight: 400; min-height: {row}px; }}
QPushButton[choice="true"] {{ font-size: {big}px; min-height: {choice}px; }}
QLineEdit, QComboBox, QPlainTextEdit {{ font-size: {text}px; }}
QLineEdit, QComboBox {{ min-height: {touch}px; }}
QCheckBox {{ font-size: {text}px; }}
"""


def sheet() -> str:
    """The type of the pages, larger than that of the staff."""
    sizes = {
        "text": TEXT,
        "big": BIG,
        "title": TITLE,
        "small": 15,
        "touch": TOUCH,
        "row": ROW,
        "choice": CHOICE,
    }
    scaled = {name: theme.scaled(size) for name, size in sizes.items()}
    return SHEET.format(**scaled, focused=scaled["touch"] - 2)


class Page(QWidget):
    """A page with its title and, but for the start, a way back. `back` asks for the page before.
    What cannot be is shown under the title. The keyboard goes to what it `begins_at`."""

    back = Signal()

    def __init__(self, title: str, back_words: str = "", subtitle: str = "") -> None:
        super().__init__()
        self.begins_at: QWidget | None = None
        self.title = Words(title, "figure", wraps=True)
        self.subtitle = Words(subtitle, "soft", wraps=True)
        self.subtitle.setVisible(bool(subtitle))
        self.said = Words("", "error", wraps=True)
        self.said.hide()
        names = QVBoxLayout()
        names.setSpacing(theme.TIGHT)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        self.top = QHBoxLayout()
        self.top.setSpacing(theme.LARGE)
        if back_words:
            self.back_button = Button(f"‹  {back_words}", self.back.emit)
            self.back_button.setAccessibleName(back_words)
            self.top.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
            self.begins_at = self.back_button
        self.top.addLayout(names, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.MEDIUM)
        self.column.addLayout(self.top)
        self.column.addWidget(self.said)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # No focus proxy: Tab would come back here before it has been at the way back.
        if self.begins_at is not None:
            self.begins_at.setFocus(event.reason())

    def show_refusal(self, sentence: str) -> None:
        """Say what cannot be, until the page says something else."""
        self.say(sentence, "error")

    def say(self, sentence: str, look: str = "strong") -> None:
        """Say something under the title; nothing takes it away."""
        self.said.set_look(look)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))


class Pages(QWidget):
    """Pages for tenants, one after the other; `page` is the one on view. They may choose another
    language."""

    page: Page

    def __init__(self) -> None:
        super().__init__()
        self._spoken = Spoken(self)
        self.setStyleSheet(sheet())
        self._place = Swapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._place)

    def show_refusal(self, sentence: str) -> None:
        """Show what cannot be on the page that is on view."""
        self.page.show_refusal(sentence)

    def _show(self, page: Page) -> None:
        self.page = page
        self._place.show_content(page)
        page.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.page.setFocus(event.reason())


def large(words: str, do: Callable[[], object], look: str = "") -> Button:
    """A button for a finger."""
    button = Button(words, do, look)
    button.setMinimumHeight(theme.scaled(TOUCH))
    return button

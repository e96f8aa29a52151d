"""A person at the window: presses buttons by their words, fills in dialogs, waits for papers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.documents.paper import Paper
from desktop.language import _
from desktop.widgets.form import Field
from desktop.widgets.preview import Preview
from desktop.window import Window
from tests.support.screens import button

WAIT_MS = 15_000


class Person:
    """Somebody who works with a window, by its words in the language in use."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot, self.window = qtbot, window
        self.papers: list[Paper] = []
        window.desk.paper_ready.connect(self.papers.append)
        self.said: list[str] = []
        window.desk.said.connect(self.said.append)

    @property
    def dialog(self) -> QDialog:
        """The dialog on top; waits until there is one."""
        self.qtbot.waitUntil(lambda: self._dialog() is not None, timeout=WAIT_MS)
        found = self._dialog()
        assert found is not None
        return found

    def _dialog(self) -> QDialog | None:
        # Of this window only: other tests may have left theirs open.
        dialogs = [d for d in self.window.findChildren(QDialog) if not isinstance(d, Preview)]
        shown = [d for d in dialogs if d.isVisible()]
        return shown[-1] if shown else None

    def press(self, words: str, on: QWidget | None = None) -> None:
        """Click the button that says `words` (its English source), in the window or `on` a part,
        once it is there."""
        screen = on or self.window
        self.qtbot.waitUntil(lambda: button(screen, _(words)) is not None, timeout=WAIT_MS)
        self.qtbot.mouseClick(button(screen, _(words)), Qt.MouseButton.LeftButton)

    def pick(self, words: str, entry: str, on: QWidget | None = None) -> None:
        """Choose `entry` from the menu of the button that says `words`."""
        screen = on or self.window
        self.qtbot.waitUntil(lambda: button(screen, _(words)) is not None, timeout=WAIT_MS)
        opener = button(screen, _(words))
        assert isinstance(opener, QPushButton)
        menu = opener.menu()
        menu.aboutToShow.emit()
        offered = {action.text(): action for action in menu.actions() if action.isEnabled()}
        assert _(entry) in offered, f"“{_(entry)}” is not among {list(offered)}"
        offered[_(entry)].trigger()

    def fill(self, **values: Any) -> None:
        """Put values into the fields of the dialog on top."""
        dialog = self.dialog
        for key, value in values.items():
            field = dialog.findChild(Field, key)
            assert field is not None, f"no field {key}"
            field.input.set_value(value)

    def confirm(self, words: str) -> None:
        """Press the verb of the dialog on top; the dialog must close."""
        dialog = self.dialog
        closed: list[int] = []
        dialog.finished.connect(closed.append)
        self.press(words, dialog)
        assert closed, self._refusal(dialog)

    def _refusal(self, dialog: QDialog) -> str:
        from tests.support.screens import said_by

        return f"the dialog did not close:\n{said_by(dialog)}"

    def wait_for_paper(self, count: int) -> Paper:
        """Wait until so many papers were made; gives the newest."""

        def made() -> None:
            assert len(self.papers) >= count, f"no paper; the window said {self.said}"

        self.qtbot.waitUntil(made, timeout=WAIT_MS)
        return self.papers[-1]

    def close_previews(self) -> None:
        """Put the papers away."""
        for shown in self.window.findChildren(Preview):
            shown.close()

"""The language of a screen that is lent: tenants choose it, and the staff have theirs back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.language import language, use_language

LANGUAGES = (("nl", "Nederlands"), ("en", "English"))


class Spoken(QObject):
    """While the screen is on view the program speaks `code`; with the question for the PIN it
    speaks the language of the staff again."""

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._of_staff = language()
        self.code = self._of_staff
        screen.installEventFilter(self)

    def use(self, code: str) -> None:
        """Speak another language, and let what stands around the screen speak it too."""
        self.code = code
        use_language(code)
        QApplication.sendEvent(self._screen.window(), QEvent(QEvent.Type.LanguageChange))

    def begin_anew(self) -> None:
        """Speak as the staff do, for the next tenant."""
        self.use(self._of_staff)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            use_language(self.code)
        elif event.type() is QEvent.Type.Hide:
            use_language(self._of_staff)
        return False

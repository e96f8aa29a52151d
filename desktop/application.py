"""The Qt application as this user wants it: the language, the look, Qt's own dialogs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.language import DEFAULT, LANGUAGES, language, use_language
from desktop.widgets.look import wear_remembered_look
from desktop.widgets.remembered import remembered

_speaking: list[QTranslator] = []  # what Qt's own dialogs have their words from


def use_remembered_language() -> None:
    kept = str(remembered().value("language", DEFAULT))
    use_language(kept if kept in LANGUAGES else DEFAULT)


def make_application(arguments: Sequence[str]) -> QApplication:
    """The Qt application with our look, and Qt's own dialogs in the user's language."""
    # Asked for here, because Qt answers `setStyle` with a style, and to know that takes a while.
    application = QApplication([*arguments, "-style", "Fusion"])
    application.setApplicationName("Samenspraak")
    application.setDesktopFileName("samenspraak")
    dress(application)
    application.styleHints().colorSchemeChanged.connect(
        lambda _scheme: wear_remembered_look(application)
    )
    return application


def dress(application: QApplication) -> None:
    """Give the application the language and the look that this user chose."""
    wear_remembered_look(application)
    while _speaking:
        application.removeTranslator(_speaking.pop())
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language()}", folder):
        application.installTranslator(translator)
        _speaking.append(translator)

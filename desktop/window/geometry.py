"""Where the window stands on the screen: as it was left, or so that all of it can be seen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QMainWindow

from desktop.widgets.remembered import remembered

SMALLEST, USUAL = QSize(1024, 640), QSize(1366, 768)
# What the title bar and the edges take, about: the window system tells only once it is shown.
FRAME = QSize(8, 32)
KEY = "window"


def restore(window: QMainWindow) -> None:
    """Put the window where the last one was; the first time in the middle of a screen."""
    kept = remembered().value(KEY)
    if isinstance(kept, QByteArray) and window.restoreGeometry(kept):
        return
    size = first_size(window.screen().availableSize(), FRAME)
    window.resize(size)
    if size != USUAL:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def remember(window: QMainWindow) -> None:
    """Let the next window come where this one is."""
    remembered().setValue(KEY, window.saveGeometry())


def first_size(screen: QSize, frame: QSize) -> QSize:
    """The usual size of the inside of a window, or what is left of the screen within a frame."""
    return USUAL.boundedTo(screen - frame)

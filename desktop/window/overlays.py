"""What lies over the screens: the message bar at the foot, and a card for each long work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.job import Job
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.progress_card import ProgressCard


class Overlays(QObject):
    """Keeps them in their places at the foot of the window, whatever its size."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.messages = MessageBar(desk, window)
        self._cards: list[ProgressCard] = []
        self.messages.resized.connect(self._place)
        desk.working.connect(self._show_progress)
        window.installEventFilter(self)

    @property
    def foot(self) -> int:
        """The height that screens leave free for messages, in pixels: these may cover nothing
        that somebody wants to press."""
        return self.messages.sizeHint().height() - theme.SMALL

    @Slot(object)
    def _show_progress(self, job: Job) -> None:
        card = ProgressCard(job, self._window)
        self._cards.append(card)
        card.resized.connect(self._place)
        card.gone.connect(self._cards.remove)

    @Slot()
    def _place(self) -> None:
        width, bottom = self._window.width(), self._window.height() - theme.TIGHT
        bar = self.messages
        bar.setMaximumWidth(width - 2 * theme.LARGE)
        bar.adjustSize()
        bar.move((width - bar.width()) // 2, bottom - bar.height())
        for card in self._cards:
            card.adjustSize()
            bottom -= card.height() + theme.SMALL
            card.move(width - card.width() - theme.LARGE, bottom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

"""Content that scrolls when the screen is small, without a frame."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroll(QScrollArea):
    """As high as its content as long as there is room; after that it scrolls, and words that go
    over several lines keep all of them."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setObjectName(content.objectName() or "inside")
        # Ours: to tell what kind Qt's own is, PySide6 would first have to know all its widgets.
        self.setViewport(QWidget())
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        inside = self._content.minimumSizeHint()
        return QSize(inside.width(), min(120, inside.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @property
    def lacking_px(self) -> int:
        """How much higher it would have to be to show all of its content."""
        needs = max(self._content.minimumHeight(), self._content.minimumSizeHint().height())
        return needs - self.viewport().height()

    def _fit(self) -> None:
        """Qt squeezes content whose height depends on its width; it must have that height."""
        layout = self._content.layout()
        if layout is not None and layout.hasHeightForWidth():
            self._content.setMinimumHeight(layout.heightForWidth(self.viewport().width()))

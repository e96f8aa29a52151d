"""The bar at the top: the name, the tabs, search, and the buttons of the whole program."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTabBar, QWidget

from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.words import Words


class TabRow(QTabBar):
    """The names of the tabs, never cut. The wheel goes by: it would leave a screen by accident."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(_("Tabs"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for title in titles:
            self.addTab(title)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TopBar(QFrame):
    """`buttons` at the right are (icon, words, what to do)."""

    def __init__(
        self,
        tabs: TabRow,
        search: QWidget,
        buttons: Sequence[tuple[str, str, Callable[[], object]]],
    ) -> None:
        super().__init__()
        self.setObjectName("topBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, theme.LARGE, 0)
        row.setSpacing(theme.TIGHT)
        row.addWidget(Words("Samenspraak", "brand"))
        row.addSpacing(theme.MEDIUM)
        row.addWidget(tabs)
        row.addStretch(1)
        row.addWidget(search)
        for icon, words, do in buttons:
            button = Button("", do, "plain")
            button.show_icon(icon, words, "soft")
            row.addWidget(button)

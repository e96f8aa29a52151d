"""A screen that lies over a whole tab for a while, such as an evening with tenants."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget


class Over(QStackedLayout):
    """The layout of a tab. `under` holds the tab itself, and stays as it was while a screen lies
    over it."""

    def __init__(self, tab: QWidget) -> None:
        super().__init__(tab)
        self.under = QWidget()
        self.addWidget(self.under)

    def lay(self, screen: QWidget) -> None:
        """Put a screen over the tab, in place of one that lies there."""
        self.lift()
        self.addWidget(screen)
        self.setCurrentWidget(screen)

    def lift(self) -> None:
        """Back to the tab itself."""
        screen = self.currentWidget()
        self.setCurrentWidget(self.under)
        if screen is not None and screen is not self.under:
            self.removeWidget(screen)
            screen.deleteLater()

"""Pages on top of each other, of which one is on view."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget


class Stack(QStackedWidget):
    """Its pages take the room that there is. Else Qt would ask at every change how high each page
    is at each width, also those not on view, which takes longer than showing one."""

    def hasHeightForWidth(self) -> bool:
        return False

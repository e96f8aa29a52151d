"""Two people changed the same thing: both values, and the choice."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QMessageBox, QWidget

from desktop.language import _
from desktop.refused import Conflict
from desktop.widgets import theme
from desktop.widgets.words import Words
from desktop.wording import Wording


def keeps_mine(conflict: Conflict, wording: Wording, parent: QWidget | None) -> bool:
    """Ask, in the words of `wording`; True when the user's own values are to be written over those
    of the other."""
    box = QMessageBox(parent)
    box.setObjectName("conflict")
    box.setWindowTitle(_("Somebody else changed this too"))
    box.setText(conflict.sentence)
    values = QWidget()
    grid = QGridLayout(values)
    grid.setHorizontalSpacing(theme.LARGE)
    grid.addWidget(Words(_("The other"), "strong"), 0, 1)
    grid.addWidget(Words(_("You"), "strong"), 0, 2)
    for row, field in enumerate(conflict.theirs, start=1):
        grid.addWidget(Words(wording.field(conflict.table, field), "soft"), row, 0)
        grid.addWidget(Words(wording.value(conflict.theirs[field]), wraps=True), row, 1)
        grid.addWidget(Words(wording.value(conflict.mine[field]), wraps=True), row, 2)
    layout = box.layout()
    if isinstance(layout, QGridLayout):
        layout.addWidget(values, layout.rowCount(), 0, 1, layout.columnCount())
    theirs = box.addButton(_("Keep what the other wrote"), QMessageBox.ButtonRole.RejectRole)
    mine = box.addButton(_("Use mine"), QMessageBox.ButtonRole.AcceptRole)
    mine.setObjectName("mine")
    theirs.setObjectName("theirs")
    box.setEscapeButton(theirs)
    box.exec()
    return box.clickedButton() is mine

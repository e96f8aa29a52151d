"""The dialog for trouble that nobody wished: what happened, that nothing was lost, where the
details are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.language import _
from desktop.refused import Refused


def show_trouble(known: Refused | None, parent: QWidget | None) -> QMessageBox:
    """Show it without blocking. `known` carries the sentence when the trouble has a name."""
    box = QMessageBox(parent)
    box.setObjectName("trouble")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_("That did not work"))
    if known is not None:
        box.setText(known.sentence)
    else:
        box.setText(_("Something went wrong in the program itself."))
    box.setInformativeText(
        _(
            "Nothing was changed and nothing was lost: what you typed is still on the screen. "
            "The details are in the log file (Settings, Help)."
        )
    )
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()
    return box

"""The look that this user chose, at this computer (`settings.appearance`)."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop.widgets import theme
from desktop.widgets.remembered import remembered
from desktop.widgets.theme import Look, Scheme


def remembered_look() -> Look:
    """The look that this user chose."""
    kept = str(remembered().value("scheme", Scheme.SYSTEM.value))
    scheme = next((s for s in Scheme if s.value == kept), Scheme.SYSTEM)
    return Look(scheme, str(remembered().value("large_print", "false")) == "true")


def wear_remembered_look(application: QApplication) -> None:
    theme.wear(application, remembered_look())

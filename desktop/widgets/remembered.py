"""What one person at one desk set or left behind: language, look, column widths, window place."""

from __future__ import annotations

from PySide6.QtCore import QSettings


def remembered() -> QSettings:
    """The user's own settings file; the corporation's settings are in the database."""
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Samenspraak", "Samenspraak"
    )

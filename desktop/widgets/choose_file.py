"""Asking for a file or a folder, in the user's language also where Qt's own dialog is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.language import _


def file_to_read(parent: QWidget | None, title: str, folder: str, kinds: str) -> str:
    """The path of a file that is there, or "" when the user gives up; `kinds` as Qt writes them:
    "Lists (*.csv)"."""
    dialog = _dialog(parent, title, folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog)


def file_to_write(parent: QWidget | None, title: str, path: str, kinds: str) -> str:
    """The path to save at, beginning with `path`, or ""; asks before it replaces a file."""
    dialog = _dialog(parent, title, "", kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(path)
    return _chosen(dialog)


def folder_to_use(parent: QWidget | None, title: str, folder: str = "") -> str:
    """The path of a folder, or ""."""
    dialog = _dialog(parent, title, folder, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog)


def _dialog(parent: QWidget | None, title: str, folder: str, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, folder, kinds)
    # The Dutch that comes with Qt leaves these two in English.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("Kind of file:"))
    return dialog


def _chosen(dialog: QFileDialog) -> str:
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.selectedFiles()[0] if accepted else ""

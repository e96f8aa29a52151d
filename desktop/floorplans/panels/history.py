"""A long undo: small pictures of the drawing as it was, to go back to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from desktop.floorplans.canvas.thumbnail import thumbnail
from desktop.floorplans.editing import Editing
from desktop.floorplans.geometry import derive_home
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog

PICTURE = QSize(132, 96)
STEP = Qt.ItemDataRole.UserRole
# So many pictures at most; of a longer history every second step, or third, and so on.
MOST = 40


def show_history(desk: Desk, editing: Editing, near: QWidget) -> None:
    """Let the user choose an earlier, or an undone, state of the drawing."""
    pictures = HistoryList(editing)
    Dialog(
        desk,
        _("Back to an earlier drawing"),
        pictures,
        _("Go back to this one"),
        lambda: editing.go_to(pictures.step),
        near,
        explanation=_("Nothing is lost: you can also go forward again."),
        width=640,
    ).open()


class HistoryList(QListWidget):
    """The storey on view after so many edits, the newest first."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.setAccessibleName(_("Back to an earlier drawing"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setIconSize(PICTURE)
        self.setGridSize(PICTURE + QSize(24, theme.scaled(44)))
        self.setWordWrap(True)
        self.setMinimumHeight(theme.scaled(380))
        names = (_("The beginning"), *editing.steps)
        every = max(1, -(-len(names) // MOST))
        for step in range(len(names) - 1, -1, -1):
            if step % every and step not in (editing.cursor, len(names) - 1):
                continue
            self.addItem(self._entry(editing, step, names[step]))
            if step == editing.cursor:
                self.setCurrentRow(self.count() - 1)

    def _entry(self, editing: Editing, step: int, name: str) -> QListWidgetItem:
        home = editing.home_at(step)
        level = derive_home(home)[min(editing.level, len(home.levels) - 1)]
        picture = QIcon(thumbnail(level, PICTURE, self.devicePixelRatioF()))
        words = _("{name} (now)").format(name=name) if step == editing.cursor else name
        entry = QListWidgetItem(picture, words)
        entry.setData(STEP, step)
        entry.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        return entry

    @property
    def step(self) -> int:
        """After how many edits the chosen picture is."""
        return int(self.currentItem().data(STEP))

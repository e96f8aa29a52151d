"""Which page of a PDF is traced, and to what scale it was drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.floorplans.exchange.backdrop import PAGE_PX
from desktop.language import _, ngettext
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

SCALES = (20, 50, 100, 200)


def ask_page(
    desk: Desk, pictures: Sequence[bytes], near: QWidget, taken: Callable[[int, int | None], object]
) -> None:
    """Ask for the page, from 0, where there is more than one, and for the scale; None: two points
    on the drawing say it later. `pictures` shows the pages small."""
    pages = PageList(pictures)
    form = Form()
    if len(pictures) > 1:
        form.add(pages)
    form.choice(
        "scale",
        _("Which scale is on the drawing?"),
        [(0, _("I do not know: I will show a length")), *((n, f"1 : {n}") for n in SCALES)],
        0,
        hint=_("Then the picture is as large as the home at once."),
    )

    def work() -> None:
        taken(pages.currentRow(), form.value("scale") or None)

    counted = ngettext("This PDF has {n} page.", "This PDF has {n} pages.", len(pictures))
    dialog = Dialog(
        desk,
        _("Which page do you want to trace?") if len(pictures) > 1 else _("A page to trace"),
        form,
        _("Put it under the drawing"),
        work,
        near,
        explanation=counted.format(n=len(pictures)),
        width=640,
    )
    pages.itemActivated.connect(dialog.do)
    dialog.open()
    (pages if len(pictures) > 1 else dialog.button).setFocus()


class PageList(QListWidget):
    """The pages as small pictures, to choose one by a tap or with the arrow keys."""

    def __init__(self, pictures: Sequence[bytes]) -> None:
        super().__init__()
        side = theme.scaled(PAGE_PX)
        self.setAccessibleName(_("Pages"))
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setIconSize(QSize(side, side))
        self.setGridSize(QSize(side + theme.LARGE, side + theme.scaled(32)))
        self.setMinimumHeight(self.gridSize().height() + theme.SMALL)
        for number, content in enumerate(pictures, start=1):
            picture = QPixmap()
            picture.loadFromData(content)
            icon = QIcon(picture)
            icon.addPixmap(picture, QIcon.Mode.Selected)  # Qt would colour the chosen one
            item = QListWidgetItem(icon, _("Page {n}").format(n=number))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.addItem(item)
        self.setCurrentRow(0)

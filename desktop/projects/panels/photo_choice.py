"""A photo in a form: chosen from the files, read beside the window, and shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

from desktop.language import _
from desktop.projects.exchange.photos import KINDS, ReadPhoto, read_photo
from desktop.refused import Refused
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.fields import Input
from desktop.widgets.job import Progress

SHOWN_PX = 72


class PhotoChoice(Input):
    """Its value is the photo as it will be kept, None while there is none."""

    def __init__(self, desk: Desk, shown_px: int = SHOWN_PX) -> None:
        self._desk, self._shown_px = desk, shown_px
        self._photo: ReadPhoto | None = None
        self._reading: Path | None = None
        self.button = secondary(_("Choose photo…"), self.ask)
        super().__init__(self.button)
        self._picture = QLabel()
        self._picture.hide()
        self.box.insertWidget(0, self._picture)

    def value(self) -> ReadPhoto | None:
        """Refuses to tell while the file is still being read."""
        if self._reading is not None:
            raise Refused(_("The photo is still being read. Try again in a moment."), "photo")
        return self._photo

    def set_value(self, value: ReadPhoto | None) -> None:
        self._photo, self._reading = value, None
        self._picture.setVisible(value is not None)
        if value is not None:
            self._picture.setPixmap(pixmap_of(value.small, self._shown_px))
        self.changed.emit()

    def ask(self) -> None:
        """Let the user choose a file."""
        path = self._desk.ask_file(self, _("Choose photo"), _("Photos") + f" ({KINDS})")
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read this file; what is no photo is said at the field."""
        self._reading = path

        def work(_progress: Progress) -> ReadPhoto | Refused:
            try:
                return read_photo(path)
            except Refused as refused:
                return refused

        self._desk.run(_("The photo is being read"), work, self._read)

    def _read(self, outcome: ReadPhoto | Refused) -> None:
        self._reading = None
        if isinstance(outcome, Refused):
            self._desk.show_refusal(outcome, self)
        else:
            self.set_value(outcome)


def pixmap_of(content: bytes, longest_px: int) -> QPixmap:
    """A JPEG as a picture of at most so many pixels a side."""
    picture = QPixmap.fromImage(QImage.fromData(content))
    return picture.scaled(
        longest_px,
        longest_px,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )

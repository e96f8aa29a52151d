"""The photos in the rows of a list. Each is read when its row first comes on view, so that a list
of hundreds opens at once."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPixmap

from desktop.projects.queries.inspections import photo_in_row
from desktop.widgets.desk import Desk
from desktop.widgets.table_rows import PICTURE

SHARP = 2  # for large print and screens with many dots


class RowPictures:
    """Those that were on view, by the number of their photo."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._shown: dict[int, QPixmap] = {}

    def of(self, photo_id: int) -> QPixmap:
        """The middle of a photo in the shape of a row; nothing when the photo is gone."""
        if photo_id not in self._shown:
            with self._desk.reading() as session:
                content = photo_in_row(session, photo_id)
            self._shown[photo_id] = _middle(content) if content is not None else QPixmap()
        return self._shown[photo_id]

    def keep(self, photos: Container[int]) -> None:
        """Forget all others: what somebody took away stays nowhere."""
        self._shown = {id: picture for id, picture in self._shown.items() if id in photos}


def _middle(content: bytes) -> QPixmap:
    size = PICTURE * SHARP
    scaled = QImage.fromData(content).scaled(
        size,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    middle = QRect(scaled.rect().topLeft(), size)
    middle.moveCenter(scaled.rect().center())
    return QPixmap.fromImage(scaled.copy(middle))

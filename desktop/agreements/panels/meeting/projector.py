"""What a meeting looks at together: one agreement or one indicator on the whole screen, in big
type. Arrow keys go through them, Esc closes, F11 puts it in a window and back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.agreements.panels.meeting.slides import ClauseSlide, IndicatorSlide
from desktop.agreements.queries.choices import agreement_choices
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.desk import Desk
from desktop.widgets.words import Words

MARGIN = 40

FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp)


Slide = ClauseSlide | IndicatorSlide


class Projector(QWidget):
    """Goes through `ids` with a slide that shows one of them. What changes at the desk meanwhile
    shows at once."""

    def __init__(
        self, desk: Desk, slide: Slide, ids: Sequence[int], parent: QWidget, start: int | None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk, self._ids = desk, tuple(ids)
        assert self._ids, "there is something to show"
        self.slide = slide
        self._at = self._ids.index(start) if start in self._ids else 0
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Big screen"))
        self._place = Words("", "soft")
        self._keys = Words("", "soft")
        self._gone = Words("", "heading", wraps=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(slide)
        self._stack.addWidget(self._gone)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SMALL)
        for name, words, by in (
            ("chevron-left", _("Previous"), -1),
            ("chevron-right", _("Next"), 1),
        ):
            button = Button("", partial(self.step, by), "plain")
            button.show_icon(name, words)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            foot.addWidget(button)
        foot.addWidget(self._place)
        foot.addStretch(1)
        foot.addWidget(self._keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, theme.LARGE)
        column.setSpacing(theme.LARGE)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        desk.changed.connect(self._read)
        self._read()

    @property
    def id(self) -> int:
        """What is on the screen."""
        return self._ids[self._at]

    def step(self, by: int) -> None:
        """Go forward or back, and stay at the ends."""
        self._at = min(max(self._at + by, 0), len(self._ids) - 1)
        self._read()

    def _read(self, _changed: object = None) -> None:
        try:
            self.slide.show_item(self.id)
            self._stack.setCurrentIndex(0)
        except Refused as refused:
            self._gone.setText(refused.sentence)
            self._stack.setCurrentIndex(1)
        self._place.setText(_("{n} of {all}").format(n=self._at + 1, all=len(self._ids)))
        self._keys.setText(self.slide.keys())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in FORWARD:
            self.step(1)
        elif key in BACK:
            self.step(-1)
        elif key is Qt.Key.Key_Home:
            self.step(-len(self._ids))
        elif key is Qt.Key.Key_End:
            self.step(len(self._ids))
        elif key is Qt.Key.Key_Escape:
            self.close()
        elif key is Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_V):
            self.slide.other_view()
            self._keys.setText(self.slide.keys())
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        parent = self.parentWidget()
        if parent is not None:
            parent.activateWindow()


def project_clauses(
    desk: Desk,
    agreement_ids: Sequence[int],
    parent: QWidget,
    start: int | None = None,
) -> Projector:
    """Put the text of agreements on the whole screen, one after the other."""
    return _shown(Projector(desk, ClauseSlide(desk), agreement_ids, parent, start))


def project_texts(desk: Desk, cycle_id: int, parent: QWidget) -> Projector | None:
    """Put every text of a year on the whole screen; says so when there is none."""
    with desk.reading() as session:
        ids = [id for id, _words in agreement_choices(session, cycle_id)]
    if not ids:
        desk.said.emit(_("There are no agreements in this year yet."))
        return None
    return project_clauses(desk, ids, parent)


def project_indicators(
    desk: Desk,
    indicator_ids: Sequence[int],
    on: date,
    parent: QWidget,
    start: int | None = None,
) -> Projector:
    """Put indicators on the whole screen, with their light and their way as on a day."""
    return _shown(Projector(desk, IndicatorSlide(desk, on), indicator_ids, parent, start))


def _shown(projector: Projector) -> Projector:
    projector.showFullScreen()
    projector.setFocus()
    return projector

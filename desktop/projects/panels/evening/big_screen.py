"""What the whole room looks at: the question of tonight, how many people are there, and what was
said, with the most dots first. Esc closes it, F11 puts it in a window and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.projects.queries.evening import evening_view
from desktop.projects.queries.grouping import Together
from desktop.projects.wording.dots import subject
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.big_type import grown, in_size
from desktop.widgets.desk import Desk
from desktop.widgets.words import Words

MARGIN = 40
QUESTION, PEOPLE, KEYS = 42, 30, 16  # pixels on the smallest screen
LARGEST, SMALLEST = 28, 14
COLUMNS, GAP = 3, 28.0
WRAPS = Qt.TextFlag.TextWordWrap
TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True)
class Piece:
    """Words at a place."""

    box: QRectF
    words: str
    font: QFont
    colour: str


class SaidBoard(QWidget):
    """What was said, in the largest letters in which all of it fits. What fits in none has the
    fewest dots: how much that is, is said."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: Sequence[Together] = ()
        self.pieces: tuple[Piece, ...] = ()

    def show_groups(self, groups: Sequence[Together]) -> None:
        """Show these, the first at the top left."""
        self._groups = groups
        self._fit()
        said = [f"{line.text} ({line.support})" for group in groups for line in group.lines]
        self.setAccessibleName(_("What was said"))
        self.setAccessibleDescription("; ".join(said))

    def _fit(self) -> None:
        size, groups = grown(LARGEST, self.window().height()), list(self._groups)
        pieces, fits = self._laid_out(groups, size)
        while not fits and size > SMALLEST:
            size -= 2
            pieces, fits = self._laid_out(groups, size)
        while not fits and groups:
            groups.pop()
            pieces, fits = self._laid_out(groups, size)
        self.pieces = pieces
        self.update()

    def _laid_out(self, groups: Sequence[Together], size: int) -> tuple[tuple[Piece, ...], bool]:
        width = (self.width() - GAP * (COLUMNS - 1)) / COLUMNS
        filled = [0.0] * COLUMNS
        pieces: list[Piece] = []
        for group in groups:
            column = filled.index(min(filled))
            left = column * (width + GAP)
            made = list(_group(group, left, filled[column], width, size))
            pieces += made
            filled[column] = made[-1].box.bottom() + size * 0.9
        left_out = sum(len(one.lines) for one in self._groups[len(groups) :])
        if left_out:
            words = ngettext("and {n} more", "and {n} more", left_out).format(n=left_out)
            top = min(filled)
            box = QRectF(filled.index(top) * (width + GAP), top, width, size * 1.6)
            pieces.append(Piece(box, words, _font(size), "soft"))
            filled[filled.index(top)] = box.bottom()
        return tuple(pieces), max(filled) - size * 0.9 <= self.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for piece in self.pieces:
            painter.setFont(piece.font)
            painter.setPen(theme.colour(piece.colour))
            painter.drawText(piece.box, WRAPS | TOP_LEFT, piece.words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The system may go dark while it hangs on the wall.
        if event.type() is QEvent.Type.PaletteChange:
            self.update()


def _group(group: Together, left: float, top: float, width: float, size: int) -> Iterator[Piece]:
    if group.theme:
        words = subject(group.theme, group.support)
        piece = _piece(words, left, top, width, _font(size, bold=True), "brand")
        yield piece
        top = piece.box.bottom() + size * 0.2
    for line in group.lines:
        aside = size * 3.0
        dots = f"● {line.support}" if line.support else ""
        yield _piece(dots, left, top, aside, _font(size, bold=True), "brand")
        piece = _piece(line.text, left + aside, top, width - aside, _font(size), "ink")
        yield piece
        top = piece.box.bottom() + size * 0.35


def _piece(words: str, left: float, top: float, width: float, font: QFont, colour: str) -> Piece:
    room = QRectF(0, 0, width, 10_000)
    needed = QFontMetricsF(font).boundingRect(room, WRAPS | TOP_LEFT, words)
    return Piece(QRectF(left, top, width, needed.height()), words, font, colour)


def _font(size: int, bold: bool = False) -> QFont:
    font = QFont(theme.FAMILY)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


class BigScreen(QWidget):
    """A window of its own. What changes at the desk meanwhile shows at once."""

    def __init__(self, desk: Desk, session_id: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk, self._session_id = desk, session_id
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Big screen"))
        self.question = Words("", wraps=True)
        self.people = Words("")
        self.people.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.board = SaidBoard()
        self._keys = Words(_("Esc close · F11 window"), "soft")
        head = QHBoxLayout()
        head.setSpacing(theme.LARGE)
        head.addWidget(self.question, 1)
        head.addWidget(self.people)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, theme.LARGE)
        column.setSpacing(theme.LARGE)
        column.addLayout(head)
        column.addWidget(self.board, 1)
        column.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignRight)
        desk.changed.connect(self._read)
        self._read()

    def _read(self, _changed: object = None) -> None:
        try:
            with self._desk.reading() as session:
                view = evening_view(session, self._session_id, self._desk.today())
        except Refused as refused:
            self.question.setText(refused.sentence)
            return
        line = view.gathering
        self.question.setText(line.question or line.title)
        n = line.present or 0
        self.people.setText(ngettext("{n} person", "{n} people", n).format(n=n) if n else "")
        self.board.show_groups(view.by_dots)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        in_size(self.question, grown(QUESTION, self.height()), QFont.Weight.DemiBold)
        in_size(self.people, grown(PEOPLE, self.height()), QFont.Weight.DemiBold)
        in_size(self._keys, grown(KEYS, self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        parent = self.parentWidget()
        if parent is not None:
            parent.activateWindow()


def show_big(desk: Desk, session_id: int, parent: QWidget) -> BigScreen:
    """Put an evening on the whole screen: on the second one, when there is one."""
    made = BigScreen(desk, session_id, parent)
    others = [one for one in QGuiApplication.screens() if one is not parent.screen()]
    if others:
        made.setGeometry(others[0].geometry())
    made.showFullScreen()
    made.setFocus()
    return made

"""Ctrl+K: one box that finds everything, results by kind, arrows and Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.feature import Place
from desktop.language import _
from desktop.store import search
from desktop.store.search import SearchEntry
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.icons import icon

MOST_OF_A_KIND = 6
NARROWEST, USUAL = 130, 230
ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Findable:
    """A kind of thing that can be found, its plural word, and the tab that shows it."""

    kind: str
    plural: Callable[[], str]
    tab: str


class SearchBox(QLineEdit):
    """The box in the top bar; the results hang under it in the window."""

    def __init__(
        self, desk: Desk, kinds: Sequence[Findable], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kinds: Mapping[str, Findable] = {k.kind: k for k in kinds}
        self.setPlaceholderText(_("Search everything   Ctrl+K"))
        self.setAccessibleName(_("Search everything"))
        # It gives way to the tabs beside it, whose names stay whole.
        self.setMinimumWidth(theme.scaled(NARROWEST))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.addAction(icon("search", "soft", 16), QLineEdit.ActionPosition.LeadingPosition)
        self._popup = QFrame(self.window())
        self._popup.setObjectName("popup")
        self.results = QListWidget()
        self.results.setAccessibleName(_("What was found"))
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.itemClicked.connect(self._open)
        inside = QVBoxLayout(self._popup)
        inside.setContentsMargins(theme.TIGHT, theme.TIGHT, theme.TIGHT, theme.TIGHT)
        inside.addWidget(self.results)
        self._popup.hide()
        self.textChanged.connect(self.ask)
        self.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(USUAL), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the keys would be cut, only the words stay."""
        super().resizeEvent(event)
        whole = _("Search everything   Ctrl+K")
        room = self.width() - theme.scaled(16 + 4 * theme.SMALL)
        fits = self.fontMetrics().horizontalAdvance(whole) <= room
        self.setPlaceholderText(whole if fits else _("Search everything"))

    def ask(self, words: str) -> None:
        """Show what is found for these words."""
        if not words.strip():
            self._popup.hide()
            return
        with self._desk.reading() as session:
            found = search.find(session, words, list(self._kinds), MOST_OF_A_KIND)
        self._show(found)

    def _show(self, found: Sequence[SearchEntry]) -> None:
        self.results.clear()
        before = ""
        for entry in found:
            if entry.kind != before:
                self._add_heading(self._kinds[entry.kind].plural())
                before = entry.kind
            words = f"{entry.title}   {entry.subtitle}" if entry.subtitle else entry.title
            item = QListWidgetItem(words)
            item.setData(ENTRY, entry)
            item.setSizeHint(QSize(10, theme.scaled(30)))
            self.results.addItem(item)
        if not found:
            self._add_heading(_("Nothing found. Try a name, an address or a number."))
        self._move(1)
        self._place()

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(theme.font(11, QFont.Weight.DemiBold))
        item.setForeground(theme.colour("soft"))
        item.setSizeHint(QSize(10, theme.scaled(26)))
        self.results.addItem(item)

    def _place(self) -> None:
        window = self.window()
        self._popup.setParent(window)
        width = max(self.width(), theme.scaled(420))
        corner = self.mapTo(window, QPoint(self.width() - width, self.height() + theme.TIGHT))
        rows = sum(self.results.sizeHintForRow(n) for n in range(self.results.count()))
        height = min(rows + 4 * theme.TIGHT, window.height() - corner.y() - theme.LARGE)
        self._popup.setGeometry(max(corner.x(), theme.SMALL), corner.y(), width, height)
        self._popup.show()
        self._popup.raise_()

    def _move(self, step: int) -> None:
        """The cursor to the next or the previous result, over the headings."""
        at = self.results.currentRow() + step
        while 0 <= at < self.results.count():
            if self.results.item(at).data(ENTRY) is not None:
                self.results.setCurrentRow(at)
                self.setAccessibleDescription(self.results.item(at).text())
                return
            at += step

    def _open(self, item: QListWidgetItem | None) -> None:
        entry = item.data(ENTRY) if item is not None else None
        if entry is None:
            return
        self.leave()
        self._desk.open(Place(self._kinds[entry.kind].tab, entry.kind, entry.id))

    def leave(self) -> None:
        """Empty the box and close the results."""
        self.clear()
        self._popup.hide()
        self.clearFocus()

    @property
    def is_open(self) -> bool:
        return not self._popup.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.leave()
                return True
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.is_open:
                self._move(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_open:
                self._open(self.results.currentItem())
                return True
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._popup.hide()
        super().focusOutEvent(event)

"""Looking at screens as a user does: what is cut off, what it says, where it is clicked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from desktop.widgets import theme
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.table import WIDEST, Table
from desktop.widgets.table_rows import TableModel, needed_width

W = TypeVar("W", bound=QWidget)

INPUTS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)


def cut_off(screen: QWidget) -> list[str]:
    """The words of labels, buttons, headings and cells on view that have less room than they
    need."""
    found = [f"{type(part).__name__}: {words}" for part, words in _worded(screen) if _is_cut(part)]
    for table in screen.findChildren(Table):
        if table.isVisible():
            found += _cut_in(table)
    return found


def _worded(screen: QWidget) -> Iterator[tuple[QWidget, str]]:
    for label in screen.findChildren(QLabel):
        if label.isVisible() and label.text():
            yield label, label.text()
    for button in screen.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            yield button, button.text()


def _is_cut(part: QWidget) -> bool:
    if isinstance(part, QLabel) and part.wordWrap():
        return part.height() < part.heightForWidth(part.width())
    if part.text().endswith("…") and part.toolTip():  # type: ignore[attr-defined]
        return False  # shortened on purpose: all of it shows on hover
    needs = part.sizeHint()
    return part.width() < needs.width() or part.height() < needs.height()


def _cut_in(table: Table) -> list[str]:
    """Headings, and cells but for long sentences: these show whole on hover."""
    model = table.model()
    assert isinstance(model, TableModel)
    found = []
    for place, column in enumerate(model.columns):
        width = table.columnWidth(place)
        if width < table.heading_width(place):
            found.append(f"heading: {column.title}")
        for row in model.rows:
            cell = row.cell(place)
            if width < needed_width(cell) <= theme.scaled(WIDEST):
                found.append(f"cell: {cell.text}")
    return found


def unnamed(screen: QWidget) -> list[str]:
    """The inputs on view of which a screen reader can say only what kind of thing it is."""
    return [
        f"{type(part).__name__} in {type(part.parent()).__name__}"
        for part in _inputs(screen)
        if not (part.accessibleName() or _has_words(part) or _is_inside_another(part))
    ]


def out_of_reach(screen: QWidget) -> list[str]:
    """What takes the keyboard on view, and yet the Tab key does not come to it on its way around
    the window."""
    reached = _ring_of_tab(screen.window())
    return [
        f"{type(part).__name__}: {part.accessibleName()}"
        for part in dict.fromkeys((*_inputs(screen), *_stops(screen)))
        if part.isEnabled()
        and part not in reached
        and not _is_inside_another(part)
        and not _reached_by_arrows(part)
        and not isinstance(part.parent(), MessageBar)  # Ctrl+Z does the same
    ]


def _ring_of_tab(window: QWidget) -> set[QWidget]:
    """Where Tab comes again and again; the keyboard is afterwards where it was."""
    start = window.focusWidget()
    at = _place_of_keys(window)
    places: list[tuple[QWidget, object]] = []
    while at not in places:
        places.append(at)
        tab = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "\t")
        QApplication.sendEvent(at[0], tab)
        at = _place_of_keys(window)
    if start is not None:
        start.setFocus()
    return {widget for widget, _part in places[places.index(at) :]}


def _place_of_keys(window: QWidget) -> tuple[QWidget, object]:
    """What has the keyboard, and where in it: Tab goes from the hours of a time to its minutes,
    and in the manual from link to link."""
    at = window.focusWidget() or window
    if isinstance(at, QDateTimeEdit):
        return at, at.currentSection()
    return at, at.textCursor().position() if isinstance(at, QTextBrowser) else None


def _stops(screen: QWidget) -> Iterator[QWidget]:
    """What says itself that Tab comes to it."""
    for part in screen.findChildren(QWidget):
        here = part.isVisible() and part.focusProxy() is None
        if here and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield part


def _inputs(screen: QWidget) -> Iterator[QWidget]:
    for part in screen.findChildren(QWidget):
        if (
            isinstance(part, INPUTS)
            and part.isVisible()
            and not part.objectName().startswith("qt_")
        ):
            yield part


def _has_words(part: QWidget) -> bool:
    return isinstance(part, QAbstractButton) and bool(part.text())


def _is_inside_another(part: QWidget) -> bool:
    """Such as the line of text in a box of choices, and the cross that empties it."""
    return isinstance(part.parent(), QComboBox | QAbstractSpinBox | QLineEdit | QAbstractItemView)


def _reached_by_arrows(part: QWidget) -> bool:
    """One of a row of choices: once the row had the keyboard, Qt makes the one that is on its stop
    for the Tab key, and arrow keys go to the others."""
    group = part.group() if isinstance(part, QAbstractButton) else None
    return group is not None and any(
        bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus) for button in group.buttons()
    )


def said_by(screen: QWidget) -> str:
    """All words of labels on view, one a line."""
    return "\n".join(x.text() for x in screen.findChildren(QLabel) if x.isVisible())


def button(screen: QWidget, words: str) -> QAbstractButton:
    """The button on view with these words."""
    found = [
        b
        for b in screen.findChildren(QAbstractButton)
        if words in (b.text(), b.accessibleName()) and b.isVisible()
    ]
    assert len(found) == 1, f"{len(found)} buttons say “{words}”"
    return found[0]


def is_dead(thing: W) -> bool:
    """Whether Qt has deleted it."""
    from shiboken6 import isValid

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return not isValid(thing)


def dress(qapp: QApplication, look: theme.Look | None = None) -> None:
    """Give the program a look, the light one by default, with nothing left of tests before: what
    was thrown away, and windows that were only closed, would be dressed again and again."""
    for left in qapp.topLevelWidgets():
        if left.parent() is None and left.isHidden():
            left.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.wear(qapp, look or theme.Look(theme.Scheme.LIGHT))

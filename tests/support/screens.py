"""Looking at screens as a user does: what is cut off, what it says, where it is clicked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desktop.widgets import theme
from desktop.widgets.table import WIDEST, Table
from desktop.widgets.table_rows import TableModel, needed_width

W = TypeVar("W", bound=QWidget)


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

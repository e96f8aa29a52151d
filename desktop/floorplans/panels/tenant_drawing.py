"""The drawing in the hands of a tenant: the pad, undo and redo, and one button to be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.floorplans import journal, queries
from desktop.floorplans.checks import Wish
from desktop.floorplans.editing import Editing
from desktop.floorplans.journal import SketchJournal
from desktop.floorplans.panels.history import show_history
from desktop.floorplans.panels.pad import DrawingPad
from desktop.floorplans.panels.passing import PassingWords
from desktop.floorplans.tools import TOOLS, underlay
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.words import Words

# Pictures to trace are for those who prepare the evening.
FOR_TENANTS = tuple(tool for tool in TOOLS if tool is not underlay.TOOL)


class TenantDrawing(QWidget):
    """`done` when the tenant has finished."""

    done = Signal()

    def __init__(self, desk: Desk, sketch_id: int) -> None:
        super().__init__()
        self._desk = desk
        with desk.reading() as session:
            view = queries.sketch(session, sketch_id)
            opened = journal.opened(session, sketch_id)
        steps = SketchJournal(desk.store, desk.who, sketch_id)
        self.editing = Editing(opened.home, steps, opened.cursor, opened.steps)
        wanted = frozenset(Wish(value) for value in view.wanted)
        self.pad = DrawingPad(desk, self.editing, wanted, FOR_TENANTS)
        self.pad.said.connect(self.show_refusal)
        self._said = PassingWords()
        self.undo_button = secondary(_("Undo"), self.pad.undo)
        self.redo_button = secondary(_("Redo"), self.pad.redo)
        self.back_button = secondary(_("Look back…"), self._look_back)
        self.help_button = secondary(_("Help"), self._toggle_help)
        self.done_button = primary(_("Done"), self.done.emit)
        buttons = (
            self.help_button,
            self.back_button,
            self.undo_button,
            self.redo_button,
            self.done_button,
        )
        self._help = _help()
        self._help.hide()
        self.pad.put_above(self._help)
        top = QHBoxLayout()
        top.setSpacing(theme.SMALL)
        top.addWidget(Words(view.line.title, "heading"))
        top.addWidget(self._said, 1)
        for button in buttons:
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(top)
        column.addWidget(self.pad, 1)
        for keys, do in (("Ctrl+Z", self.pad.undo), ("Ctrl+Y", self.pad.redo)):
            QShortcut(QKeySequence(keys), self, do)
        self.editing.listeners.append(self._tell_undo)
        self._tell_undo()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # No focus proxy: Tab would come back to the drawing before the buttons above it.
        self.pad.setFocus(event.reason())

    def show_refusal(self, sentence: str) -> None:
        self._said.say(sentence)

    def _look_back(self) -> None:
        self.pad.canvas.let_go()
        show_history(self._desk, self.editing, self)

    def _toggle_help(self) -> None:
        self._help.setVisible(self._help.isHidden())

    def _tell_undo(self) -> None:
        self._said.say("")
        self.undo_button.setEnabled(self.editing.undo_name is not None)
        self.redo_button.setEnabled(self.editing.redo_name is not None)
        self.undo_button.setToolTip(self.editing.undo_name or "")
        self.redo_button.setToolTip(self.editing.redo_name or "")


def _help() -> Card:
    """What a tenant needs to know, in five lines beside each other: the drawing keeps its room."""
    card = Card(_("This is how you draw"))
    sentences = (
        _("Room: drag from one corner to the other, and tap what room it is."),
        _("Door and window: tap a wall. Tap again to turn the door."),
        _("Furniture: choose a thing below, and tap where it stands."),
        _("Select: tap something to move it, or to take it away."),
        _("Do you not find it? Raise your hand: somebody comes to you."),
    )
    lines = QGridLayout()
    lines.setHorizontalSpacing(theme.LARGE)
    lines.setColumnStretch(0, 4)  # the longest
    lines.setColumnStretch(1, 3)
    for at, sentence in enumerate(sentences):
        lines.addWidget(Words(sentence, wraps=True), at % 3, at // 3)
    card.add_layout(lines)
    return card
